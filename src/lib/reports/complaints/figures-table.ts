import { fewestForShare, type Counted } from '#lib/domain/complaints/figure-words.ts';
import type { FigureRow } from '#lib/domain/complaints/figures.server.ts';
import type { Block } from '../description.ts';
import { number, rate } from './columns.ts';

/** No share in per cent of fewer than five: its counts stand beside it. */
const percent = ({ numerator, denominator }: Counted) =>
	denominator !== null && denominator >= fewestForShare ? (numerator / denominator) * 100 : null;
/** Of nothing that was due there is nothing to count. */
const countOf = ({ numerator, denominator }: Counted) => (denominator === 0 ? null : numerator);

/** Every figure with its counts, and beside it the same of the year before. */
export const figuresTable = (
	{ id, caption, when, before }: { id: string; caption: string; when: string; before: string },
	rows: readonly FigureRow[]
): Block => ({
	kind: 'table',
	table: {
		id,
		caption,
		note: 'A share of fewer than five is given as counts only.',
		columns: [
			{ key: 'name', label: 'What', kind: 'text', width: 34, share: 3 },
			number('n', when),
			number('of', 'Of'),
			rate('share', '%'),
			number('n2', before),
			number('of2', 'Of then'),
			rate('share2', '% then')
		],
		rows: rows.map(({ name, now: here, before: there }) => ({
			name,
			n: countOf(here),
			of: here.denominator,
			share: percent(here),
			n2: countOf(there),
			of2: there.denominator,
			share2: percent(there)
		})),
		empty: 'Nothing came in.'
	}
});
