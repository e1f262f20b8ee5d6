import { eq } from 'drizzle-orm';
import readXlsx from 'read-excel-file/node';
import { beforeEach, describe, expect, test } from 'vitest';
import { addAction } from '#lib/domain/actions/adding.server.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { grants, people } from '#lib/domain/access/tables.ts';
import { personById } from '#lib/domain/access/finding.server.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { keptReports, reportSchedules } from '#lib/domain/kept-reports/tables.ts';
import { keepScheduled } from '#lib/work/keeping-scheduled.server.ts';
import { at } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import { agreedAssessment } from '../../../../tests/support/agreed-assessment.ts';
import { staged } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase, withoutProtection } from '../../../../tests/support/test-database.ts';
import { tablesOf } from '../description.ts';
import { cycleToReport } from '../finding.server.ts';
import { keptKinds } from '../report-kinds.server.ts';
import { comparisonSeen } from './comparison.server.ts';
import { fileOfKept } from './file.server.ts';
import { keptFiltersIn } from './filters.ts';
import { keptSeen, neighboursOf } from './finding.server.ts';
import { keepReport } from './keeping.server.ts';
import { keptChoices, keptListed, keptTable } from './listing.server.ts';
import { madeToKeep } from './making-to-keep.server.ts';
import { arrangeSchedule, endSchedule, schedulesOf } from './scheduling.server.ts';
import { subjectOf } from './subject.server.ts';

const today = '2026-11-21';
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
let db: Database;
let assessment: string;

beforeEach(() => {
	db = testDatabase();
	assessment = agreedAssessment(db, staged('1.1 1.2 2.1'), today, { ratings: { '1.1': 'F', '1.2': 'F', '2.1': 'L' } });
	act('Survey every tenant');
});

const act = (title: string) =>
	addAction(db, cast.manager, 'repairs', {
		title,
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

const keep = (kind = 'service', id = assessment, person: Person = cast.manager, note = '') => {
	const kept = at(noon(today), () => keepReport(db, person, madeToKeep(db, { kind, id, person, today }), { kind, id, note }));
	return kept.ok ? String(kept.number) : expect.fail('not kept');
};
const all = keptFiltersIn(new URLSearchParams());
const listed = (person: Person, filters = all) => keptListed(db, person, filters, {}).rows.map(({ number }) => number);

describe('a report kept as it was', () => {
	test('says what it said, whatever comes after, and what is live says the new', () => {
		const number = keep();
		act('A second thing to do');
		const plan = (rows: object[]) => rows.map((row) => (row as { title: string }).title);
		const inKept = tablesOf(keptSeen(db, cast.manager, number).report).find(({ id }) => id === 'plan')!;
		expect(plan([...inKept.rows])).toEqual(['Survey every tenant']);
		const now = tablesOf(madeToKeep(db, { kind: 'service', id: assessment, person: cast.manager, today }).report);
		expect(plan([...now.find(({ id }) => id === 'plan')!.rows])).toHaveLength(2);
	});

	test('names who kept it, when and why, leaves an audit line and cannot be changed or taken away', () => {
		const number = keep('service', assessment, cast.manager, 'Before the cabinet');
		expect(keptSeen(db, cast.manager, number)).toMatchObject({
			keptBy: 'Morgan Manager',
			keptAt: noon(today),
			note: 'Before the cabinet',
			isWhole: true,
			about: 'Housing repairs, 2026/27 cycle'
		});
		const line = db.select().from(auditLines).all().at(-1)!;
		expect(line).toMatchObject({ personId: 'manager', what: 'kept a report as it is: Housing repairs, 2026/27 cycle' });
		expect(() => db.update(keptReports).set({ note: 'Other' }).run()).toThrow();
		expect(() => db.delete(keptReports).run()).toThrow();
	});

	test('what somebody changed in the file is noticed by its SHA-256', () => {
		const number = keep();
		const { content } = db.select().from(keptReports).get()!;
		withoutProtection(db)
			.update(keptReports)
			.set({ content: content.replace('Bronze', 'Gold') })
			.run();
		expect(keptSeen(db, cast.manager, number).isWhole).toBe(false);
	});

	test('readers without sight of individual staff read it without names', () => {
		const number = keep();
		expect(JSON.stringify(keptSeen(db, cast.lead, number))).toContain('Morgan Manager');
		const seen = keptSeen(db, cast.viewer, number);
		expect(JSON.stringify(seen)).not.toContain('Morgan Manager');
		expect(JSON.stringify(seen)).toContain('Survey every tenant');
		expect(seen).toMatchObject({ keptBy: null, isWhole: true });
	});

	test('the right to read it is the right to read that report today', () => {
		const number = keep();
		expect(() => keptSeen(db, cast.planner, number)).toThrow();
		db.update(assessments).set({ status: 'moderated' }).run();
		// moderated, not agreed: the board reads it, a viewer does not
		expect(keptSeen(db, cast.member, number).number).toBe(1);
		expect(() => keptSeen(db, cast.viewer, number)).toThrow();
		expect(listed(cast.viewer)).toEqual([]);
		expect(() => keptSeen(db, cast.manager, '99')).toThrow();
	});

	test('what is about one person is never kept', () => {
		for (const kind of ['monthly sheet', 'calibration', 'ratings', 'no such kind'])
			expect(() => madeToKeep(db, { kind, id: 'x', person: cast.manager, today })).toThrow();
	});

	test('PDF, workbook and JSON say the kept figures', async () => {
		const number = keep();
		act('A second thing to do');
		const file = async (format: 'pdf' | 'xlsx' | 'json') =>
			Buffer.from((await fileOfKept(db, { number, against: null, person: cast.manager, format, table: null }))!.bytes);
		const { report } = keptSeen(db, cast.manager, number);
		expect((await file('pdf')).subarray(0, 5).toString()).toBe('%PDF-');
		expect(JSON.stringify(JSON.parse((await file('json')).toString()))).not.toContain('A second thing');
		const sheets = await readXlsx(await file('xlsx'));
		expect(sheets.map(({ data }) => Math.max(0, data.length - 1))).toEqual(tablesOf(report).map(({ rows }) => rows.length));
	});
});

describe('the list', () => {
	test('holds for everybody exactly what they may open', () => {
		const cycle = cycleToReport(db, null)!.id;
		keep();
		keep('council', cycle, cast.lead);
		keep('plan', 'repairs');
		keep('plan', '', cast.lead);
		keep('PAF council', '', cast.lead);
		keep('PAF service', 'repairs');
		for (const person of Object.values(cast)) {
			const opened = [6, 5, 4, 3, 2, 1].filter((number) => {
				try {
					return keptSeen(db, person, String(number));
				} catch {
					return false;
				}
			});
			expect([person.id, listed(person)]).toEqual([person.id, opened]);
		}
		expect(listed(cast.manager)).toEqual([6, 3, 1]);
		expect(listed(cast.advisor)).toEqual([]);
	});

	test('is narrowed by kind, service and month, turned round and taken away', () => {
		keep();
		keep('plan', 'repairs');
		keep('plan', '', cast.lead);
		const narrowed = (query: string) => listed(cast.lead, keptFiltersIn(new URLSearchParams(query)));
		expect(narrowed('kind=plan')).toEqual([3, 2]);
		expect(narrowed('service=repairs')).toEqual([2, 1]);
		expect(narrowed('month=2026-11&order=ascending')).toEqual([1, 2, 3]);
		expect(narrowed('month=2026-10')).toEqual([]);
		expect(keptChoices(db, cast.lead)).toMatchObject({
			kinds: [{ value: 'service' }, { value: 'plan' }],
			services: [{ value: 'repairs', label: 'Housing repairs' }],
			months: ['2026-11']
		});
		expect([...keptTable(db, cast.lead, all).rows]).toHaveLength(3);
	});

	test('every kind that is kept has its sight in the list', () => {
		expect(keptKinds.length).toBeGreaterThanOrEqual(10);
		for (const { keeping } of keptKinds) for (const person of Object.values(cast)) expect(keeping.inSight(person)).toBeDefined();
		expect(listed(cast.lead)).toEqual([]);
	});
});

test('one is compared with the one before, as the reader may read both', () => {
	const first = keep();
	act('A second thing to do');
	const second = keep();
	expect(neighboursOf(db, keptSeen(db, cast.manager, second))).toEqual({ before: 1, after: null });
	for (const person of [cast.manager, cast.viewer]) {
		const { before, after, report } = comparisonSeen(db, person, keptSeen(db, person, first), second);
		expect([before.number, after.number]).toEqual([1, 2]);
		expect(report.sections[0]).toMatchObject({ id: 'plan' });
		expect(JSON.stringify(report)).toContain('A second thing to do');
		expect(JSON.stringify(report)).not.toContain('Morgan');
	}
	const other = keep('plan', 'repairs');
	expect(() => comparisonSeen(db, cast.manager, keptSeen(db, cast.manager, first), other)).toThrow();
});

describe('kept regularly', () => {
	const arrange = (person = cast.manager, firstOn = '2026-12-01') =>
		arrangeSchedule(db, person, { kind: 'service', of: assessment, rhythm: 'monthly', firstOn }, today);
	const run = (day: string) => keepScheduled(db, noon(day));

	test('on its day a report is made and kept, once, and the next day is a month on', async () => {
		expect(arrange().ok).toBe(true);
		await run('2026-11-30');
		expect(listed(cast.manager)).toEqual([]);
		await run('2026-12-01');
		await run('2026-12-01');
		expect(listed(cast.manager)).toEqual([1]);
		expect(keptSeen(db, cast.manager, '1')).toMatchObject({ isScheduled: true, keptBy: 'Morgan Manager' });
		expect(schedulesOf(db, cast.manager)).toMatchObject([{ nextOn: '2027-01-01', stoppedAt: null }]);
		expect(db.select().from(auditLines).all().at(-1)).toMatchObject({ personId: null, what: expect.stringContaining('by its schedule') });
	});

	test('days that were missed are not made up for', async () => {
		arrange();
		await run('2027-03-15');
		expect(listed(cast.manager)).toEqual([1]);
		expect(schedulesOf(db, cast.manager)).toMatchObject([{ nextOn: '2027-04-01' }]);
	});

	test('who lost the right has it ended, with a sentence', async () => {
		arrange();
		db.delete(grants).where(eq(grants.personId, 'manager')).run();
		await run('2026-12-01');
		expect(db.select().from(keptReports).all()).toEqual([]);
		expect(schedulesOf(db, personById(db, 'manager')!)).toMatchObject([
			{ stoppedWhy: expect.stringContaining('may not read this report any more') }
		]);
	});

	test('with a closed account it ends', async () => {
		arrange();
		db.update(people).set({ deactivatedAt: 1 }).where(eq(people.id, 'manager')).run();
		await run('2026-12-01');
		expect(db.select().from(reportSchedules).get()).toMatchObject({ stoppedWhy: 'The account of whoever had it kept is closed.' });
	});

	test('the same twice, a day gone by, somebody else’s and a report out of sight are refused', () => {
		expect(arrange(cast.manager, '2026-11-20')).toMatchObject({ ok: false, field: 'firstOn' });
		const first = arrange();
		expect(arrange()).toMatchObject({ ok: false, code: 'twice' });
		expect(() => arrange(cast.planner)).toThrow();
		const { id } = first.ok ? first : expect.fail();
		expect(() => endSchedule(db, cast.lead, id, 1)).toThrow();
		expect(endSchedule(db, cast.manager, id, 1).ok).toBe(true);
		expect(endSchedule(db, cast.manager, id, 2)).toMatchObject({ ok: false, code: 'ended' });
		expect(arrange().ok).toBe(true);
	});
});

test('what a report is of says where it is read today', () => {
	expect(subjectOf(db, cast.viewer, 'service', assessment)).toMatchObject({ address: `/reports/assessments/${assessment}`, named: false });
});
