import { showMoment, showShortDay } from '#lib/domain/calendar/dates.ts';
import { rounded, type ExportColumn } from '#lib/exchange/table-for-export.ts';
import type { Cell } from './description.ts';

/** A cell in words, as the page and the PDF show it: a dash where there is nothing. */
export function sayCell(value: Cell, { kind, decimals = 0 }: Pick<ExportColumn, 'kind' | 'decimals'>): string {
	if (value === null || value === '') return '–';
	if (kind === 'number' && typeof value === 'number') return rounded(value, decimals).toFixed(decimals);
	if (kind === 'day') return showShortDay(String(value));
	if (kind === 'moment' && typeof value === 'number') return showMoment(value);
	return String(value);
}
