import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { answer } from '#lib/domain/assessments/answering.server.ts';
import { pagesOf } from '#lib/domain/assessments/assessment-pages.server.ts';
import { answerTable } from '#lib/domain/assessments/answer-table.server.ts';
import { criterionPage } from '#lib/domain/assessments/criterion-page.server.ts';
import { assessmentSeen, criterionSeen } from '#lib/domain/assessments/finding.server.ts';
import { answersOf } from '#lib/domain/assessments/reading.server.ts';
import { resultPage } from '#lib/domain/assessments/result-page.server.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { snapshots } from '#lib/domain/snapshots/tables.ts';
import { taskListOf } from '#lib/domain/assessments/task-list.server.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { launch } from '#lib/domain/cycles/launching.server.ts';
import { evidenceOf } from '#lib/domain/evidence/of-criterion.server.ts';
import { evidence } from '#lib/domain/evidence/tables.ts';
import { agree } from '#lib/domain/moderation/agreeing.server.ts';
import { agreeTheRest } from '#lib/domain/moderation/agreeing-the-rest.server.ts';
import { finishModeration } from '#lib/domain/moderation/finishing-moderation.server.ts';
import { moderationPage } from '#lib/domain/moderation/moderation-page.server.ts';
import { reopen } from '#lib/domain/moderation/reopening.server.ts';
import { checkAllSnapshots } from '#lib/domain/snapshots/checking-snapshots.server.ts';
import { sha256OfSnapshot } from '#lib/domain/snapshots/snapshot.ts';
import { submit } from '#lib/domain/moderation/submitting.server.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import { evidenceFor, publishedFramework } from '../support/assessments.ts';
import { staged } from '../support/frameworks.ts';
import { cast, testDatabase, withoutProtection } from '../support/test-database.ts';

const today = '2026-11-21';
const criteria = ['1.1', '1.2', '2.1'];
const { lead, assessor, manager, corporateManager } = cast;
let db: Database;
let repairs: string;
let corporate: string;
let piece: string;

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.text}`);
	return outcome;
}
const at = (id: string) => ({ id, version: assessmentSeen(db, lead, id).version });

function agreed(id: string, person: Person, ratings: string[]) {
	criteria.forEach((criterion, i) => {
		const typed = { criterion, rating: ratings[i] ?? null, comment: 'We do', version: 1 };
		must(answer(db, person, assessmentSeen(db, person, id), typed, today));
	});
	must(submit(db, person, at(id), today));
	must(agreeTheRest(db, assessor, at(id), today));
	must(finishModeration(db, assessor, at(id), today));
	must(agree(db, person, at(id), today));
}

beforeEach(() => {
	db = testDatabase();
	const frameworkVersionId = publishedFramework(db, staged(criteria.join(' ')));
	const cycle = { name: '2026/27', frameworkVersionId, startsOn: '2026-04-01', dueOn: '2027-03-31', carriesOver: false };
	must(launch(db, lead, { ...cycle, services: ['repairs', 'corporate'] }, today));
	const of = (service: string) => db.select().from(assessments).where(eq(assessments.serviceId, service)).get()!.id;
	[repairs, corporate] = [of('repairs'), of('corporate')];
	evidenceFor(db, corporate, criteria, { serviceId: 'corporate', ownerId: 'corporate-manager' });
	agreed(corporate, corporateManager, ['F', 'F', 'F']);
	piece = evidenceFor(db, repairs, ['1.2', '2.1']);
	agreed(repairs, manager, ['inherited', 'F', 'L']);
});

/** Everything that the pages of the agreed assessment are drawn from. */
function everyPage() {
	const assessment = assessmentSeen(db, manager, repairs);
	const seen = criteria.map((criterion) => criterionSeen(db, manager, repairs, criterion));
	return JSON.stringify([
		answersOf(db, assessment),
		taskListOf(db, manager, assessment, today, 'level'),
		answerTable(db, manager, assessment),
		resultPage(db, assessment, today),
		seen.map((one) => [{ ...criterionPage(db, manager, one, today), choices: [] }, moderationPage(db, manager, one, today)]),
		criteria.map((criterion) => evidenceOf(db, { assessmentId: repairs, criterion }, today))
	]);
}

test('no page of an agreed assessment changes when the corporate one is reopened, nor when its evidence is edited', () => {
	const before = everyPage();
	expect(before).toContain('"inheritedRating":"F"');
	must(reopen(db, lead, { ...at(corporate), reason: 'Seen again' }, today));
	expect(everyPage()).toBe(before);
	db.update(evidence).set({ effectiveTo: '2026-02-01', title: 'Another name' }).where(eq(evidence.id, piece)).run();
	expect(everyPage()).toBe(before);
});

test('reopened itself it reads what stands now, and its history stays in reach', () => {
	const labels = () => pagesOf(db, manager, assessmentSeen(db, manager, repairs)).map(({ label }) => label);
	expect(labels()).toContain('History');
	must(reopen(db, lead, { ...at(corporate), reason: 'Seen again' }, today));
	must(reopen(db, lead, { ...at(repairs), reason: 'Seen again' }, today));
	expect(answersOf(db, assessmentSeen(db, manager, repairs))[0]?.inheritedRating).toBeNull();
	expect(labels()).toContain('History');
});

test('the check of all snapshots says how many there are and which are not what was agreed', async () => {
	expect(await inWorker(db, 'check the snapshots', undefined)).toEqual({ checked: 2, faulty: 0, faults: [] });
	const { content } = db.select().from(snapshots).where(eq(snapshots.assessmentId, repairs)).get()!;
	const better = { ...content, results: { ...content.results, agreed: { ...content.results.agreed, level: 5 } } };
	withoutProtection(db);
	db.update(snapshots).set({ content: better }).where(eq(snapshots.assessmentId, repairs)).run();
	const fault = { assessmentId: repairs, number: 1, service: 'Housing repairs', cycle: '2026/27' };
	expect(checkAllSnapshots(db)).toEqual({ checked: 2, faulty: 1, faults: [{ ...fault, fault: 'altered' }] });
	db.update(snapshots)
		.set({ sha256: sha256OfSnapshot(better) })
		.where(eq(snapshots.assessmentId, repairs))
		.run();
	expect(checkAllSnapshots(db).faults).toEqual([{ ...fault, fault: 'computes differently' }]);
});
