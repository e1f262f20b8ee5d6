import { expect, test } from 'vitest';
import { answersIn, moderated, staged, today } from '../../../../tests/support/frameworks.ts';
import type { Answer } from '#lib/domain/results/answer.ts';
import { frameOf } from './snapshot-frame.ts';
import { canonicalText, figuresOf, recomputes, sha256OfSnapshot, standingIn, type Snapshot, type SnapshotAnswer } from './snapshot.ts';

const framework = staged('1.1 1.2:culture 2.1 2.2:culture 3.1');
const someone = { id: 'p', name: 'Somebody' };
const moment = { by: someone, at: 1_795_000_000_000 };

const kept = ({ evidence, moderation, ...answer }: Answer): SnapshotAnswer => ({
	...answer,
	answeredBy: someone,
	answeredAt: 1,
	evidence: evidence.map((piece, i) => ({
		...piece,
		id: `e${i}`,
		title: 'A page',
		kind: 'note',
		version: 1,
		strength: 'high',
		fileName: null,
		sha256: 'a'.repeat(64)
	})),
	moderation: moderation && { ...moderation, ...moment }
});

function snapshotOf(answers: Answer[]): Snapshot {
	const all = answers.map(kept);
	return {
		format: 1,
		assessment: 'a',
		number: 1,
		service: { id: 's', name: 'Repairs', directorate: 'Homes' },
		cycle: { id: 'c', name: '2026/27' },
		framework: { ...frameOf(framework), versionId: 'v', sha256: 'b'.repeat(64) },
		judgedOn: today,
		answers: all,
		...figuresOf(framework, all, today),
		panel: null,
		submitted: moment,
		moderated: moment,
		agreed: { ...moment, on: today }
	};
}

const snapshot = snapshotOf(
	answersIn('1.1:F 1.2:F>L 2.1:L! 2.2:NA 3.1:P?').map((one, i) => (i === 3 ? { ...one, ...moderated(null, true) } : one))
);
/** As it comes back from the database. */
const stored = JSON.parse(canonicalText(snapshot)) as Snapshot;

test('a snapshot works out to itself, without the framework it was made from', () => {
	expect(recomputes(snapshot)).toBe(true);
	expect(recomputes(stored)).toBe(true);
	expect(sha256OfSnapshot(stored)).toBe(sha256OfSnapshot(snapshot));
});

test('the same content in another order of fields has the same text', () => {
	expect(canonicalText({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
	expect(canonicalText({ a: 'x', b: [{ c: null, d: 1 }] })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
});

test('an answer, a figure or a threshold altered afterwards shows', () => {
	const answer = snapshot.answers[0];
	if (!answer) throw new Error('no answer');
	expect(recomputes({ ...snapshot, answers: [{ ...answer, rating: 'N', moderation: null }, ...snapshot.answers.slice(1)] })).toBe(false);
	const { agreed } = snapshot.results;
	expect(recomputes({ ...snapshot, results: { ...snapshot.results, agreed: { ...agreed, index: 1 + (agreed.index ?? 0) } } })).toBe(false);
	expect(recomputes({ ...snapshot, framework: { ...snapshot.framework, thresholds: { atLevel: 'P', below: 'P' } } })).toBe(false);
});

test('a comment or a fingerprint altered afterwards changes the SHA-256', () => {
	const [first, ...rest] = snapshot.answers;
	if (!first) throw new Error('no answer');
	expect(sha256OfSnapshot({ ...snapshot, answers: [{ ...first, comment: 'Other words' }, ...rest] })).not.toBe(sha256OfSnapshot(snapshot));
});

test('a panel decision stands over the worked-out level, which stays', () => {
	const panel = { level: 3, award: 'Silver', reason: 'Seen at work', ...moment };
	expect(standingIn(snapshot)).toMatchObject({ level: 1, award: 'Bronze' });
	expect(standingIn({ ...snapshot, panel })).toEqual({ level: 3, award: 'Silver', index: snapshot.results.agreed.index });
	expect(recomputes({ ...snapshot, panel })).toBe(true);
});
