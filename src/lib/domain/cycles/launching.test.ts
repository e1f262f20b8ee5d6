import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { evidenceFor, publishedFramework } from '../../../../tests/support/assessments.ts';
import { queriesOf } from '../../../../tests/support/counting.ts';
import { staged, thirtyOne } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { evidence } from '#lib/domain/evidence/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { launch, type Launch } from './launching.server.ts';
import { answerEvidence, answers, assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from './tables.ts';
import { moderations } from '#lib/domain/moderation/tables.ts';
import { results } from '#lib/domain/results/tables.ts';

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

test('carried over: what was agreed, to be confirmed, with its evidence; across versions only what still answers', () => {
	const { db, go, asked } = council();
	go();
	const [old] = db.select().from(assessments).where(eq(assessments.serviceId, 'repairs')).all();
	if (!old) throw new Error('not launched');
	db.update(answers).set({ rating: 'F', comment: 'All teams' }).where(eq(answers.assessmentId, old.id)).run();
	db.update(answers).set({ rating: 'not applicable', comment: 'No shop' }).where(eq(answers.criterion, '1.2')).run();
	db.update(answers).set({ rating: 'inherited' }).where(eq(answers.criterion, '1.3')).run();
	const by = { assessmentId: old.id, moderatedBy: 'assessor', moderatedAt: 1 };
	db.insert(moderations)
		.values([
			{ ...by, criterion: '1.1', rating: 'P', comment: 'Two teams' },
			{ ...by, criterion: '1.2', notApplicableAccepted: false, comment: 'There is one' },
			{ ...by, criterion: '1.3', rating: 'L' }
		])
		.run();
	const kept = evidenceFor(db, old.id, ['1.1']);
	const gone = evidenceFor(db, old.id, ['1.1', '1.4']);
	db.update(evidence).set({ withdrawnAt: 1 }).where(eq(evidence.id, gone)).run();
	db.update(assessments)
		.set({ status: 'agreed', agreedOn: '2026-05-01', isBaseline: true, agreedLevel: 2 })
		.where(eq(assessments.id, old.id))
		.run();

	const next = staged(thirtyOne, { version: '2.0' });
	const reworded = {
		...next,
		criteria: next.criteria.map((one) => (one.number === '1.5' ? { ...one, text: 'Asks something else altogether' } : one))
	};
	const frameworkVersionId = publishedFramework(db, reworded);
	expect(go({ ...asked, name: '2027/28', frameworkVersionId, carriesOver: true, services: ['repairs', 'planning'] })).toMatchObject({
		count: 2
	});
	const [made] = db
		.select()
		.from(assessments)
		.where(and(eq(assessments.serviceId, 'repairs'), eq(assessments.frameworkVersionId, frameworkVersionId)))
		.all();
	expect(made).toMatchObject({ status: 'draft', baselineLevel: 2, isBaseline: false });
	const rows = db
		.select()
		.from(answers)
		.where(eq(answers.assessmentId, made?.id ?? ''))
		.all();
	const first = rows.filter(({ criterion }) => criterion.startsWith('1.'));
	expect(first.map(({ criterion, rating, comment, toConfirm }) => [criterion, rating, comment, toConfirm])).toEqual([
		['1.1', 'P', 'All teams', true],
		['1.2', null, 'No shop', false],
		['1.3', 'inherited', 'All teams', true],
		['1.4', 'F', 'All teams', true],
		['1.5', null, '', false]
	]);
	const carried = db
		.select()
		.from(answerEvidence)
		.where(eq(answerEvidence.assessmentId, made?.id ?? ''))
		.all();
	expect(carried.map(({ criterion, evidenceId }) => [criterion, evidenceId])).toEqual([['1.1', kept]]);
});
