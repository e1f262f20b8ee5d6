import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Person } from '#lib/domain/access/person.ts';
import { agree } from '#lib/domain/moderation/agreeing.server.ts';
import { answer } from '#lib/domain/assessments/answering.server.ts';
import { checkSnapshots } from '#lib/domain/snapshots/checking-snapshots.server.ts';
import { confirm } from '#lib/domain/assessments/confirming.server.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { keepResults } from '#lib/domain/results/keeping-results.server.ts';
import { lastSnapshot, snapshotsOf } from '#lib/domain/snapshots/keeping-snapshots.server.ts';
import { launch } from '#lib/domain/cycles/launching.server.ts';
import { agreeTheRest } from '#lib/domain/moderation/agreeing-the-rest.server.ts';
import { finishModeration } from '#lib/domain/moderation/finishing-moderation.server.ts';
import { moderate } from '#lib/domain/moderation/moderating.server.ts';
import { override } from '#lib/domain/moderation/overriding.server.ts';
import { reopen } from '#lib/domain/moderation/reopening.server.ts';
import { requestChanges } from '#lib/domain/moderation/requesting-changes.server.ts';
import { submit } from '#lib/domain/moderation/submitting.server.ts';
import { answers, assessments } from '#lib/domain/assessments/tables.ts';
import { gaps, results } from '#lib/domain/results/tables.ts';
import { moderations } from '#lib/domain/moderation/tables.ts';
import { checkChain } from '#lib/domain/audit/checking.server.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { evidenceFor, publishedFramework } from '../support/assessments.ts';
import { staged } from '../support/frameworks.ts';
import { cast, testDatabase } from '../support/test-database.ts';

const today = '2026-11-21';
const framework = staged('1.1 1.2:culture 2.1 2.2:culture 3.1');
const { manager, lead, assessor, chair } = cast;

let db: Database;
let frameworkVersionId: string;

beforeEach(() => {
	vi.useFakeTimers({ now: Date.parse('2026-11-21T09:00:00Z'), toFake: ['Date'] });
	db = testDatabase();
	frameworkVersionId = publishedFramework(db, framework);
	return () => vi.useRealTimers();
});

/** Each step happens a minute after the one before. */
function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.text}`);
	vi.advanceTimersByTime(60_000);
	return outcome;
}

const launched = (name: string, carriesOver = false, services = ['repairs', 'planning']) =>
	must(launch(db, lead, { name, frameworkVersionId, startsOn: '2026-04-01', dueOn: '2027-03-31', carriesOver, services }, today)).id;
const of = (cycleId: string, serviceId = 'repairs') => {
	const found = db.select().from(assessments).where(eq(assessments.cycleId, cycleId)).all();
	const one = found.find((assessment) => assessment.serviceId === serviceId);
	if (!one) throw new Error('not launched');
	return one;
};
const at = (id: string) => {
	const { status, version } = assessmentSeen(db, lead, id);
	return { id, status, version };
};
const rowsOf = (id: string) => db.select().from(answers).where(eq(answers.assessmentId, id)).all();

function answerAll(id: string, ratings: Record<string, string>, person: Person = manager) {
	for (const [criterion, rating] of Object.entries(ratings)) {
		const version = rowsOf(id).find((row) => row.criterion === criterion)?.version ?? 0;
		must(answer(db, person, assessmentSeen(db, person, id), { criterion, rating, comment: `We do ${criterion}`, version }, today));
	}
}

const allFull = { '1.1': 'F', '1.2': 'F', '2.1': 'F', '2.2': 'L', '3.1': 'P' };

function submitted(cycle: string): string {
	const { id } = of(cycle);
	answerAll(id, allFull);
	evidenceFor(db, id, ['1.1', '1.2', '2.1', '2.2']);
	write(db, (tx) => keepResults(tx, id, today));
	must(submit(db, manager, at(id), today));
	return id;
}

const say = (id: string, criterion: string, rating: string, comment = '', version = 0) =>
	moderate(db, assessor, { id, criterion, rating, notApplicableAccepted: null, comment, version }, today);

function moderated(cycle: string): string {
	const id = submitted(cycle);
	must(agreeTheRest(db, assessor, at(id), today));
	must(finishModeration(db, assessor, at(id), today));
	return id;
}

function agreed(cycle: string): string {
	const id = moderated(cycle);
	must(agree(db, manager, at(id), today));
	return id;
}

test('the whole way, from launch to the distance from baseline', () => {
	const first = launched('2025/26');
	const { id } = of(first);
	expect(rowsOf(id)).toHaveLength(5);
	expect(submit(db, manager, at(id), today)).toMatchObject({ ok: false, code: 'incomplete' });

	submitted(first);
	expect(at(id).status).toBe('submitted');
	const frozen = answer(db, manager, assessmentSeen(db, manager, id), { criterion: '1.1', rating: 'N', comment: '', version: 2 }, today);
	expect(frozen).toMatchObject({ ok: false, code: 'frozen' });

	expect(say(id, '2.2', 'P')).toMatchObject({ ok: false, code: 'no-comment', field: 'comment' });
	must(say(id, '2.2', 'P', 'Two of six teams'));
	must(say(id, '1.1', 'F'));
	expect(at(id).status).toBe('in moderation');
	expect(finishModeration(db, assessor, at(id), today)).toMatchObject({ ok: false, code: 'not-moderated' });

	must(requestChanges(db, assessor, { ...at(id), text: 'Say which teams' }, today));
	expect(assessmentSeen(db, manager, id)).toMatchObject({ status: 'changes requested', changesRequested: 'Say which teams' });
	answerAll(id, { '2.2': 'P' });
	must(submit(db, manager, at(id), today));

	// 1.1 was decided and did not change; 2.2 changed and is to be decided again, its remark kept
	const decided = db.select().from(moderations).where(eq(moderations.assessmentId, id)).all();
	expect(decided.map(({ criterion, rating, comment }) => [criterion, rating, comment])).toEqual([
		['1.1', 'F', ''],
		['2.2', null, 'Two of six teams']
	]);
	expect(must(agreeTheRest(db, assessor, at(id), today)).count).toBe(4);
	must(finishModeration(db, assessor, at(id), today));

	const { level, award } = must(agree(db, manager, at(id), today));
	// level 2 needs both of its criteria at L: 2.2 is P
	expect([level, award]).toEqual([1, 'Bronze']);
	expect(assessmentSeen(db, manager, id)).toMatchObject({ status: 'agreed', isBaseline: true, agreedOn: today, agreedLevel: 1 });
	expect(db.select().from(gaps).where(eq(gaps.assessmentId, id)).all()).toEqual([
		{ assessmentId: id, cycleId: first, criterion: '2.2', why: 'rating too low' },
		{ assessmentId: id, cycleId: first, criterion: '3.1', why: 'rating too low' }
	]);
	expect(checkSnapshots(db)).toEqual({ checked: 1, faults: [], last: null });

	must(override(db, chair, { ...at(id), level: 2, reason: 'The pilot closed the gap' }));
	expect(assessmentSeen(db, manager, id)).toMatchObject({ agreedLevel: 2, agreedAward: 'Bronze', overrideLevel: 2 });
	expect(lastSnapshot(db, id)?.content).toMatchObject({ number: 2, panel: { level: 2 }, results: { agreed: { level: 1 } } });

	must(reopen(db, lead, { ...at(id), reason: 'A figure was wrong' }, today));
	expect(assessmentSeen(db, lead, id)).toMatchObject({ status: 'draft', agreedLevel: null, overrideLevel: null, isBaseline: true });
	expect(snapshotsOf(db, id).map(({ snapshot }) => [snapshot.number, snapshot.reopenReason])).toEqual([
		[1, null],
		[2, 'A figure was wrong']
	]);
	must(submit(db, manager, at(id), today));
	must(say(id, '3.1', 'P', '', 1));
	must(finishModeration(db, assessor, at(id), today));
	must(agree(db, chair, at(id), today));

	const second = launched('2026/27', true);
	const next = of(second);
	expect(next).toMatchObject({ baselineLevel: 1, baselineAward: 'Bronze', isBaseline: false });
	expect(rowsOf(next.id).every(({ toConfirm, answeredBy }) => toConfirm && answeredBy === null)).toBe(true);
	expect(db.select().from(results).where(eq(results.assessmentId, next.id)).all()).toMatchObject([
		{ answered: 0, level: 0 },
		{ answered: 0, level: 0 },
		{ answered: 0, level: 0 }
	]);
	expect(submit(db, manager, at(next.id), today)).toMatchObject({ ok: false, code: 'incomplete' });
	must(confirm(db, manager, next.id, rowsOf(next.id), today));
	answerAll(next.id, { '2.2': 'F', '3.1': 'L' });
	evidenceFor(db, next.id, ['3.1']);
	must(submit(db, manager, at(next.id), today));
	must(agreeTheRest(db, assessor, at(next.id), today));
	must(finishModeration(db, assessor, at(next.id), today));
	must(agree(db, manager, at(next.id), today));
	expect(of(second)).toMatchObject({ agreedLevel: 3, agreedAward: 'Silver', baselineLevel: 1, isBaseline: false });
	expect(checkSnapshots(db)).toMatchObject({ checked: 4, faults: [] });
	expect(checkChain(db).whole).toBe(true);
});

describe('who may', () => {
	test('moderate: neither who submitted nor who answered', () => {
		const id = submitted(launched('2026/27'));
		const judge = { ...assessor, id: manager.id };
		expect(
			moderate(db, judge, { id, criterion: '1.1', rating: 'F', notApplicableAccepted: null, comment: '', version: 0 }, today)
		).toMatchObject({ code: 'not-allowed' });
		db.update(answers).set({ answeredBy: assessor.id }).where(eq(answers.criterion, '3.1')).run();
		expect(say(id, '1.1', 'F')).toMatchObject({ code: 'not-allowed' });
	});

	test('override: the chair, not the member or the manager', () => {
		const id = agreed(launched('2026/27'));
		const asked = { ...at(id), level: 3, reason: 'Because' };
		expect(override(db, manager, asked)).toMatchObject({ code: 'not-allowed' });
		expect(override(db, cast.member, asked)).toMatchObject({ code: 'not-allowed' });
		expect(override(db, chair, asked)).toMatchObject({ ok: true });
	});

	test('reopen: the programme lead, with a reason', () => {
		const id = agreed(launched('2026/27'));
		expect(reopen(db, manager, { ...at(id), reason: 'Wrong' }, today)).toMatchObject({ code: 'not-allowed' });
		expect(reopen(db, lead, { ...at(id), reason: ' ' }, today)).toMatchObject({ code: 'no-reason' });
	});
});

describe('agreeing', () => {
	test('from a page that is out of date is refused', () => {
		const id = moderated(launched('2026/27'));
		const seen = at(id);
		expect(agree(db, manager, { ...seen, version: seen.version - 1 }, today)).toMatchObject({ ok: false, code: 'stale' });
		must(agree(db, manager, seen, today));
		expect(agree(db, manager, seen, today)).toMatchObject({ ok: false, code: 'wrong-status' });
	});

	test('with a panel decision at once writes one snapshot with both levels', () => {
		const id = moderated(launched('2026/27'));
		expect(agree(db, manager, { ...at(id), panel: { level: 3, reason: 'Wish' } }, today)).toMatchObject({ code: 'not-allowed' });
		must(agree(db, chair, { ...at(id), panel: { level: 3, reason: 'Seen at work' } }, today));
		expect(snapshotsOf(db, id)).toHaveLength(1);
		expect(assessmentSeen(db, lead, id)).toMatchObject({ agreedLevel: 3, agreedAward: 'Silver', overrideReason: 'Seen at work' });
	});

	test('the corporate assessment marks what inherits to be worked out again', () => {
		const cycle = launched('2026/27', false, ['repairs', 'corporate']);
		const { id } = of(cycle);
		answerAll(id, { ...allFull, '1.1': 'inherited' });
		const corporate = of(cycle, 'corporate');
		answerAll(corporate.id, allFull, cast.corporateManager);
		evidenceFor(db, corporate.id, ['1.1', '1.2'], { serviceId: 'corporate' });
		must(submit(db, cast.corporateManager, at(corporate.id), today));
		must(agreeTheRest(db, assessor, at(corporate.id), today));
		must(finishModeration(db, assessor, at(corporate.id), today));
		const answered = () => db.select().from(results).where(eq(results.assessmentId, id)).all()[0];
		expect(answered()).toMatchObject({ answered: 4 });
		must(agree(db, cast.corporateManager, at(corporate.id), today));
		expect(answered()?.holdsUntil).toBe('2026-11-20');
	});
});

test('a reopened baseline that comes out otherwise moves the distance of every later assessment', () => {
	const first = agreed(launched('2025/26'));
	const second = launched('2026/27');
	expect(of(second)).toMatchObject({ baselineLevel: 2 });
	must(override(db, chair, { ...at(first), level: 1, reason: 'Too kind' }));
	expect(of(second)).toMatchObject({ baselineLevel: 1 });
	must(reopen(db, lead, { ...at(first), reason: 'Wrong' }, today));
	expect(of(second)).toMatchObject({ baselineLevel: null, baselineAward: null });
});
