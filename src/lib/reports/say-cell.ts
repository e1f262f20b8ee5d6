import { showMoment, showShortDay } from '#lib/domain/calendar/dates.ts';
import { rounded, type ExportColumn } from '#lib/exchange/table-for-export.ts';
import type { Cell } from './description.ts';

/** From ten thousand on with commas between thousands; years and numbers that name something stay as they are. */
const inDigits = (value: number, decimals: number): string =>
	value.toLocaleString('en-GB', {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals,
		useGrouping: Math.abs(value) >= 10_000
	});

/** A cell in words, as the page and the PDF show it: a dash where there is nothing. */
export function sayCell(value: Cell, { kind, decimals = 0 }: Pick<ExportColumn, 'kind' | 'decimals'>): string {
	if (value === null || value === '') return '–';
	if (kind === 'number' && typeof value === 'number') return inDigits(rounded(value, decimals), decimals);
	if (kind === 'day') return showShortDay(String(value));
	if (kind === 'moment' && typeof value === 'number') return showMoment(value);
	return String(value);
}
