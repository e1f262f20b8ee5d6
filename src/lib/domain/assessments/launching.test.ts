import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { publishedFramework } from '../../../../tests/support/assessments.ts';
import { queriesOf } from '../../../../tests/support/counting.ts';
import { staged, thirtyOne } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { services } from '../organisation/tables.ts';
import { launch, type Launch } from './launching.server.ts';
import { answers, assessments, cycles, results } from './tables.ts';

const today = '2026-11-21';

function council() {
	const db = testDatabase();
	const frameworkVersionId = publishedFramework(db, staged(thirtyOne));
	const asked: Launch = {
		name: '2026/27',
		frameworkVersionId,
		startsOn: '2026-04-01',
		dueOn: '2027-03-31',
		carriesOver: false,
		services: ['repairs', 'planning']
	};
	return { db, asked, go: (more: Partial<Launch> = {}) => launch(db, cast.lead, { ...asked, ...more }, today) };
}

test('one assessment a service, one answer row a criterion, and a result on each basis from the first day', () => {
	const { db, go } = council();
	expect(go()).toMatchObject({ ok: true, count: 2 });
	expect(db.select().from(assessments).all()).toHaveLength(2);
	expect(db.select().from(answers).all()).toHaveLength(62);
	const kept = db.select().from(results).where(eq(results.basis, 'claimed')).all();
	expect(kept.map(({ answered, total, level }) => [answered, total, level])).toEqual([
		[0, 31, 0],
		[0, 31, 0]
	]);
});

test('launching again changes nothing but for services that were not in it', () => {
	const { db, go } = council();
	go();
	expect(go()).toMatchObject({ ok: true, count: 0 });
	expect(go({ services: ['repairs', 'contact-centre'] })).toMatchObject({ ok: true, count: 1 });
	expect(db.select().from(cycles).all()).toHaveLength(1);
	expect(db.select().from(answers).all()).toHaveLength(93);
});

test('another cycle under the same name is refused', () => {
	const { go } = council();
	go();
	expect(go({ dueOn: '2027-04-30' })).toMatchObject({ ok: false, code: 'name-taken', field: 'name' });
});

test('closed services are left out', () => {
	const { db, go } = council();
	db.update(services).set({ closedOn: '2026-05-01' }).where(eq(services.id, 'planning')).run();
	expect(go()).toMatchObject({ ok: true, count: 1 });
});

test('dates the wrong way round, no services and a draft framework are refused', () => {
	const { go } = council();
	expect(go({ dueOn: '2026-03-31' })).toMatchObject({ code: 'dates', field: 'dueOn' });
	expect(go({ services: [] })).toMatchObject({ code: 'no-services' });
	expect(go({ frameworkVersionId: 'none' })).toMatchObject({ code: 'not-published' });
});

test('the number of statements does not grow with the services', () => {
	const cost = (size: number) => {
		const { db, go } = council();
		const many = Array.from({ length: size }, (_, i) => ({ id: `s${i}`, directorateId: 'homes', name: `Service ${i}` }));
		db.insert(services).values(many).run();
		let round = 0;
		return queriesOf(db, () => go({ name: `Cycle ${round++}`, services: many.map(({ id }) => id) }));
	};
	expect(cost(40)).toBe(cost(2));
});
