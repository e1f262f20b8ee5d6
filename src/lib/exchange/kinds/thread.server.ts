import * as v from 'valibot';
import { bringer, differences } from '#lib/domain/golden-thread/bringing.server.ts';
import { levels } from '#lib/domain/golden-thread/levels.ts';
import { strandsByName } from '#lib/domain/golden-thread/naming.ts';
import { faultsInFile, fromTheTop, type RowInFile } from '#lib/domain/golden-thread/planning-file.ts';
import { fileReader } from '#lib/domain/golden-thread/reading-file.server.ts';
import { readThread, strandEntries, type StrandInFile } from '#lib/domain/golden-thread/thread-file.ts';
import { threadOf } from '#lib/domain/golden-thread/thread.server.ts';
import { done } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { decodeText } from '../decoding-text.ts';
import { unguarded } from '../formula-guard.ts';
import { importKind, type ImportColumn, type ImportKind, type Plan, type Typed } from '../import-kind.ts';

/** Where threads are brought into: the one thread of the council. */
export const intoThread = 'golden-thread';

export const threadColumns: readonly ImportColumn[] = [
	{
		key: 'reference',
		label: 'Reference',
		about: 'How the file names it: of your own, or the number of a strand that is there. Required.',
		example: 'P1',
		required: true,
		also: ['Number', 'Ref']
	},
	{ key: 'level', label: 'Level', about: `One of: ${levels.join(', ')}. Required.`, example: 'priority', required: true },
	{
		key: 'title',
		label: 'What is aimed for',
		about: 'In one sentence. Required.',
		example: 'Homes that are safe and looked after',
		required: true,
		also: ['Title', 'Strand']
	},
	{ key: 'serves', label: 'Serves', about: 'The references of the strands above that it serves, with semicolons between.', example: 'V1' },
	{ key: 'why', label: 'Why', about: 'Why it matters. May be empty.', example: 'A cold home makes people ill' },
	{
		key: 'owner',
		label: 'Owner',
		about: 'The name or email of somebody who signs in, else a post or a group. May be empty.',
		example: 'Director of homes'
	},
	{ key: 'service', label: 'Service', about: 'Its name as it stands here, for service objectives. May be empty.', example: '' },
	{ key: 'team', label: 'Team', about: 'Its name as it stands here, for team and individual objectives. May be empty.', example: '' },
	{ key: 'from', label: 'From', about: 'The day it begins. May be empty.', example: '2026-04-01' },
	{ key: 'until', label: 'Until', about: 'The day it ends. May be empty.', example: '2030-03-31' },
	{ key: 'source', label: 'Source', about: 'Document and place. May be empty.', example: 'Corporate plan, page 8' }
];

const cell = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text) => unguarded(text.trim()) ?? '')
);
const orLeft = v.transform((text: string) => text || undefined);
const rowSchema = v.pipe(
	v.object({
		reference: v.pipe(cell, strandEntries.reference),
		level: v.pipe(cell, v.toLowerCase(), strandEntries.level),
		title: v.pipe(cell, strandEntries.title),
		serves: v.pipe(
			cell,
			v.transform((text) => text.split(/[;,\n]/).flatMap((one) => (one.trim() ? [one.trim()] : [])))
		),
		why: v.pipe(cell, orLeft, strandEntries.why),
		owner: v.pipe(cell, orLeft, strandEntries.owner),
		service: v.pipe(cell, orLeft, strandEntries.service),
		team: v.pipe(cell, orLeft, strandEntries.team),
		from: v.pipe(cell, orLeft, strandEntries.from),
		until: v.pipe(cell, orLeft, strandEntries.until),
		source: v.pipe(cell, orLeft, strandEntries.source)
	}),
	v.transform((row): StrandInFile => row as StrandInFile)
);

function planThread(db: Database, rows: Typed<StrandInFile>[]): Plan {
	const thread = threadOf(db);
	const there = new Map(
		[...thread.byId.values()]
			.filter(({ retiredOn }) => !retiredOn)
			.flatMap(({ number, reference, level }) => [
				[String(number), level] as const,
				...(reference ? [[reference.toLowerCase(), level] as const] : [])
			])
	);
	const [byName, read, differsFrom] = [strandsByName(thread), fileReader(db), differences(db)];
	// begun with the first step and gone on with by the others, so that the thread is read once and all of it can be undone together
	let bring: ReturnType<typeof bringer> | null = null;
	const plan: Plan = { problems: faultsInFile(rows, there), steps: [] };
	for (const { row, is } of fromTheTop(rows as RowInFile[])) {
		const found = read(is);
		if (!found.ok) plan.problems.push({ row, column: found.column, text: found.text });
		if (is.from && is.until && is.until < is.from)
			plan.problems.push({ row, column: 'Until', text: 'The day it ends must be the day it begins or later' });
		const strand = byName.get(is.reference.toLowerCase());
		const name = `${is.level} “${is.title}”`;
		const differs = strand ? differsFrom(strand, is) : [];
		if (strand && !differs.length) plan.steps.push({ row, what: 'same', text: `The ${name} is there as it is` });
		else
			plan.steps.push({
				row,
				what: strand ? 'change' : 'add',
				text: !strand
					? `Adds the ${name}`
					: strand.retiredOn
						? `Brings back strand ${strand.number}, “${strand.title}”, as the ${name}`
						: `Changes strand ${strand.number}, “${strand.title}”: ${differs.join(', ')}`,
				run: (tx, person) => (bring ??= bringer(tx, person))(is)
			});
	}
	return plan;
}

const kindOf = (kind: string, name: string, about: string, read?: ImportKind['read']) =>
	importKind<StrandInFile>({
		kind,
		name,
		about,
		columns: threadColumns,
		examples: [
			{
				reference: 'V1',
				level: 'vision',
				title: 'A borough where everyone is heard and looked after',
				owner: 'Chief executive',
				serves: '',
				why: '',
				from: '',
				until: '',
				source: ''
			}
		],
		notes: [
			'A reference that is there already is changed, so a downloaded thread can be worked on and brought back.',
			'A reference that was retired is brought back.',
			'Nothing is retired or removed: what is not in the file stays as it is.'
		],
		schema: rowSchema,
		plan: (db, rows) => planThread(db, rows),
		...(read ? { read } : {})
	});

/** A thread as CSV or XLSX, a row a strand. */
export const threadImport = kindOf('thread', 'Golden thread', 'Strands of the golden thread, a row each.');

/** A thread as YAML, as it is downloaded. A row is a strand, counted from the first. */
export const threadYamlImport = kindOf('thread-yaml', 'Golden thread', 'A thread as a YAML file.', (bytes) => {
	const decoded = decodeText(bytes);
	if (!decoded.ok) return decoded;
	const read = readThread(decoded.text, 'the file');
	if (!read.ok)
		return done({ rows: [], problems: read.problems.map(({ line, field, text }) => ({ row: line, column: field, text })), notes: [] });
	return done({
		rows: rowsOfStrands(read.document.strands),
		problems: [],
		notes: ['Rows are strands, counted from the first of the file']
	});
});

/** Strands of a file as rows of cells, as a spreadsheet would have them. */
export const rowsOfStrands = (strands: readonly StrandInFile[]) =>
	strands.map((strand, at) => ({
		row: at + 1,
		cells: Object.fromEntries(
			Object.entries(strand).map(([key, value]) => [key, Array.isArray(value) ? value.join('; ') : String(value ?? '')])
		)
	}));
