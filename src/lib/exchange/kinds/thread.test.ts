import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { retireStrand } from '#lib/domain/golden-thread/keeping.server.ts';
import { strandChanges } from '#lib/domain/golden-thread/tables.ts';
import { undo, undoable } from '#lib/domain/golden-thread/undoing.server.ts';
import { threadYaml } from '#lib/domain/golden-thread/writing-file.server.ts';
import { threadOf } from '#lib/domain/golden-thread/thread.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import { matchColumns } from '../matching-columns.ts';
import { readSpreadsheet } from '../reading.ts';
import { threadTable } from '../thread-table.server.ts';
import { threadImport, threadYamlImport } from './thread.server.ts';

const head = 'Reference;Level;What is aimed for;Serves;Owner;Service\n';
const against = { into: 'golden-thread', today: '2026-11-22' };
const all = { text: '', level: '', service: '' } as const;

async function planOf(db: Database, text: string) {
	const read = await readSpreadsheet('thread.csv', new TextEncoder().encode(head + text));
	if (!read.ok) throw new Error(read.text);
	return threadImport.plan(db, matchColumns(read.sheet, threadImport.columns).rows, against);
}
const apply = (db: Database, plan: Awaited<ReturnType<typeof planOf>>) =>
	write(db, (tx) => plan.steps.forEach(({ run }) => run && expect(run(tx, cast.lead)).toMatchObject({ ok: true })));

test('strands in any order are added from the top; the same file again changes nothing', async () => {
	const db = testDatabase();
	const file =
		'S1;service objective;Told the same day;P1;Morgan Manager;housing repairs\nP1;Priority;Safe homes;V1;;\nV1;vision;Heard;;Chief executive;\n';
	const plan = await planOf(db, file);
	expect(plan.problems).toEqual([]);
	expect(plan.steps.map(({ what, text }) => `${what}: ${text}`)).toEqual([
		'add: Adds the vision “Heard”',
		'add: Adds the priority “Safe homes”',
		'add: Adds the service objective “Told the same day”'
	]);
	apply(db, plan);
	const objective = threadOf(db).strands.at(-1)!;
	expect(objective).toMatchObject({ reference: 'S1', ownerId: 'manager', owner: 'Morgan Manager', serviceId: 'repairs' });
	expect((await planOf(db, file)).steps.map(({ what }) => what)).toEqual(['same', 'same', 'same']);
	const changed = await planOf(db, 'P1;priority;Safe and warm homes;V1;;\n');
	expect(changed.steps[0]?.text).toBe('Changes strand 2, “Safe homes”: title');
	expect(
		db
			.select()
			.from(auditLines)
			.all()
			.filter(({ what }) => what === 'added a strand')
	).toHaveLength(3);
});

test('what is wrong is said by row and column, and nothing is planned for it alone', async () => {
	const plan = await planOf(testDatabase(), 'A;priority;One;B;;Nowhere\nB;priority;Two;A;;\nB;dream;Three;;;\nC;vision;;;;\n');
	const said = plan.problems.map(({ row, column, text }) => `${row} ${column}: ${text}`);
	expect(said).toContain('2 Service: There is no open service called Nowhere');
	expect(said).toContain('2 Serves: A strand cannot serve itself. These close a circle: A → B → A');
	expect(said.some((one) => one.startsWith('4 Level: The level must be one of'))).toBe(true);
	expect(said).toContain('5 What is aimed for: The title of a strand is missing');
});

test('a thread taken away as YAML or as a table can be brought back as it is', async () => {
	const db = testDatabase();
	apply(db, await planOf(db, 'V1;vision;Heard;;Chief executive;\nP1;priority;Safe homes;V1;;\n'));
	const yaml = threadYaml(db, all, 'Ours');
	const read = threadYamlImport.read!(new TextEncoder().encode(yaml));
	expect(read.ok && threadYamlImport.plan(db, read.rows, against)).toMatchObject({
		problems: [],
		steps: [{ what: 'same' }, { what: 'same' }]
	});
	const other = testDatabase();
	apply(other, read.ok ? threadYamlImport.plan(other, read.rows, against) : { problems: [], steps: [] });
	expect([...threadTable(other, all).rows]).toEqual([...threadTable(db, all).rows]);
});

const many = (n: number) =>
	`V1;vision;Heard;;Chief executive;\n${Array.from({ length: n }, (_, at) => `S${at};service objective;Objective ${at};V1;Morgan Manager;housing repairs`).join('\n')}\n`;

/** How many statements that read are prepared while something is done. */
function reading(db: Database, work: () => void): number {
	const prepare = vi.spyOn(db.$client, 'prepare');
	work();
	const reads = prepare.mock.calls.filter(([text]) => /^\s*(select|with)/i.test(text)).length;
	prepare.mockRestore();
	return reads;
}

test('a long file is read with as few questions as a short one', async () => {
	const readFor = async (n: number) => {
		const db = testDatabase();
		const read = await readSpreadsheet('thread.csv', new TextEncoder().encode(head + many(n)));
		if (!read.ok) throw new Error(read.text);
		const { rows } = matchColumns(read.sheet, threadImport.columns);
		const checking = reading(db, () => void threadImport.plan(db, rows, against));
		const plan = threadImport.plan(db, rows, against);
		return { checking, applying: reading(db, () => apply(db, plan)) };
	};
	const [few, more] = [await readFor(3), await readFor(60)];
	expect(more).toEqual(few);
	const db = testDatabase();
	apply(db, await planOf(db, many(60)));
	const changed = many(60).replaceAll('Objective', 'Aim');
	const plan = await planOf(db, changed);
	expect(plan.steps.filter(({ what }) => what === 'change')).toHaveLength(60);
	expect(reading(db, () => apply(db, plan))).toBeLessThan(12);
	expect(threadOf(db).strands.at(-1)).toMatchObject({ title: 'Aim 59', version: 2 });
});

test('a file is undone in one step, and can be brought in again', async () => {
	const db = testDatabase();
	apply(db, await planOf(db, 'V1;vision;Heard;;Chief executive;\nP1;priority;Safe homes;V1;;\n'));
	apply(db, await planOf(db, 'P1;priority;Safe and warm homes;V1;;\nP2;priority;Clean streets;V1;;\nC1;commitment;On time;P1;;\n'));
	expect(undoable(db, cast.lead)).toBe('changed a strand: Safe and warm homes, and 2 more');
	expect(undo(db, cast.lead, against.today)).toMatchObject({ ok: true });
	expect(threadOf(db).strands.map(({ title }) => title)).toEqual(['Heard', 'Safe homes']);
	expect(threadOf(db).retired.map(({ title }) => title)).toEqual(['Clean streets', 'On time']);
	const again = await planOf(db, 'P2;priority;Clean streets;V1;;\nC1;commitment;On time;P2;;\n');
	expect(again.problems).toEqual([]);
	expect(again.steps.map(({ text }) => text)).toEqual([
		'Brings back strand 3, “Clean streets”, as the priority “Clean streets”',
		'Brings back strand 4, “On time”, as the commitment “On time”'
	]);
	apply(db, again);
	expect(threadOf(db).strands.map(({ title }) => title)).toEqual(['Heard', 'Safe homes', 'Clean streets', 'On time']);
});

test('what was changed since keeps the whole file from being undone, and nothing of it is', async () => {
	const db = testDatabase();
	apply(db, await planOf(db, 'V1;vision;Heard;;Chief executive;\nP1;priority;Safe homes;V1;;\nP2;priority;Clean streets;V1;;\n'));
	const { id, version } = threadOf(db).strands.find(({ title }) => title === 'Safe homes')!;
	expect(retireStrand(db, cast.lead, id, version, against.today)).toEqual({ ok: true });
	db.update(strandChanges).set({ madeBy: 'somebody' }).where(eq(strandChanges.what, 'retired a strand')).run();
	expect(undo(db, cast.lead, against.today)).toMatchObject({
		code: 'changed-since',
		text: 'This cannot be undone: “Safe homes” has been changed since'
	});
	expect(threadOf(db).strands.map(({ title }) => title)).toEqual(['Heard', 'Clean streets']);
});
