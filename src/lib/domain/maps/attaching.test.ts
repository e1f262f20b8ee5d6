import { beforeEach, describe, expect, test } from 'vitest';
import { evidence, type evidenceKinds } from '#lib/domain/evidence/tables.ts';
import { journeyById } from '#lib/domain/journeys/finding.server.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { aMap } from '../../../../tests/support/maps.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { attachToStep, detachFromStep, evidenceForStep } from './attaching.server.ts';
import { evidenceFollowed } from './editor/following.ts';
import { mergeSteps } from './merging.server.ts';
import { evidenceOfMap, evidenceOfSteps } from './step-evidence.server.ts';
import { outOfSightInWords, piecesInWords } from './step-evidence.ts';
import { stepsSupportedBy } from './supported-steps.server.ts';
import { redo, undo } from './undoing.server.ts';
import { changesSince } from './watching.server.ts';

const { manager, colleague, planner, lead } = cast;
let map: ReturnType<typeof aMap>;
beforeEach(() => {
	map = aMap({ Report: 'ab', Visit: 'c' });
	keep('survey', 'Survey of tenants');
	keep('calls', 'Calls in June');
	keep('planning', 'Planning register', { serviceId: 'planning', ownerId: 'planner' });
	keep('old', 'An old list', { withdrawnAt: 1, withdrawnBy: 'manager', withdrawnReason: 'Replaced' });
});

function keep(id: string, title: string, more: Partial<typeof evidence.$inferInsert> = {}) {
	const kind: (typeof evidenceKinds)[number] = 'note';
	const piece = { id, kind, title, shows: 'What happens', serviceId: 'repairs', ownerId: 'manager', strength: 'high' } as const;
	map.db
		.insert(evidence)
		.values({ ...piece, effectiveFrom: '2026-01-01', ...more })
		.run();
}
const attach = (does: string, ids: string[], person = manager) => attachToStep(map.db, person, map.journey, map.id(does), ids);
const titles = (does: string, person = manager) =>
	evidenceOfMap(map.db, person, map.mapId)[map.id(does)]?.pieces.map(({ title }) => title) ?? [];

test('offered is the evidence of the services the journey crosses and the council’s, not withdrawn and in sight', () => {
	expect(evidenceForStep(map.db, manager, map.journey).map(({ id }) => id)).toEqual(['calls', 'survey']);
	expect(evidenceForStep(map.db, colleague, map.journey)).toEqual([]);
});

test('is chosen, changed and taken off, and the judgement of how well the step is evidenced stays', () => {
	expect(attach('a', ['survey', 'planning', 'old', 'nothing'])).toMatchObject({ ok: true });
	expect(titles('a')).toEqual(['Survey of tenants']);
	expect(attach('a', ['survey'])).toMatchObject({ ok: true, number: null });
	attach('a', ['calls', 'survey']);
	expect(titles('a')).toEqual(['Calls in June', 'Survey of tenants']);
	attach('a', ['calls']);
	expect(titles('a')).toEqual(['Calls in June']);
	expect(map.step('a')).toMatchObject({ evidenced: 'none', version: 1 });
	expect(detachFromStep(map.db, manager, map.journey, map.id('a'), 'calls')).toMatchObject({ ok: true });
	expect(detachFromStep(map.db, manager, map.journey, map.id('a'), 'calls')).toMatchObject({ ok: true, number: null });
	expect(titles('a')).toEqual([]);
});

test('of which somebody sees nothing is counted, and neither taken off nor told of', () => {
	attach('a', ['survey']);
	const seen = evidenceOfMap(map.db, colleague, map.mapId)[map.id('a')]!;
	expect(seen).toEqual({ pieces: [], outOfSight: 1 });
	expect([piecesInWords(seen), outOfSightInWords(seen), piecesInWords(undefined)]).toEqual(['1 piece', '1 piece that you may not see', '']);
	expect(attach('a', [], colleague)).toMatchObject({ ok: true, number: null });
	expect(detachFromStep(map.db, colleague, map.journey, map.id('a'), 'survey')).toMatchObject({ ok: false, code: 'out-of-sight' });
	expect(titles('a')).toEqual(['Survey of tenants']);
});

test('a piece withdrawn later stays, says so, and can still be taken off', () => {
	attach('a', ['survey']);
	map.db.update(evidence).set({ withdrawnAt: 9, withdrawnBy: 'manager', withdrawnReason: 'Wrong' }).run();
	expect(evidenceOfSteps(map.db, manager, [map.id('a')])[map.id('a')]?.pieces).toEqual([
		{ id: 'survey', title: 'Survey of tenants', isWithdrawn: true }
	]);
	expect(attach('a', [])).toMatchObject({ number: null });
	expect(detachFromStep(map.db, manager, map.journey, map.id('a'), 'survey')).toMatchObject({ ok: true });
	expect(titles('a')).toEqual([]);
});

describe('as a change of the map', () => {
	test('is undone and done again, seen by who looks on, and kept by merging', () => {
		attach('a', ['survey']);
		attach('b', ['calls']);
		undo(map.db, manager, map.journey, 'as-is');
		expect(titles('b')).toEqual([]);
		redo(map.db, manager, map.journey, 'as-is');
		expect(titles('b')).toEqual(['Calls in June']);
		const since = changesSince(map.db, map.mapId, map.number);
		expect(since.changes[0]?.what).toBe('chose the evidence of step “a”');
		const told = evidenceOfSteps(
			map.db,
			manager,
			since.steps.map(({ id }) => id)
		);
		const before = {
			[map.id('c')]: { pieces: [], outOfSight: 2 },
			[map.id('b')]: { pieces: [], outOfSight: 1 },
			gone: { pieces: [], outOfSight: 1 }
		};
		const after = evidenceFollowed(before, { ...since, removed: ['gone'], evidence: told });
		expect(after).toEqual({ ...evidenceOfMap(map.db, manager, map.mapId), [map.id('c')]: { pieces: [], outOfSight: 2 } });
		mergeSteps(map.db, manager, map.journey, map.id('a'));
		expect(titles('a\nb')).toEqual(['Calls in June', 'Survey of tenants']);
	});
	test('is refused once the review is over, and of a step that is gone', () => {
		const over = { ...map.journey, state: 'finished' as const };
		expect(attachToStep(map.db, manager, over, map.id('a'), ['survey'])).toMatchObject({ ok: false, code: 'closed' });
		expect(attachToStep(map.db, manager, map.journey, 'gone', ['survey'])).toMatchObject({ ok: false, code: 'unknown-step' });
		expect(detachFromStep(map.db, manager, map.journey, 'gone', 'survey')).toMatchObject({ ok: false, code: 'unknown-step' });
		const other = journeyById(map.db, aJourney(map.db))!;
		expect(attachToStep(map.db, manager, other, map.id('a'), ['survey'])).toMatchObject({ ok: false, code: 'unknown-step' });
	});
});

test('the page of a piece tells the steps it supports to those who see the journey', () => {
	attach('a', ['survey']);
	attach('c', ['survey', 'calls']);
	expect(stepsSupportedBy(map.db, lead, 'survey').map(({ does, kind, journey }) => [does, kind, journey])).toEqual(
		expect.arrayContaining([
			['a', 'as-is', 'Repair to a council home'],
			['c', 'as-is', 'Repair to a council home']
		])
	);
	expect(stepsSupportedBy(map.db, manager, 'calls')).toHaveLength(1);
	expect(stepsSupportedBy(map.db, colleague, 'survey')).toHaveLength(2);
	expect(stepsSupportedBy(map.db, planner, 'survey')).toEqual([]);
});
