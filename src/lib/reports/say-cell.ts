import { inDigits } from '#lib/charts/in-digits.ts';
import { showMoment, showShortDay } from '#lib/domain/calendar/dates.ts';
import { rounded } from '#lib/exchange/table-for-export.ts';
import type { Cell, ReportColumn } from './description.ts';

type Kind = Pick<ReportColumn, 'kind' | 'decimals' | 'names' | 'read'>;

/** A cell in words, as the page and the PDF show it: a dash where there is nothing. A number that names something stays as it is. */
export function sayCell(value: Cell, { kind, decimals = 0, read = decimals, names }: Kind): string {
	if (value === null || value === '') return '–';
	if (kind === 'number' && typeof value === 'number') return names ? String(value) : inDigits(rounded(value, read), read);
	if (kind === 'day') return showShortDay(String(value));
	if (kind === 'moment' && typeof value === 'number') return showMoment(value);
	return String(value);
}
