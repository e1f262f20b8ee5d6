import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAssessment } from '../../../../tests/support/assessments.ts';
import { queriesOf } from '../../../../tests/support/counting.ts';
import { staged } from '../../../../tests/support/frameworks.ts';
import { testDatabase } from '../../../../tests/support/test-database.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { heatMapOf } from './heat-map.server.ts';
import { movementOf } from './movement.server.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { targets } from './tables.ts';

const today = '2026-11-21';
const framework = staged('1.1 2.1:culture');
const fullThroughout = { '1.1': { rating: 'F' }, '2.1': { rating: 'F' } };

function council() {
	const db = testDatabase();
	const agreed = {
		status: 'agreed',
		submittedOn: today,
		agreedOn: today,
		agreedLevel: 2,
		agreedAward: 'Bronze',
		answered: fullThroughout
	} as const;
	anAssessment(db, framework, 'repairs', today, { ...agreed, baselineLevel: 1, baselineAward: 'Bronze' });
	anAssessment(db, framework, 'planning', today, { answered: fullThroughout });
	anAssessment(db, framework, 'contact-centre', today);
	return db;
}

test('services by directorate and name; agreed shows only what is agreed, claimed what is answered', () => {
	const db = council();
	const shown = (basis: 'agreed' | 'claimed') =>
		heatMapOf(db, 'cycle', { basis }).rows.map(({ service, directorate, themes }) => [
			directorate,
			service,
			themes?.map(({ level }) => level) ?? null
		]);
	expect(shown('agreed')).toEqual([
		['Customers and resources', 'Contact centre', null],
		// nothing is attached, so Fully counts as Partially; culture starts at level 2 and has none until it is attained
		['Homes and places', 'Housing repairs', [0, null]],
		['Homes and places', 'Planning applications', null]
	]);
	expect(shown('claimed')).toEqual([
		['Customers and resources', 'Contact centre', null],
		['Homes and places', 'Housing repairs', [1, 2]],
		['Homes and places', 'Planning applications', [1, 2]]
	]);
});

test('the target of the cycle stands beside, and one directorate can be chosen', () => {
	const db = council();
	db.insert(targets)
		.values({ cycleId: 'cycle', serviceId: 'repairs', level: 3, byWhen: '2027-03-31', why: 'The plan', approvedBy: 'The board' })
		.run();
	const { rows } = heatMapOf(db, 'cycle', { basis: 'agreed', directorate: 'homes' });
	expect(rows.map(({ service, target, agreedLevel, baselineLevel }) => [service, target, agreedLevel, baselineLevel])).toEqual([
		['Housing repairs', 3, 2, 1],
		['Planning applications', null, null, null]
	]);
});

test('awards against baseline, for the council and for a directorate', () => {
	const db = council();
	expect(movementOf(db, framework, 'cycle')).toMatchObject({ total: 3, agreed: 1, up: 1, notYet: { baseline: 2, now: 2 } });
	expect(movementOf(db, framework, 'cycle', 'resources')).toMatchObject({ total: 1, agreed: 0, up: 0 });
});

test('pages of 50 follow one another without gap or repeat, across directorates', () => {
	const db = council();
	const many = Array.from({ length: 120 }, (_, i) => ({
		id: `s${i}`,
		directorateId: i % 3 ? 'homes' : 'resources',
		name: `Service ${String(i).padStart(3, '0')}`
	}));
	db.insert(services).values(many).run();
	for (const { id } of many) anAssessment(db, framework, id, today);
	const seen: string[] = [];
	let after: string | null = '';
	while (after !== null) {
		const page = heatMapOf(db, 'cycle', { basis: 'agreed', ...(after && { after }) });
		seen.push(...page.rows.map(({ directorate, service }) => `${directorate} ${service}`));
		after = page.next;
	}
	expect(seen).toHaveLength(123);
	expect(seen).toEqual([...new Set(seen)].sort());
});

test('a page is one query, and what is in another cycle does not show', () => {
	const db = council();
	anAssessment(db, framework, 'repairs', today, { cycle: 'another', status: 'draft' });
	expect(heatMapOf(db, 'another', { basis: 'claimed' }).rows).toHaveLength(1);
	expect(queriesOf(db, () => heatMapOf(db, 'cycle', { basis: 'agreed' }))).toBe(1);
	db.update(assessments).set({ status: 'draft' }).where(eq(assessments.serviceId, 'repairs')).run();
	expect(heatMapOf(db, 'cycle', { basis: 'agreed' }).rows.every(({ themes }) => themes === null)).toBe(true);
});
