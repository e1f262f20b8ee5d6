import readXlsx from 'read-excel-file/node';
import { beforeEach, expect, test } from 'vitest';
import { addAction } from '#lib/domain/actions/adding.server.ts';
import { strandParents, strands, strandTies } from '#lib/domain/golden-thread/tables.ts';
import type { Level } from '#lib/domain/golden-thread/levels.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { objectives } from '#lib/domain/one-to-ones/tables.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { councilWithMeasures, enter, measuresToday as today, value } from '../../../../tests/support/measures.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { tablesOf } from '../description.ts';
import { fileOf } from '../file.server.ts';
import { goldenThreadKind } from './thread-kind.server.ts';
import { goldenThreadReport } from './thread-report.server.ts';

let db: Database;
let ids: Record<string, string>;

const strand = (id: string, number: number, level: Level, title: string, more: object = {}) =>
	db
		.insert(strands)
		.values({ id, number, level, title, position: number, ownedBy: 'The cabinet', ...more })
		.run();
const serves = (strandId: string, parentId: string) => db.insert(strandParents).values({ strandId, parentId }).run();
const tie = (strandId: string, kind: 'action' | 'measure', thing: string) =>
	db.insert(strandTies).values({ strandId, kind, thing, tiedBy: 'lead', tiedAt: 0 }).run();

beforeEach(() => {
	({ db, ids } = councilWithMeasures());
	strand('v', 1, 'vision', 'Everybody is heard');
	strand('p', 2, 'priority', 'Homes that are safe');
	strand('s', 3, 'service objective', 'Right first time', { serviceId: 'repairs', ownedBy: '' });
	strand('i', 4, 'individual objective', 'Priya’s own promise', { ownerId: 'planner', ownedBy: '' });
	serves('p', 'v');
	serves('s', 'p');
	serves('i', 's');
	tie('p', 'measure', ids['first-contact-resolution']!);
	enter(db, [value(ids['first-contact-resolution']!, 75, 100)]);
	const added = addAction(db, cast.manager, 'repairs', {
		title: 'Carry the right parts',
		detail: '',
		ownerId: 'manager',
		priority: 'high',
		startOn: '2026-10-01',
		dueOn: '2027-01-20',
		reviewOn: '2027-03-10',
		measure: '',
		baseline: '',
		target: ''
	});
	expect(added.ok).toBe(true);
	tie('s', 'action', db.select().from(actions).get()!.id);
});

const report = (person: Person = cast.lead, id = '') => goldenThreadReport(db, person, id, today);
const rowsOf = (one: ReturnType<typeof report>, id: string) => tablesOf(one).find((table) => table.id === id)?.rows;

test('coverage has numerator and denominator, and each level says what serves it', () => {
	const one = report();
	expect(rowsOf(one, 'coverage')).toEqual([
		{ level: 'Vision', covered: 0, of: 1, share: 0 },
		{ level: 'Priority', covered: 1, of: 1, share: 100 },
		{ level: 'Service objective', covered: 0, of: 1, share: 0 }
	]);
	expect(one.title).toMatch(/1 of 3 strands are covered/);
	expect(rowsOf(one, 'priority')).toMatchObject([
		{
			strand: 'Homes that are safe',
			serves: 'Everybody is heard',
			below: '1 action: 1 on the way',
			measures: '0 of 1 target met',
			state: 'Measured, missing target'
		}
	]);
	expect(rowsOf(one, 'measures')).toMatchObject([
		{ latest: '75.0% (75 of 100), October 2026', state: 'Not met', proves: 'Homes that are safe' }
	]);
});

test('an action reads up to the vision in one line, and breaks are listed', () => {
	expect(rowsOf(report(), 'up')).toMatchObject([
		{ title: 'Carry the right parts', line: 'Everybody is heard — Homes that are safe — Right first time' }
	]);
	expect(rowsOf(report(), 'breaks')).toContainEqual({ title: 'Right first time', place: 'Service objective', words: 'No owner' });
});

test('others’ individual objectives are in nobody’s report; one’s own are in one’s own', () => {
	expect(JSON.stringify(report(cast.lead))).not.toContain('Priya’s own promise');
	expect(JSON.stringify(report(cast.manager, 'service repairs'))).not.toContain('Priya’s own promise');
	expect(JSON.stringify(report(cast.planner, 'own'))).toContain('Priya’s own promise');
	db.insert(teams).values({ id: 'gas', serviceId: 'repairs', name: 'Gas' }).run();
	db.insert(staff)
		.values({ id: 'avi', teamId: 'gas', name: 'Avi Advisor', payrollNumber: '1', personId: 'advisor', isAdvisor: true })
		.run();
	db.insert(objectives)
		.values({ staffId: 'avi', text: 'Say who I am at once', strandId: 's', setAt: 0, setBy: 'lead', dueOn: '2027-01-01' })
		.run();
	expect(rowsOf(report(cast.advisor, 'own'), 'own-objectives')).toMatchObject([
		{ objective: 'Say who I am at once', line: 'Everybody is heard — Homes that are safe — Right first time' }
	]);
	for (const person of [cast.lead, cast.manager]) expect(JSON.stringify(report(person))).not.toContain('Say who I am');
});

test('actions are those one sees; somebody without any grant sees no thread', () => {
	for (const person of [cast.planner, cast.viewer]) expect(rowsOf(report(person), 'up')).toBeUndefined();
	expect(() => report(cast.colleague)).toThrow();
	expect(() => report(cast.lead, 'service nowhere')).toThrow();
	expect(() => report(cast.lead, 'person planner')).toThrow();
});

test('kept, it is read in full by who sees all of it, else as it is published; one’s own is never kept', () => {
	const { subject, unnamed } = goldenThreadKind.keeping!;
	expect(subject(db, cast.lead, '').named).toBe(true);
	expect(subject(db, cast.manager, 'service repairs').named).toBe(true);
	expect(subject(db, cast.viewer, 'service repairs').named).toBe(false);
	// they see no measures, shopping or performance of the council: the kept one would tell them
	for (const person of [cast.planner, cast.advisor]) expect(() => subject(db, person, 'service repairs')).toThrow();
	for (const person of [cast.manager, cast.advisor]) expect(() => subject(db, person, '')).toThrow();
	expect(() => subject(db, cast.lead, 'own')).toThrow();
	expect(JSON.stringify(unnamed!(db, cast.lead, '', today))).not.toContain('Carry the right parts');
});

test('workbook and JSON hold the figures of the page, and it is drawn as a PDF', async () => {
	const made = report();
	const bytes = async (format: 'pdf' | 'xlsx' | 'json') => Buffer.from((await fileOf(db, made, { format, today }))!.bytes);
	const json = JSON.parse((await bytes('json')).toString()) as { sections: { blocks: { id?: string; rows?: object[] }[] }[] };
	const sheets = await readXlsx(await bytes('xlsx'));
	for (const [n, table] of tablesOf(made).entries()) {
		expect(json.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === table.id)?.rows).toEqual(table.rows);
		expect(sheets[n]!.data.slice(1)).toHaveLength(table.rows.length);
	}
	expect((await bytes('pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});
