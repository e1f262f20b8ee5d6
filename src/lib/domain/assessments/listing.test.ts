import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anAssessment } from '../../../../tests/support/assessments.ts';
import { queriesOf } from '../../../../tests/support/counting.ts';
import { staged, today } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { directorates, services } from '../organisation/tables.ts';
import { assessments } from './tables.ts';
import { handOver } from './handing-over.server.ts';
import { listingTable } from './listing-table.server.ts';
import { listSorts, type ListFilter } from './list-filter.ts';
import { assessmentsListed, handedTo } from './listing.server.ts';

const model = staged('1.1 1.2 2.1');

function council() {
	const db = testDatabase();
	const repairs = anAssessment(db, model, 'repairs', today, { status: 'agreed', submittedOn: today, agreedOn: today });
	const planning = anAssessment(db, model, 'planning', today, { status: 'moderated', submittedOn: today });
	const centre = anAssessment(db, model, 'contact-centre', today);
	return { db, repairs, planning, centre };
}

describe('the list of assessments', () => {
	test.each([
		['lead', ['Contact centre', 'Housing repairs', 'Planning applications']],
		['assessor', ['Contact centre', 'Housing repairs', 'Planning applications']],
		['manager', ['Housing repairs']],
		['planner', ['Planning applications']],
		['member', ['Housing repairs', 'Planning applications']],
		['viewer', []],
		['administrator', []],
		['advisor', []],
		['colleague', []]
	] as const)('shows the %s what they may see', (who, expected) => {
		const { db } = council();
		expect(assessmentsListed(db, cast[who], {}).rows.map(({ service }) => service)).toEqual(expected);
	});

	test('narrows by status and by cycle', () => {
		const { db } = council();
		const services = (filter: Partial<ListFilter>) => assessmentsListed(db, cast.lead, filter).rows.map(({ service }) => service);
		expect(services({ status: 'draft' })).toEqual(['Contact centre']);
		expect(services({ cycleId: 'another' })).toEqual([]);
		expect(assessmentsListed(db, cast.viewer, { status: 'draft' }).rows).toEqual([]);
	});

	test('pages through every assessment once, in order', () => {
		const { db } = council();
		for (const cycle of ['second', 'third']) anAssessment(db, model, 'repairs', today, { cycle });
		const seen: string[] = [];
		let after: string | undefined;
		do {
			const page = assessmentsListed(db, cast.lead, { after }, 2);
			seen.push(...page.rows.map(({ id }) => id));
			after = page.next ?? undefined;
		} while (after);
		expect(seen).toEqual(assessmentsListed(db, cast.lead, {}).rows.map(({ id }) => id));
		expect(new Set(seen).size).toBe(5);
	});

	test('begins at the top where the address says nonsense', () => {
		const { db } = council();
		expect(assessmentsListed(db, cast.lead, { after: '[broken' }).rows).toHaveLength(3);
	});

	test('is one query, however long', () => {
		const { db } = council();
		expect(queriesOf(db, () => assessmentsListed(db, cast.lead, {}))).toBe(1);
	});

	const ways = listSorts.flatMap((sort) => (['ascending', 'descending'] as const).map((order) => [sort, order] as const));

	test.each(ways)('by %s, %s, pages through every assessment once', (sort, order) => {
		const { db } = council();
		for (const cycle of ['second', 'third']) anAssessment(db, model, 'repairs', today, { cycle });
		const whole = assessmentsListed(db, cast.lead, { sort, order }).rows.map(({ id }) => id);
		const seen: string[] = [];
		for (let after: string | undefined, more = true; more; more = after !== undefined) {
			const page = assessmentsListed(db, cast.lead, { sort, order, after }, 2);
			seen.push(...page.rows.map(({ id }) => id));
			after = page.next ?? undefined;
		}
		expect(seen).toEqual(whole);
		expect(new Set(seen).size).toBe(5);
	});

	test('is in the order asked for: on its way, by due date, by agreed level', () => {
		const { db, repairs, planning } = council();
		db.update(assessments).set({ dueOn: '2030-01-01', agreedLevel: 2 }).where(eq(assessments.id, repairs)).run();
		db.update(assessments).set({ dueOn: '2020-01-01' }).where(eq(assessments.id, planning)).run();
		const rows = (filter: Partial<ListFilter>) => assessmentsListed(db, cast.lead, filter).rows;
		expect(rows({ sort: 'status' }).map(({ status }) => status)).toEqual(['draft', 'moderated', 'agreed']);
		expect(rows({ sort: 'due' }).map(({ service }) => service)).toEqual(['Planning applications', 'Contact centre', 'Housing repairs']);
		expect(rows({ sort: 'level', order: 'descending' })[0]?.agreedLevel).toBe(2);
		expect(rows({ order: 'descending' })[0]?.service).toBe('Planning applications');
	});

	test.each(ways)('by %s, %s, walks an index rather than sorting them all', (sort, order) => {
		const { db } = council();
		db.insert(directorates).values({ id: 'd', name: 'Many' }).run();
		db.insert(services)
			.values(Array.from({ length: 300 }, (_, i) => ({ id: `s${i}`, directorateId: 'd', name: `Service ${i}` })))
			.run();
		const asked: { text: string; values: unknown[] }[] = [];
		const prepare = db.$client.prepare.bind(db.$client);
		db.$client.prepare = ((text: string) => {
			const statement = prepare(text);
			const { raw } = statement;
			statement.raw = ((...modes: []) => {
				const given = raw.apply(statement, modes);
				const { all } = given;
				given.all = (...values: unknown[]) => (asked.push({ text, values }), all.apply(given, values));
				return given;
			}) as typeof raw;
			return statement;
		}) as typeof prepare;
		const { next } = assessmentsListed(db, cast.lead, { sort, order }, 1);
		assessmentsListed(db, cast.lead, { sort, order, after: next ?? undefined }, 1);
		expect(asked).toHaveLength(2);
		for (const { text, values } of asked) {
			const plan = (prepare(`explain query plan ${text}`).all(...values) as { detail: string }[]).map(({ detail }) => detail);
			const index = { service: 'service_by_name', status: 'assessment_by_way', level: 'assessment_by_level', due: 'assessment_by_due' };
			expect(plan[0]).toContain(index[sort]);
			expect(plan).not.toContain('USE TEMP B-TREE FOR ORDER BY');
		}
	});
});

test('the list to take away has every row of the filter, whatever fits on a page', () => {
	const { db } = council();
	for (const cycle of ['second', 'third']) anAssessment(db, model, 'repairs', today, { cycle });
	expect([...listingTable(db, cast.manager, { status: 'draft' }).rows]).toMatchObject([
		{ service: 'Housing repairs', status: 'draft', answered: 0, total: 3, level: 0 },
		{ service: 'Housing repairs' }
	]);
	expect([...listingTable(db, cast.lead, {}).rows]).toHaveLength(5);
});

test('what is handed to a colleague, in the order of the framework', () => {
	const { db, centre } = council();
	for (const criterion of ['2.1', '1.2'])
		handOver(db, cast.lead, { assessmentId: centre, criterion, personId: 'colleague', note: 'You know this best' });
	expect(handedTo(db, cast.colleague)).toMatchObject([
		{ criterion: '1.2', title: 'Criterion 1.2', service: 'Contact centre', note: 'You know this best' },
		{ criterion: '2.1' }
	]);
	expect(handedTo(db, cast.colleague, 'another')).toEqual([]);
});
