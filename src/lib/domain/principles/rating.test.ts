import { beforeEach, expect, test } from 'vitest';
import { aFinding } from '../../../../tests/support/findings.ts';
import { compliance, staged } from '../../../../tests/support/frameworks.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { auditLines } from '../audit/tables.ts';
import type { Framework } from '../frameworks/document.ts';
import { loadFramework } from '../frameworks/loading.server.ts';
import { startingFinding } from '../findings/first-values.server.ts';
import { frameworkVersions } from '../frameworks/tables.ts';
import { journeySeen } from '../journeys/finding.server.ts';
import { journeys } from '../journeys/tables.ts';
import { begunChecksOf, checkAgainst, checksOf } from './reading.server.ts';
import { ratePrinciple, type TypedRating } from './rating.server.ts';

let db: ReturnType<typeof testDatabase>;
let journeyId: string;
let code: string;
const load = (framework: Framework) => {
	const outcome = loadFramework(db, null, framework);
	if (!outcome.ok) throw new Error(outcome.text);
	return outcome.id;
};
beforeEach(() => {
	db = testDatabase();
	journeyId = aJourney(db);
	code = load(compliance('1.1 1.2'));
});
const journey = () => journeySeen(db, cast.lead, journeyId);
const rate = (more: Partial<TypedRating>, person = cast.manager) =>
	ratePrinciple(db, person, journey(), code, { criterion: '1.1', rating: 'partial', comment: '', version: 0, asYouGo: false, ...more });

test('a rating is kept with its audit line; the same again changes nothing', () => {
	expect(rate({})).toEqual({ ok: true, version: 1 });
	expect(rate({ version: 1 })).toEqual({ ok: true, version: 1 });
	expect(rate({ version: 1, rating: 'compliant', comment: 'Since May' })).toEqual({ ok: true, version: 2 });
	expect(checkAgainst(db, journeyId, code)).toMatchObject({
		ratings: [{ criterion: '1.1', rating: 'compliant', comment: 'Since May', version: 2 }],
		check: { rated: 1, of: 2 }
	});
	const lines = db.select().from(auditLines).all();
	expect(lines.filter(({ thing }) => thing === 'principle rating').map(({ what }) => what)).toEqual([
		'rated 1.1 of A code on journey 1',
		'rated 1.1 of A code on journey 1'
	]);
});

test('a stale rating shows both and changes nothing', () => {
	rate({});
	const late = rate({ rating: 'plus', comment: 'All done' }, cast.lead);
	expect(late).toMatchObject({ ok: false, code: 'stale', conflict: { by: 'Morgan Manager', version: 1 } });
	expect(!late.ok && late.conflict?.fields).toEqual([
		{ name: 'rating', label: 'Rating', theirs: 'partial', mine: 'plus' },
		{ name: 'comment', label: 'Comment', theirs: '', mine: 'All done' }
	]);
});

test('not applicable needs its reason, at the latest when it is saved', () => {
	expect(rate({ rating: 'not applicable' })).toMatchObject({ ok: false, field: 'comment' });
	expect(rate({ rating: 'not applicable', asYouGo: true })).toEqual({ ok: true, version: 1 });
	expect(checkAgainst(db, journeyId, code).check.rated).toBe(0);
	expect(rate({ rating: 'not applicable', comment: 'No letters', version: 1 })).toEqual({ ok: true, version: 2 });
	expect(checkAgainst(db, journeyId, code).check.rated).toBe(1);
});

test('refused: a rating or a principle the framework does not have, and a review that is over', () => {
	expect(rate({ rating: 'F' })).toMatchObject({ ok: false, field: 'rating' });
	expect(rate({ criterion: '9.9' })).toMatchObject({ ok: false, code: 'unknown-principle' });
	db.update(journeys).set({ state: 'finished', closedOn: '2026-12-01' }).run();
	expect(rate({})).toMatchObject({ ok: false, code: 'review-closed' });
});

test('checks: those begun first; a withdrawn framework stays where it was rated; other kinds are none', () => {
	const levels = load(staged('1.1'));
	const other = load(compliance('1.1', { id: 'another', name: 'Another code' }));
	rate({});
	expect(checksOf(db, journeyId).map(({ name, begun }) => [name, begun])).toEqual([
		['A code', true],
		['Another code', false]
	]);
	db.update(frameworkVersions).set({ state: 'withdrawn' }).run();
	expect(begunChecksOf(db, journeyId)).toMatchObject([{ id: code, outcome: 'Not met', breached: ['1.1'] }]);
	expect(checksOf(db, journeyId)).toHaveLength(1);
	for (const id of [levels, other, 'nonsense'])
		expect(() => checkAgainst(db, journeyId, id)).toThrow(expect.objectContaining({ status: 404 }));
});

test('a breached principle begins a finding in its words, and names the finding once there is one', () => {
	rate({ comment: 'Nobody rings back.' });
	const start = startingFinding(db, journey(), new URLSearchParams({ principle: `${code} 1.1` }));
	expect(start).toMatchObject({
		what: '“Criterion 1.1” (A code, 1.1) is partial on this journey. Nobody rings back.',
		principle: `${code} 1.1`,
		serviceId: 'repairs'
	});
	const { id } = aFinding(db, journeyId, { frameworkVersionId: code, criterion: '1.1' });
	expect(checkAgainst(db, journeyId, code).findings).toEqual({ '1.1': id });
});
