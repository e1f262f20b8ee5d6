import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { pafCast, withAdvisors } from '../../../../tests/support/paf-cast.ts';
import { allMet, publishedSmallCard, smallCard } from '../../../../tests/support/paf-scorecard.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Question } from '#lib/domain/scorecards/card.ts';
import { loadScorecard } from '#lib/domain/scorecards/loading.server.ts';
import { formOf } from '#lib/domain/scorecards/forms.server.ts';
import type { Database } from '#lib/server/database.ts';
import { heldAbout } from '#lib/exchange/held-about.server.ts';
import { assessmentPage } from './assessment-page.server.ts';
import { acknowledge, appeal } from './answering.server.ts';
import { chooseInteraction } from './choosing.server.ts';
import { decideAppeal, saveRescore } from './deciding.server.ts';
import { assessmentByNumber, assessmentSeen, privateNoteFor } from './finding.server.ts';
import { logInteraction } from './interactions.server.ts';
import { closeMonth, monthRun, openMonth } from './months.server.ts';
import { compareSums, rebuildSums } from './rebuilding-sums.server.ts';
import { release } from './releasing.server.ts';
import { drawSamples } from './sampling.server.ts';
import { neighboursOf, saveScore } from './scoring.server.ts';
import { scoreFiltersIn } from './list-filters.ts';
import { toScoreListed } from './to-score-listing.server.ts';
import { changePafSettings } from './settings.server.ts';
import { summariesStamp } from '../paf-summaries/stamp.server.ts';
import { staffMonths, teamMonths } from '../paf-summaries/tables.ts';

const today = '2026-11-22';
let db: Database;
const waiting = (person: Person) => toScoreListed(db, person, scoreFiltersIn(new URLSearchParams()), {}).rows;
let month: string;

/** A month with so many calls of Avi and Bea, all of them drawn. */
function begin(calls: number, { chosenCount = false } = {}) {
	db = withAdvisors(testDatabase());
	publishedSmallCard(db);
	changePafSettings(db, cast.lead, { appealDays: 10, chosenCount, retentionMonths: 24, version: 1 });
	const opened = openMonth(db, cast.manager, { serviceId: 'repairs', month: '2026-11', quotas: { phone: calls } });
	if (!opened.ok) throw new Error(opened.text);
	month = opened.id;
	for (const staffId of ['avi', 'bea'])
		for (let i = 0; i < calls; i++)
			logInteraction(db, cast.manager, {
				reference: `${staffId}${i}`,
				staffId,
				channel: 'phone',
				at: Date.UTC(2026, 10, 12, 10, i),
				seconds: 60
			});
	drawSamples(db, cast.manager, monthRun(db, cast.manager, month), 'seed');
}
beforeEach(() => begin(1));

const versionOf = (number: number) => assessmentByNumber(db, number)!.version;
const score = (
	number: number,
	given = allMet(),
	person: Person = cast.assessor,
	notes = { sharedNote: 'Warm and clear', privateNote: 'Only the leader' }
) => saveScore(db, person, { number, given, ...notes, seconds: 5, version: versionOf(number) });
function released(number: number, given = allMet()) {
	expect(score(number, given)).toMatchObject({ ok: true, unanswered: 0 });
	expect(release(db, cast.assessor, [number], today)).toMatchObject({ ok: true });
}
const teamSum = () =>
	db
		.select()
		.from(teamMonths)
		.all()
		.find(({ channel }) => channel === 'all');
const sumsAsText = () =>
	JSON.stringify(
		['paf_team_month', 'paf_band_month', 'paf_question_month'].map((table) => db.$client.prepare(`select * from ${table}`).all())
	);
const right = () => compareSums(db).filter(({ missing, tooMuch }) => missing || tooMuch);

test('what is to score is whoever may score’s, until somebody begins it; then theirs', () => {
	expect(waiting(cast.assessor).map(({ number }) => number)).toEqual([1, 2]);
	expect(waiting(pafCast.leader)).toHaveLength(2);
	expect(waiting(pafCast.otherLeader)).toEqual([]);
	expect(waiting(cast.advisor)).toEqual([]);
	expect(score(1, { A1: { value: '4' } })).toMatchObject({ ok: true, unanswered: 3 });
	expect(waiting(pafCast.second).map(({ number }) => number)).toEqual([2]);
	expect(neighboursOf(db, cast.assessor, 1)).toMatchObject({ previous: null, next: { number: 2 }, place: 1, of: 2 });
	expect(score(1, allMet(), pafCast.second)).toMatchObject({ ok: false, code: 'not-yours' });
	expect(saveScore(db, cast.assessor, { number: 1, given: {}, sharedNote: '', privateNote: '', seconds: 0, version: 1 })).toMatchObject({
		code: 'stale'
	});
});

test('only a whole score is released, all of what was asked or none, and it is final then', () => {
	score(1);
	score(2, { A1: { value: '4' } });
	expect(release(db, cast.assessor, [1, 2], today)).toMatchObject({ ok: false });
	expect(assessmentByNumber(db, 1)?.state).toBe('drafted');
	expect(release(db, pafCast.second, [1], today)).toMatchObject({ code: 'not-yours' });
	expect(teamSum()).toBeUndefined();
	released(2, allMet({ B1: 'partly', A1: '4' }));
	// A 40 × 100 and B 60 × 75
	expect(teamSum()).toMatchObject({
		n: 1,
		quality: 8500,
		qualitySquares: 8500 ** 2,
		accessN: 1,
		access: 5000,
		people: 1,
		criticalFailures: 0
	});
	expect(assessmentByNumber(db, 2)).toMatchObject({ state: 'released', appealUntil: '2026-12-04' });
	expect(() => db.$client.exec(`update paf_assessment set shared_note = 'other' where number = 2`)).toThrow('final record');
	expect(score(2)).toMatchObject({ ok: false });
	expect(right()).toEqual([]);
});

test('a note on a question is kept and read by the advisor once the score is released; the time taken fills what asks for it', () => {
	const [first, ...others] = smallCard.sections;
	const takes: Question = { ...first!.questions[0]!, id: 'T1', unit: 'seconds', timer: 'scoring', bands: [{ worth: 1 }] };
	const timed = { ...smallCard, version: '1.1', sections: [{ ...first!, questions: [...first!.questions, takes] }, ...others] };
	expect(loadScorecard(db, cast.lead, timed)).toMatchObject({ ok: true });
	const given = { ...allMet(), A2: { value: 'met', note: 'Asked twice' } };
	expect(score(1, given)).toMatchObject({ unanswered: 0 });
	expect(score(1, { T1: { value: '5' } })).toMatchObject({ ok: true });
	const advisor = { ...cast, ...pafCast }.advisor;
	expect(() => assessmentSeen(db, advisor, '1')).toThrow();
	expect([...heldAbout(db, advisor.id)].join('')).not.toContain('Asked twice');
	release(db, cast.assessor, [1], today);
	const page = assessmentPage(db, advisor, assessmentSeen(db, advisor, '1'), today);
	expect([...heldAbout(db, advisor.id)].join('')).toContain('Asked twice');
	expect(page.original?.answers).toMatchObject({ A2: { value: 'met', note: 'Asked twice' }, T1: { value: '10' } });
});

test('an answer outside its scale is refused at its own field', () => {
	expect(score(1, { A2: { value: 'splendid' } })).toMatchObject({ ok: false, field: 'q-A2' });
});

test('the advisor acknowledges, or appeals within the window, once', () => {
	released(1);
	const { advisor, otherAdvisor } = { ...cast, ...pafCast };
	expect(acknowledge(db, otherAdvisor, { number: 1, version: versionOf(1) })).toMatchObject({ code: 'not-yours' });
	expect(appeal(db, advisor, { number: 1, why: 'No', version: versionOf(1) }, '2026-12-05')).toMatchObject({ code: 'too-late' });
	expect(acknowledge(db, advisor, { number: 1, version: versionOf(1) })).toMatchObject({ ok: true });
	expect(appeal(db, advisor, { number: 1, why: 'No', version: versionOf(1) }, today)).toMatchObject({ code: 'answered' });
});

test.each([
	['upheld', undefined],
	['rejected', { n: 1, quality: 7000 }],
	['changed', { n: 1, quality: 10_000 }]
] as const)('an appeal that is %s counts as it should', (outcome, sum) => {
	released(1, allMet({ B1: 'not-met' }));
	expect(appeal(db, cast.advisor, { number: 1, why: 'The answer was right', version: versionOf(1) }, today)).toMatchObject({ ok: true });
	expect(teamSum()).toMatchObject({ n: 1, quality: 7000 });
	const decide = (person: Person) => decideAppeal(db, person, { number: 1, outcome, reasons: 'Listened again', version: versionOf(1) });
	expect(decide(cast.assessor)).toMatchObject({ code: 'not-to-decide' });
	expect(decide(cast.advisor)).toMatchObject({ code: 'not-to-decide' });
	expect(decide(pafCast.otherLeader)).toMatchObject({ code: 'not-to-decide' });
	if (outcome === 'changed') {
		expect(decide(pafCast.leader)).toMatchObject({ code: 'not-rescored' });
		expect(saveRescore(db, pafCast.leader, { number: 1, given: { B1: { value: 'met' } }, version: versionOf(1) })).toMatchObject({
			unanswered: 0
		});
		expect(teamSum()).toMatchObject({ quality: 7000 });
	}
	expect(decide(pafCast.leader)).toMatchObject({ ok: true });
	expect(assessmentByNumber(db, 1)?.state).toBe(outcome);
	if (sum) expect(teamSum()).toMatchObject(sum);
	else expect(teamSum()).toBeUndefined();
	// the original is on record
	expect(formOf(db, assessmentByNumber(db, 1)!.formId!)?.score.quality?.score).toBe(70);
	expect(() => db.$client.exec(`update paf_appeal set reasons = 'other'`)).toThrow('final record');
	expect(right()).toEqual([]);
});

test('a critical failure makes the score 0 and is counted; chosen ones count only where the month says so', () => {
	for (const [chosenCount, n] of [
		[false, 1],
		[true, 2]
	] as const) {
		begin(1, { chosenCount });
		logInteraction(db, cast.manager, { reference: 'X', staffId: 'avi', channel: 'phone', at: Date.UTC(2026, 10, 13), seconds: null });
		chooseInteraction(db, cast.manager, { reference: 'X', why: 'A compliment' });
		released(1, allMet({ A2: 'partly' }));
		released(3);
		expect(teamSum()).toMatchObject({ n, criticalFailures: 1, quality: chosenCount ? 10_000 : 0 });
		expect(right()).toEqual([]);
	}
});

test('a month with drafts is not closed, and a closed one takes no scores', () => {
	score(1);
	expect(closeMonth(db, cast.manager, { id: month, version: 1 })).toMatchObject({ code: 'drafts' });
	release(db, cast.assessor, [1], today);
	expect(closeMonth(db, cast.manager, { id: month, version: 1 })).toMatchObject({ ok: true });
	expect(score(2)).toMatchObject({ code: 'not-yours' });
});

test('who sees an assessment, and with whose eyes', () => {
	const as = (person: Person, number = 1) => {
		try {
			const seen = assessmentSeen(db, person, String(number));
			return `${seen.as}${privateNoteFor(db, seen) ? ', private note' : ''}`;
		} catch {
			return 'not found';
		}
	};
	const seenBy = () => Object.fromEntries(Object.entries({ ...cast, ...pafCast }).map(([name, person]) => [name, as(person)]));
	const nobody = Object.fromEntries(Object.keys({ ...cast, ...pafCast }).map((name) => [name, 'not found']));
	score(1);
	expect(seenBy()).toEqual({ ...nobody, assessor: 'scorer, private note' });
	release(db, cast.assessor, [1], today);
	const seen = {
		...nobody,
		assessor: 'scorer, private note',
		advisor: 'advisor',
		leader: 'leader, private note',
		manager: 'leader, private note'
	};
	expect(seenBy()).toEqual(seen);
	appeal(db, cast.advisor, { number: 1, why: 'The answer was right', version: versionOf(1) }, today);
	expect(seenBy()).toEqual({ ...seen, second: 'decider' });
	const trail = JSON.stringify(db.select().from(auditLines).all());
	for (const secret of ['Only the leader', 'Warm and clear', 'The answer was right', '10000']) expect(trail).not.toContain(secret);
});

test('kept sums are those worked out anew, whatever happens in whatever order', () => {
	const worth = fc.constantFrom('met', 'partly', 'not-met');
	const step = fc.record({
		number: fc.integer({ min: 1, max: 6 }),
		a1: fc.integer({ min: 0, max: 9 }),
		a2: worth,
		b1: worth,
		b2: worth,
		outcome: fc.constantFrom('upheld', 'changed', 'rejected', 'none')
	});
	fc.assert(
		fc.property(fc.array(step, { maxLength: 8 }), fc.boolean(), (steps, chosenCount) => {
			begin(3, { chosenCount });
			let last = [sumsAsText(), summariesStamp(db)];
			for (const { number, a1, a2, b1, b2, outcome } of steps) {
				const now = [sumsAsText(), summariesStamp(db)];
				// what is kept of the sums goes by the stamp
				if (now[0] !== last[0]) expect(now[1]).not.toBe(last[1]);
				last = now;
				const given = allMet({ A1: String(a1), A2: a2, B1: b1, B2: b2 });
				if (score(number, given).ok) release(db, cast.assessor, [number], today);
				if (outcome === 'none') continue;
				if (!appeal(db, cast.advisor, { number, why: 'No', version: versionOf(number) }, today).ok) continue;
				saveRescore(db, pafCast.leader, {
					number,
					given: { B1: { value: 'met' }, B2: { value: null, notApplicable: true } },
					version: versionOf(number)
				});
				expect(decideAppeal(db, pafCast.leader, { number, outcome, reasons: 'Heard it', version: versionOf(number) }).ok).toBe(true);
			}
			expect(right()).toEqual([]);
		}),
		{ numRuns: 15 }
	);
});

test('sums that went wrong are found and put right', () => {
	released(1);
	db.update(staffMonths).set({ quality: 1 }).run();
	expect(right()).toEqual([{ table: 'paf_staff_month', kept: 2, missing: 2, tooMuch: 2 }]);
	const before = summariesStamp(db);
	expect(rebuildSums(db).some(({ missing }) => missing)).toBe(true);
	expect(summariesStamp(db)).not.toBe(before);
	expect(right()).toEqual([]);
});
