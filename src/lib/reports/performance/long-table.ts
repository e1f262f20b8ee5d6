import { tableOf, type Section } from '../description.ts';

/** The table that has a line for each service; so many of them stand on a page. */
const longTable = 'demand-by-unit';
const linesShown = 20;

/** A section with a page of its long table, and where the pages before and after begin; `pages` is null where all of it is shown. */
export function withPageOfTable(section: Section, from: number) {
	const block = section.blocks.find((one) => tableOf(one)?.id === longTable);
	if (block?.kind !== 'table' || block.table.rows.length <= linesShown) return { section, pages: null };
	const { rows, links } = block.table;
	const start = from > 0 && from < rows.length ? from : 0;
	const end = start + linesShown;
	const table = { ...block.table, rows: rows.slice(start, end), ...(links && { links: links.slice(start, end) }) };
	return {
		section: { ...section, blocks: section.blocks.map((one) => (one === block ? { ...block, table } : one)) },
		pages: {
			shown: `${start + 1} to ${Math.min(end, rows.length)} of ${rows.length} in “${table.caption}”`,
			previous: start > 0 ? Math.max(0, start - linesShown) : null,
			next: end < rows.length ? end : null
		}
	};
}
