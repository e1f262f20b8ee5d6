import { shown } from '../statistics/rounding.ts';
import { showMonth } from '../paf/month.ts';
import type { MeanFigure } from './figures.ts';
import type { Sheet, Statistic } from './sheet-reading.server.ts';

/** '82.4 (78.0 to 86.8)'; why there is none under two scores. */
export function meanInWords(figure: MeanFigure | null): string {
	if (!figure) return 'not scored';
	const { interval, n } = figure;
	if (!interval) return n ? 'not shown: 1 score' : 'no scores';
	return `${shown(interval.mean, 1)} (${shown(interval.low, 1)} to ${shown(interval.high, 1)})`;
}

/** '5: 4 drawn at random, 1 chosen' */
export const countInWords = ({ n, sampled, chosen }: MeanFigure): string =>
	n ? `${n}: ${sampled} drawn at random${chosen ? `, ${chosen} chosen` : ''}` : '0';

/** '212 contacts', '91.3% (73 of 80)', '310 seconds (31,000 of 100)'. */
export function statisticInWords({ numerator, denominator, unit }: Statistic): string {
	const many = (n: number) => n.toLocaleString('en-GB');
	if (denominator === null) return `${many(numerator)} ${unit}`.trim();
	const of = `(${many(numerator)} of ${many(denominator)})`;
	if (unit === '%' || unit === '') return `${shown((100 * numerator) / denominator, 1)}% ${of}`;
	return `${shown(numerator / denominator, 1)} ${unit} ${of}`;
}

/** One line for each component, a column for each month: each by itself, in the words a report and a page show. */
export function sideBySide(sheets: readonly Sheet[]): { component: string; values: string[] }[] {
	const each = (component: string, say: (sheet: Sheet) => string) => ({ component, values: sheets.map(say) });
	const count = (value: number | null | undefined) => (value === null || value === undefined ? '–' : String(value));
	const names = [...new Set(sheets.flatMap(({ byChannel }) => byChannel.map(({ name }) => name)))];
	const statistics = [...new Set(sheets.flatMap(({ typed }) => typed?.statistics.map(({ name }) => name) ?? []))];
	return [
		each('Quality, mean and 95% interval', ({ quality }) => meanInWords(quality)),
		each('Scores that count', ({ quality }) => countInWords(quality)),
		...names.map((name) =>
			each(`Quality: ${name.toLowerCase()}`, ({ byChannel }) => meanInWords(byChannel.find((one) => one.name === name) ?? null))
		),
		each('Access, by itself', ({ access }) => meanInWords(access)),
		each('Critical failures', ({ critical, quality }) => (quality.n ? `${critical} of ${quality.n}` : '–')),
		...statistics.map((name) =>
			each(name, ({ typed }) => {
				const found = typed?.statistics.find((one) => one.name === name);
				return found ? statisticInWords(found) : '–';
			})
		),
		each('Escalations', ({ typed }) => count(typed?.escalations)),
		each('Errors', ({ typed }) => count(typed?.errors)),
		each('Compliments', ({ typed }) => count(typed?.compliments)),
		each('Complaints', ({ typed }) => count(typed?.complaints)),
		each('Objectives', ({ objectives }) => String(objectives.length)),
		...(sheets.some(({ composite }) => composite)
			? [each('Composite', ({ composite }) => (composite?.value == null ? 'not worked out' : shown(composite.value, 1)))]
			: [])
	];
}

/** The columns of that table, named by their months. */
export const monthHeads = (sheets: readonly Sheet[]): string[] => sheets.map(({ month }) => showMonth(month));
