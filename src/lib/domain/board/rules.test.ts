import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusedDeciding, refusedDecision, type Before, type Wanted } from './decision-rules.ts';
import { refusedDay } from './meeting-day.ts';
import { counts, quorumInWords, quorumOf, type Seat } from './quorum.ts';
import { refusedInterest, refusedView, type Standing } from './view-rules.ts';
import { attendances, decisionKinds } from './words.ts';

const seat = (more: Partial<Seat> = {}): Seat => ({
	personId: 'a',
	name: 'A',
	attendance: 'present',
	holdsRole: true,
	interest: null,
	...more
});
const seats = fc.array(
	fc.record({
		personId: fc.uuid(),
		name: fc.constant('A'),
		attendance: fc.constantFrom(...attendances),
		holdsRole: fc.boolean(),
		interest: fc.option(fc.string({ minLength: 1 }))
	}),
	{ maxLength: 12 }
);

describe('the quorum', () => {
	test.each([
		['three present and no interest', [seat(), seat(), seat()], 3, true],
		['one sent apologies', [seat(), seat(), seat({ attendance: 'apologies' })], 3, false],
		['one has not come', [seat(), seat(), seat({ attendance: 'invited' })], 3, false],
		['one has an interest', [seat(), seat(), seat({ interest: 'My sister lives there' })], 3, false],
		['one has left the board', [seat(), seat(), seat({ holdsRole: false })], 3, false],
		['more than enough', [seat(), seat(), seat(), seat({ interest: 'x' })], 3, true],
		['nobody', [], 1, false]
	])('%s', (_name, who, needed, met) => expect(quorumOf(who, needed).met).toBe(met));

	test('an interest, a departure or an absence never helps to reach it', () => {
		fc.assert(
			fc.property(
				seats,
				fc.nat(11),
				fc.integer({ min: 1, max: 12 }),
				fc.constantFrom('interest', 'left', 'absent'),
				(who, at, needed, what) => {
					const worse = who.map((one, i) =>
						i !== at
							? one
							: what === 'interest'
								? { ...one, interest: 'x' }
								: what === 'left'
									? { ...one, holdsRole: false }
									: { ...one, attendance: 'apologies' as const }
					);
					expect(quorumOf(worse, needed).present).toBeLessThanOrEqual(quorumOf(who, needed).present);
				}
			)
		);
	});

	test('it counts each member once at most, and is met exactly when enough count', () => {
		fc.assert(
			fc.property(seats, fc.integer({ min: 1, max: 12 }), (who, needed) => {
				const { present, met } = quorumOf(who, needed);
				expect(present).toBe(who.filter(counts).length);
				expect(present).toBeLessThanOrEqual(who.filter(({ attendance }) => attendance === 'present').length);
				expect(met).toBe(present >= needed);
			})
		);
	});

	test('it says itself in words', () => {
		expect(quorumInWords(quorumOf([seat()], 3))).toBe('1 member with no interest in this item is present; 3 are needed');
		expect(quorumInWords(quorumOf([seat(), seat()], 1))).toBe('2 members with no interest in this item are present; 1 is needed');
	});
});

const today = '2026-12-03';
const ready: Before = {
	isChair: true,
	seat: seat(),
	quorum: { present: 3, needed: 3, met: true },
	meeting: { state: 'planned', heldOn: today },
	kind: 'recommendation',
	former: null
};

describe('who can decide, and when', () => {
	test('the chair, on the day and after it', () => {
		expect(refusedDeciding(ready, today)).toBeNull();
		expect(refusedDeciding(ready, '2027-01-01')).toBeNull();
	});
	test.each<[string, Partial<Before>, string]>([
		['who is not the chair', { isChair: false }, 'not-allowed'],
		['a cancelled meeting', { meeting: { state: 'cancelled', heldOn: today } }, 'cancelled'],
		['a closed meeting', { meeting: { state: 'held', heldOn: today } }, 'closed'],
		['a meeting to come', { meeting: { state: 'planned', heldOn: '2026-12-04' } }, 'too-early'],
		['a chair who is not a member of the meeting', { seat: undefined }, 'not-member'],
		['a chair with an interest', { seat: seat({ interest: 'I live there' }) }, 'interest'],
		['a chair who is not there', { seat: seat({ attendance: 'apologies' }) }, 'chair-absent'],
		['no quorum', { quorum: { present: 2, needed: 3, met: false } }, 'no-quorum']
	])('not %s', (_name, more, code) => {
		const refusal = refusedDeciding({ ...ready, ...more }, today);
		expect(refusal?.code).toBe(code);
		expect(refusal?.text).toMatch(/^[A-Z0-9].*\.$/);
	});

	test('without the quorum nothing is ever decided', () => {
		fc.assert(
			fc.property(seats, fc.integer({ min: 1, max: 12 }), (who, needed) => {
				const quorum = quorumOf(who, needed);
				fc.pre(!quorum.met);
				expect(refusedDeciding({ ...ready, quorum }, today)?.code).toBe('no-quorum');
			})
		);
	});
});

describe('what can be decided', () => {
	const wanted = (more: Partial<Wanted>): Wanted => ({ decision: 'accept', changes: '', reason: '', deferredTo: '', ...more });
	const code = (more: Partial<Wanted>, state: Partial<Before> = {}) => refusedDecision({ ...ready, ...state }, wanted(more))?.code ?? null;

	test('each decision with what it needs', () => {
		expect(code({})).toBeNull();
		expect(code({ decision: 'accept with changes' })).toBe('no-changes');
		expect(code({ decision: 'accept with changes', changes: 'Only in the north' })).toBeNull();
		expect(code({ decision: 'reject', reason: ' ' })).toBe('no-reason');
		expect(code({ decision: 'reject', reason: 'Too dear' })).toBeNull();
		expect(code({ decision: 'defer' })).toBe('no-day');
		expect(code({ decision: 'defer', deferredTo: today })).toBe('day-too-early');
		expect(code({ decision: 'defer', deferredTo: '2026-12-04' })).toBeNull();
	});

	test('a change of mind says why, and is a change', () => {
		const former = { number: 4, decision: 'accept' as const };
		expect(code({ decision: 'accept' }, { former })).toBe('no-change');
		expect(code({ decision: 'defer', deferredTo: '2027-01-01' }, { former })).toBe('no-reason');
		expect(code({ decision: 'defer', deferredTo: '2027-01-01', reason: 'The money is gone' }, { former })).toBeNull();
		expect(code({ decision: 'accept' }, { former: { number: 4, decision: 'reject' } })).toBe('no-reason');
	});

	test('what was deferred is decided without more ado', () => {
		for (const decision of decisionKinds)
			expect(
				code(
					{ decision, changes: 'a', reason: decision === 'reject' ? 'a' : '', deferredTo: '2027-01-01' },
					{ former: { number: 4, decision: 'defer' } }
				)
			).toBeNull();
	});
});

describe('views and interests', () => {
	const standing: Standing = {
		isMember: true,
		holdsRole: true,
		hasInterest: false,
		isDecided: false,
		meeting: { state: 'planned', heldOn: today }
	};
	test('a member gives a view before the meeting and at it', () => {
		expect(refusedView(standing, '2026-11-21')).toBeNull();
		expect(refusedView(standing, today)).toBeNull();
		expect(refusedInterest(standing)).toBeNull();
	});
	test.each<[string, Partial<Standing>, string, string]>([
		['who left the board', { holdsRole: false }, 'left-board', 'left-board'],
		['who is no member of this meeting', { isMember: false }, 'not-member', 'not-member'],
		['on a cancelled meeting', { meeting: { state: 'cancelled', heldOn: today } }, 'cancelled', 'cancelled'],
		['on a closed meeting', { meeting: { state: 'held', heldOn: today } }, 'closed', 'closed'],
		['on a decided item', { isDecided: true }, 'decided', 'decided'],
		['with an interest', { hasInterest: true }, 'interest', 'declared']
	])('not %s', (_name, more, view, interest) => {
		expect(refusedView({ ...standing, ...more }, today)?.code).toBe(view);
		expect(refusedInterest({ ...standing, ...more })?.code).toBe(interest);
	});
	test('not after the meeting', () => expect(refusedView(standing, '2026-12-04')?.code).toBe('too-late'));
});

test('a meeting is not planned in the past nor moved to it, and may stay where it was', () => {
	expect(refusedDay(today, today)).toBeNull();
	expect(refusedDay('2026-12-02', today)?.text).toBe(
		'A meeting cannot be planned in the past: 2 December 2026 is over. Choose today or a later day'
	);
	expect(refusedDay('2026-12-02', today, '2026-12-10')?.text).toMatch(/^A meeting cannot be moved to the past/);
	expect(refusedDay('2026-12-02', today, '2026-12-02')).toBeNull();
});
