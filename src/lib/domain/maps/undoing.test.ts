import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aMap, aStep } from '../../../../tests/support/maps.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { evidence } from '../evidence/tables.ts';
import { addStage, addStep } from './adding.server.ts';
import { mergeSteps } from './merging.server.ts';
import { moveStage, moveStep } from './moving.server.ts';
import { removeStage, removeStep } from './removing.server.ts';
import { saveStage, saveStep } from './saving.server.ts';
import { duplicateStep, splitStep } from './splitting.server.ts';
import { stepEvidence } from './tables.ts';
import { redo, undo, undoable } from './undoing.server.ts';
import { changesSince } from './watching.server.ts';

const { manager, colleague } = cast;
/** The machine that runs this may be busy: each run has a database of its own. */
const patience = 60_000;
type Mapped = ReturnType<typeof aMap>;

/** All that a map says, but for the versions of its rows. */
const said = ({ now }: Mapped) => JSON.stringify(now(), (key, value: unknown) => (key === 'version' ? undefined : value));

/** One random change; what it points at is found by number, so that any numbers are a change. */
type Deed = { kind: number; a: number; b: number; c: number };
const deed = fc.record({ kind: fc.nat(9), a: fc.nat(50), b: fc.nat(50), c: fc.nat(50) });

function does(map: Mapped, { kind, a, b, c }: Deed, person = manager) {
	const { db, journey } = map;
	const { stages } = map.now();
	const steps = stages.flatMap((stage) => stage.steps);
	const stage = stages[a % (stages.length || 1)];
	const other = stages[b % (stages.length || 1)];
	const step = steps[b % (steps.length || 1)];
	const before = stage?.steps[c % (stage.steps.length + 1)]?.id ?? null;
	if (kind === 0) return addStage(db, person, journey, 'as-is', { name: `stage ${c}` }, c % 2 ? (stage?.id ?? null) : null);
	if (!stage || !other) return undefined;
	if (kind === 1) return addStep(db, person, journey, stage.id, { does: `step ${b}` }, before);
	if (kind === 2) return moveStage(db, person, journey, stage.id, c % 3 ? other.id : null);
	if (kind === 3) return removeStage(db, person, journey, stage.id, { withSteps: c % 2 === 0 });
	if (kind === 4) return saveStage(db, person, journey, stage.id, { name: `named ${b}` }, stage.version);
	if (!step) return undefined;
	if (kind === 5) return moveStep(db, person, journey, step.id, stage.id, before);
	if (kind === 6) return duplicateStep(db, person, journey, step.id);
	if (kind === 7) return splitStep(db, person, journey, step.id);
	if (kind === 8) return mergeSteps(db, person, journey, step.id);
	return c % 2
		? removeStep(db, person, journey, step.id)
		: saveStep(db, person, journey, step.id, { wants: `wants ${a}`, emotion: 1 }, step.version);
}

describe('undo and redo', () => {
	test(
		'undo after any changes gives the map as it was at each, and redo gives them back',
		() => {
			fc.assert(
				fc.property(fc.array(deed, { minLength: 1, maxLength: 12 }), (deeds) => {
					const map = aMap({ Report: 'abc', Visit: 'de', Close: '' });
					const states = [said(map)];
					for (const one of deeds) {
						const outcome = does(map, one);
						if (outcome?.ok && outcome.number !== null) states.push(said(map));
					}
					for (const state of states.slice(0, -1).reverse()) {
						expect(undo(map.db, manager, map.journey, 'as-is')).toMatchObject({ ok: true });
						expect(said(map)).toBe(state);
					}
					for (const state of states.slice(1)) {
						expect(redo(map.db, manager, map.journey, 'as-is')).toMatchObject({ ok: true });
						expect(said(map)).toBe(state);
					}
					expect(redo(map.db, manager, map.journey, 'as-is')).toMatchObject({ ok: false });
				}),
				{ numRuns: 25 }
			);
		},
		patience
	);

	test(
		'any sequence of moves keeps every step exactly once',
		() => {
			const moves = fc.array(
				deed.map((one) => ({ ...one, kind: one.kind % 2 ? 2 : 5 })),
				{ maxLength: 60 }
			);
			fc.assert(
				fc.property(moves, (deeds) => {
					const map = aMap({ Report: 'abc', Visit: 'de', Close: '' });
					for (const one of deeds) does(map, one);
					const steps = map.now().stages.flatMap((stage) => stage.steps.map((step) => step.does));
					expect(steps.sort().join('')).toBe('abcde');
				}),
				{ numRuns: 20 }
			);
		},
		patience
	);

	test(
		'of two people at once either gives the person’s own change back or is refused, and never loses a step of the other',
		() => {
			const both = fc.array(fc.tuple(deed, fc.boolean(), fc.boolean()), { maxLength: 20 });
			fc.assert(
				fc.property(both, (deeds) => {
					const map = aMap({ Report: 'abc', Visit: 'de' });
					for (const [one, mine, takesBack] of deeds) {
						const person = mine ? manager : colleague;
						const { stages } = map.now();
						if (!takesBack) does(map, one, person);
						else if (stages.length) undo(map.db, person, map.journey, 'as-is');
						const after = map.now().stages.flatMap((stage) => stage.steps.map(({ id }) => id));
						expect(new Set(after).size).toBe(after.length);
					}
				}),
				{ numRuns: 20 }
			);
		},
		patience
	);

	test('is of the person’s own last change, whatever others did elsewhere', () => {
		const map = aMap({ Report: 'ab' });
		const { db, journey, id, step } = map;
		saveStep(db, manager, journey, id('a'), { wants: 'Heat' }, 1);
		saveStep(db, colleague, journey, id('b'), { wants: 'Water' }, 1);
		saveStep(db, colleague, journey, id('a'), { quote: 'Brr' }, 2);
		expect(undo(db, manager, journey, 'as-is')).toMatchObject({ ok: true, what: 'changed step “a”' });
		expect(step('a')).toMatchObject({ wants: '', quote: 'Brr', version: 4 });
		expect(step('b')).toMatchObject({ wants: 'Water' });
		expect(undoable(db, manager, map.mapId)).toEqual({ undo: 'began the as-is map by hand', redo: 'changed step “a”' });
	});

	test('is refused where somebody changed the same since, with their name', () => {
		const { db, journey, id, step } = aMap({ Report: 'ab' });
		saveStep(db, manager, journey, id('a'), { wants: 'Heat' }, 1);
		saveStep(db, colleague, journey, id('a'), { wants: 'Water' }, 2);
		expect(undo(db, manager, journey, 'as-is')).toMatchObject({
			ok: false,
			code: 'changed-since',
			text: 'This cannot be undone: Col League has changed the same since (changed step “a”)'
		});
		expect(step('a')).toMatchObject({ wants: 'Water' });
	});

	test('of adding a stage is refused once somebody put a step into it', () => {
		const { db, journey, stage, inShort } = aMap({ Report: 'a' });
		addStage(db, manager, journey, 'as-is', { name: 'Visit' });
		addStep(db, colleague, journey, stage('Visit'), { does: 'b' });
		expect(undo(db, manager, journey, 'as-is')).toMatchObject({ ok: false, code: 'changed-since' });
		expect(inShort()).toBe('Report a, Visit b');
	});

	test('brings a step back beside one that took its place', () => {
		const { db, journey, stage, id, inShort } = aMap({ Report: 'abc' });
		removeStep(db, manager, journey, id('b'));
		addStep(db, colleague, journey, stage('Report'), { does: 'x' }, id('c'));
		undo(db, manager, journey, 'as-is');
		expect(inShort()).toBe('Report abxc');
	});

	test('brings a removed step back with its evidence', () => {
		const { db, journey, id } = aMap({ Report: 'ab' });
		const piece = { id: 'survey', kind: 'note' as const, title: 'Survey', shows: '', ownerId: 'manager', effectiveFrom: '2026-01-01' };
		db.insert(evidence)
			.values({ ...piece, strength: 'high', serviceId: 'repairs' })
			.run();
		const link = { stepId: id('a'), evidenceId: 'survey', addedBy: 'manager', addedAt: 7 };
		db.insert(stepEvidence).values(link).run();
		removeStep(db, manager, journey, id('a'));
		expect(db.select().from(stepEvidence).all()).toEqual([]);
		undo(db, manager, journey, 'as-is');
		expect(db.select().from(stepEvidence).all()).toEqual([link]);
	});

	test('there is nothing to undo for who did nothing, and nothing to redo after another change', () => {
		const { db, journey, id } = aMap({ Report: 'a' });
		expect(undo(db, colleague, journey, 'as-is')).toMatchObject({ ok: false, code: 'nothing-to-turn' });
		saveStep(db, manager, journey, id('a'), { wants: 'Heat' }, 1);
		undo(db, manager, journey, 'as-is');
		saveStep(db, manager, journey, id('a'), { wants: 'Water' }, 3);
		expect(redo(db, manager, journey, 'as-is')).toMatchObject({ ok: false, code: 'nothing-to-turn' });
	});

	test('is seen by whoever looks on', () => {
		const { db, journey, id, mapId, number } = aMap({ Report: 'a' });
		saveStep(db, manager, journey, id('a'), { wants: 'Heat' }, 1);
		undo(db, manager, journey, 'as-is');
		const since = changesSince(db, mapId, number);
		expect(since.changes.map(({ what }) => what)).toEqual(['changed step “a”', 'undid: changed step “a”']);
		expect(since.steps).toMatchObject([{ wants: '', version: 3 }]);
	});

	test('a step keeps all its fields through removal and undo', () => {
		const whole = aStep('a', { channel: 'SMS', servedBy: 'partner', emotion: -1, demand: 5, failureDemand: 1, momentOfTruth: true });
		const map = aMap([{ name: 'Report', who: 'x', steps: [whole] }]);
		const before = said(map);
		removeStage(map.db, manager, map.journey, map.stage('Report'), { withSteps: true });
		undo(map.db, manager, map.journey, 'as-is');
		expect(said(map)).toBe(before);
	});
});
