import { tableOf, type Block, type Report } from './description.ts';

/** The same figures for another program: the facts, and each table with its columns and rows. */
export function asJson({ name, title, subtitle, lead, facts, council, madeAt, sections }: Report) {
	return {
		format: 'golden-thread-report/1',
		name,
		title,
		subtitle,
		lead,
		council,
		madeAt: new Date(madeAt).toISOString(),
		facts: Object.fromEntries(facts),
		sections: sections.map((section) => ({ id: section.id, title: section.title, blocks: section.blocks.map(plain) }))
	};
}

/** A chart's or a heat map's figures are those of its table. */
function plain(block: Block) {
	const table = tableOf(block);
	if (!table) return block;
	const { id, caption, columns, rows } = table;
	return { kind: 'table', id, caption, columns: columns.map(({ key, label, kind }) => ({ key, label, kind })), rows };
}
