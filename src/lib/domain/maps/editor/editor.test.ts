import { describe, expect, test } from 'vitest';
import { aMap } from '../../../../../tests/support/maps.ts';
import { cast } from '../../../../../tests/support/test-database.ts';
import { removeStep } from '../removing.server.ts';
import { saveStep } from '../saving.server.ts';
import { changesSince } from '../watching.server.ts';
import { stepFieldNames } from '../step-fields.ts';
import { followed } from './following.ts';
import { formLabels } from './form-words.ts';
import { moveStageBy, moveStepBy } from './moving-by.server.ts';
import { movedInWords, nameOf, neighbourOf } from './places.ts';
import { sortTheirs, typedStep } from './typed-step.ts';

const steps = { Report: 'abc', Wait: 'd', Close: '' };

describe('moving by buttons and keys', () => {
	test.each([
		['b', 'up', 'Report bac, Wait d, Close'],
		['b', 'down', 'Report acb, Wait d, Close'],
		['c', 'down', 'Report ab, Wait cd, Close'],
		['d', 'up', 'Report abcd, Wait, Close'],
		['a', 'right', 'Report bc, Wait ad, Close'],
		['d', 'right', 'Report abc, Wait, Close d'],
		['d', 'left', 'Report abcd, Wait, Close']
	] as const)('%s %s gives %s', (does, way, after) => {
		const map = aMap(steps);
		expect(moveStepBy(map.db, cast.manager, map, map.id(does), way)).toMatchObject({ ok: true });
		expect(map.inShort()).toBe(after);
	});
	test('goes no further than the ends of the map, and says so', () => {
		const map = aMap({ Report: 'ab' });
		for (const [does, way] of [
			['a', 'up'],
			['b', 'down'],
			['a', 'left'],
			['b', 'right']
		] as const)
			expect(moveStepBy(map.db, cast.manager, map, map.id(does), way)).toMatchObject({ ok: false, code: 'no-further' });
		expect(moveStageBy(map.db, cast.manager, map, map.stage('Report'), 'up')).toMatchObject({ code: 'no-further' });
		expect(moveStageBy(map.db, cast.manager, map, map.stage('Report'), 'down')).toMatchObject({ code: 'no-further' });
		expect(map.inShort()).toBe('Report ab');
	});
	test('moves a stage with its steps', () => {
		const map = aMap(steps);
		moveStageBy(map.db, cast.manager, map, map.stage('Report'), 'down');
		expect(map.inShort()).toBe('Wait d, Report abc, Close');
		moveStageBy(map.db, cast.manager, map, map.stage('Close'), 'up');
		expect(map.inShort()).toBe('Wait d, Close, Report abc');
	});
});

test('a move is spoken with the step, the stage and the place', () => {
	const map = aMap(steps);
	const { stages } = map.now();
	expect(movedInWords(stages, map.id('b'))).toBe('Step 2 ‘b’ moved to stage Report, place 2 of 3');
	expect(nameOf(stages, map.id('d'))).toBe('Step 4 ‘d’');
	expect(movedInWords(stages, 'gone')).toBe('The step is no longer in the map');
	expect(neighbourOf(stages, map.id('b'))).toBe(map.id('c'));
	expect(neighbourOf(stages, map.id('d'))).toBe(map.id('c'));
});

test('a page that follows what others did shows the map as it stands, and keeps what they did not touch', () => {
	const map = aMap(steps);
	const before = map.now().stages;
	moveStepBy(map.db, cast.manager, map, map.id('a'), 'right');
	removeStep(map.db, cast.manager, map.journey, map.id('b'));
	const c = map.step('c');
	saveStep(map.db, cast.manager, map.journey, c.id, { quote: 'At last' }, c.version);
	const after = followed(before, changesSince(map.db, map.mapId, map.number));
	expect(after).toEqual(map.now().stages);
	const same = after.flatMap((stage) => stage.steps).find(({ does }) => does === 'd');
	expect(same).toBe(before[1]?.steps[0]);
});

test('theirs is taken over where nothing of mine is touched, and never where it is', () => {
	const map = aMap(steps);
	const base = map.step('a');
	saveStep(map.db, cast.manager, map.journey, base.id, { quote: 'Theirs' }, base.version);
	const theirs = map.step('a');
	const shown = typedStep(base);
	expect(sortTheirs(base, theirs, shown, null)).toEqual({ take: ['quote'], clash: [] });
	expect(sortTheirs(base, theirs, { ...shown, wants: 'Mine' }, 'wants')).toEqual({ take: ['quote'], clash: [] });
	expect(sortTheirs(base, theirs, shown, 'quote')).toEqual({ take: [], clash: ['quote'] });
	expect(sortTheirs(base, theirs, { ...shown, quote: 'Mine' }, null)).toEqual({ take: [], clash: ['quote'] });
	// both wrote the same
	expect(sortTheirs(base, theirs, { ...shown, quote: 'Theirs' }, 'quote')).toEqual({ take: [], clash: [] });
});

test('a clash reads as the form does: times and feelings in words, and nothing that was not measured as a figure', () => {
	const map = aMap(steps);
	const { id } = map.step('a');
	const theirs = { waitingMinutes: 15840, emotion: -1, channel: 'phone', servedBy: 'tier 1', demand: 11400, momentOfTruth: true } as const;
	saveStep(map.db, cast.manager, map.journey, id, theirs, 1);
	const mine = {
		waitingMinutes: 135,
		handlingMinutes: 9,
		emotion: null,
		channel: null,
		servedBy: 'nobody',
		demand: null,
		momentOfTruth: false,
		evidenced: 'partly'
	} as const;
	const outcome = saveStep(map.db, cast.colleague, map.journey, id, mine, 1);
	const fields = !outcome.ok && outcome.conflict?.fields.map(({ label, theirs, mine }) => [label, theirs, mine]);
	expect(fields).toEqual([
		['Channel', 'Phone', 'No channel'],
		['Who serves', 'Tier 1', 'Nobody'],
		['How they feel', '−1 bad', 'Not known'],
		['Waiting time', '11 days', '2 hours 15 min'],
		['Handling time', 'Not measured', '9 min'],
		['A moment of truth', 'Yes', 'No'],
		['Demand, contacts a year', '11,400', 'Not counted'],
		['How well evidenced', 'Not evidenced', 'Partly evidenced']
	]);
	expect(Object.keys(formLabels).sort()).toEqual([...stepFieldNames].sort());
});
