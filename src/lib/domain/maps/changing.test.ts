import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { aMap, aStep } from '../../../../tests/support/maps.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { auditLines } from '../audit/tables.ts';
import { addStage, addStep } from './adding.server.ts';
import { mergeSteps } from './merging.server.ts';
import { moveStage, moveStep } from './moving.server.ts';
import { removeStage, removeStep } from './removing.server.ts';
import { saveStage, saveStep } from './saving.server.ts';
import { duplicateStep, splitStep } from './splitting.server.ts';
import { startMap } from './starting.server.ts';
import { mapChanges } from './tables.ts';
import { changesSince, lastChange } from './watching.server.ts';

const { manager, colleague } = cast;

describe('a map', () => {
	test('is begun once, and leaves one audit line and one change', () => {
		const { db, journey, inShort, mapId } = aMap({ Report: 'ab', Visit: 'c' });
		expect(inShort()).toBe('Report ab, Visit c');
		expect(startMap(db, manager, journey, 'as-is', { from: 'again', stages: [] })).toMatchObject({ ok: false, code: 'begun' });
		expect(db.select().from(mapChanges).all()).toMatchObject([{ mapId, personId: 'manager', what: 'began the as-is map by hand' }]);
		expect(db.select().from(auditLines).where(eq(auditLines.thingId, mapId)).all()).toHaveLength(1);
	});

	test('is begun empty too', () => {
		const { db, mapId, now } = aMap([]);
		expect(now()).toMatchObject({ id: mapId, stages: [] });
		expect(db.select().from(auditLines).where(eq(auditLines.thingId, mapId)).all()).toHaveLength(1);
	});

	test('of a review that is over cannot be changed', () => {
		const { db, journey, id } = aMap({ Report: 'a' });
		const over = { ...journey, state: 'finished' as const };
		expect(saveStep(db, manager, over, id('a'), { wants: 'x' }, 1)).toMatchObject({ ok: false, code: 'closed' });
	});
});

describe('adding', () => {
	test('puts stages and steps before another or last', () => {
		const { db, journey, stage, id, inShort } = aMap({ Report: 'ab' });
		addStage(db, manager, journey, 'as-is', { name: 'Notice' }, stage('Report'));
		addStage(db, manager, journey, 'as-is', { name: 'Visit' });
		addStep(db, manager, journey, stage('Report'), { does: 'x' }, id('b'));
		addStep(db, manager, journey, stage('Report'), { does: 'y' });
		addStep(db, manager, journey, stage('Visit'), { does: 'z', demand: 200, failureDemand: { percent: 25 } });
		expect(inShort()).toBe('Notice, Report axby, Visit z');
	});

	test('says what is wrong, and adds nothing', () => {
		const { db, journey, stage, inShort } = aMap({ Report: 'a' });
		const add = (more: Parameters<typeof addStep>[4]) => addStep(db, manager, journey, stage('Report'), more);
		expect(add({ does: ' ' })).toMatchObject({ field: 'does', text: 'Enter what the customer does' });
		expect(add({ does: 'x', waitingMinutes: -1 })).toMatchObject({ field: 'waitingMinutes', text: 'Waiting time must not be negative' });
		expect(add({ does: 'x', emotion: 3 })).toMatchObject({ field: 'emotion' });
		expect(add({ does: 'x', failureDemand: 5 })).toMatchObject({
			field: 'failureDemand',
			text: expect.stringContaining('Enter the demand')
		});
		expect(add({ does: 'x', demand: 4, failureDemand: 5 })).toMatchObject({
			field: 'failureDemand',
			text: expect.stringContaining('4 contacts')
		});
		expect(add({ does: 'x', demand: 4, failureDemand: { percent: 101 } })).toMatchObject({ field: 'failureDemand' });
		expect(add({ does: 'x'.repeat(301) })).toMatchObject({ field: 'does', text: expect.stringContaining('300 characters') });
		expect(addStep(db, manager, journey, 'nowhere', { does: 'x' })).toMatchObject({ code: 'unknown-stage' });
		expect(addStage(db, manager, journey, 'as-is', { name: '' })).toMatchObject({ field: 'name', text: 'Enter a name for the stage' });
		expect(addStage(db, manager, journey, 'to-be', { name: 'x' })).toMatchObject({ code: 'unknown-map' });
		expect(inShort()).toBe('Report a');
	});

	test('finds nothing of another journey', () => {
		const { db, stage, id } = aMap({ Report: 'a' });
		const other = journeySeen(db, cast.lead, aJourney(db));
		expect(addStep(db, cast.lead, other, stage('Report'), { does: 'x' })).toMatchObject({ code: 'unknown-stage' });
		expect(saveStep(db, cast.lead, other, id('a'), { wants: 'x' }, 1)).toMatchObject({ code: 'unknown-step' });
	});
});

describe('saving', () => {
	test('changes what is told and nothing else, with its version and audit line', () => {
		const { db, journey, step, id } = aMap([{ name: 'Report', who: '', steps: [aStep('a', { demand: 1000, quote: 'Why?' })] }]);
		expect(saveStep(db, manager, journey, id('a'), { failureDemand: { percent: 12.5 }, waitingMinutes: 90 }, 1)).toMatchObject({
			ok: true,
			version: 2
		});
		expect(step('a')).toMatchObject({ demand: 1000, failureDemand: 125, waitingMinutes: 90, quote: 'Why?', version: 2 });
		expect(
			db
				.select()
				.from(auditLines)
				.where(eq(auditLines.thingId, id('a')))
				.all()
		).toMatchObject([
			{ what: 'changed step “a”', change: { failureDemand: { from: null, to: 125 }, waitingMinutes: { from: null, to: 90 } } }
		]);
	});

	test('of what stands changes nothing', () => {
		const { db, journey, id, mapId, number } = aMap({ Report: 'a' });
		expect(saveStep(db, manager, journey, id('a'), { wants: '' }, 1)).toEqual({ ok: true, version: 1, number: null });
		expect(lastChange(db, mapId)).toBe(number);
	});

	test('from an old version is refused with both texts', () => {
		const { db, journey, id, step } = aMap({ Report: 'a' });
		saveStep(db, manager, journey, id('a'), { wants: 'Heat', quote: 'Brr' }, 1);
		expect(saveStep(db, colleague, journey, id('a'), { wants: 'Water' }, 1)).toMatchObject({
			ok: false,
			code: 'stale',
			conflict: {
				by: 'Morgan Manager',
				version: 2,
				fields: [{ name: 'wants', label: 'What the customer wants', theirs: 'Heat', mine: 'Water' }]
			}
		});
		expect(step('a')).toMatchObject({ wants: 'Heat' });
	});

	test('lowering the demand below its failure demand is refused', () => {
		const { db, journey, id } = aMap([{ name: 'Report', who: '', steps: [aStep('a', { demand: 10, failureDemand: 5 })] }]);
		expect(saveStep(db, manager, journey, id('a'), { demand: 4 }, 1)).toMatchObject({ ok: false, field: 'failureDemand' });
	});

	test('a stage works the same way', () => {
		const { db, journey, stage } = aMap({ Report: 'a' });
		const id = stage('Report');
		expect(saveStage(db, manager, journey, id, { name: 'Report it', who: 'Customer with tier 1' }, 1)).toMatchObject({
			ok: true,
			version: 2
		});
		expect(saveStage(db, colleague, journey, id, { name: 'Ring' }, 1)).toMatchObject({
			code: 'stale',
			conflict: { fields: [{ theirs: 'Report it', mine: 'Ring' }] }
		});
		expect(saveStage(db, colleague, journey, id, { name: '' }, 2)).toMatchObject({ code: 'fault', field: 'name' });
	});
});

describe('moving', () => {
	test('puts a step before another, last, or into another stage, and keeps its version', () => {
		const { db, journey, stage, id, step, inShort } = aMap({ Report: 'abc', Visit: 'de', Close: '' });
		moveStep(db, manager, journey, id('c'), stage('Report'), id('a'));
		expect(inShort()).toBe('Report cab, Visit de, Close');
		moveStep(db, manager, journey, id('a'), stage('Visit'), id('e'));
		expect(inShort()).toBe('Report cb, Visit dae, Close');
		moveStep(db, manager, journey, id('d'), stage('Close'));
		expect(inShort()).toBe('Report cb, Visit ae, Close d');
		expect(step('a').version).toBe(1);
	});

	test('to where it is changes nothing', () => {
		const { db, journey, stage, id, mapId, number } = aMap({ Report: 'abc' });
		expect(moveStep(db, manager, journey, id('a'), stage('Report'), id('b'))).toMatchObject({ ok: true, number: null });
		expect(moveStep(db, manager, journey, id('c'), stage('Report'))).toMatchObject({ ok: true, number: null });
		expect(moveStage(db, manager, journey, stage('Report'))).toMatchObject({ ok: true, number: null });
		expect(lastChange(db, mapId)).toBe(number);
	});

	test('writes one row', () => {
		const { db, journey, stage, id } = aMap({ Report: 'abcdef' });
		moveStep(db, manager, journey, id('f'), stage('Report'), id('b'));
		expect(db.select().from(mapChanges).all().at(-1)?.after).toHaveLength(1);
	});

	test('again and again into the same gap keeps the order', () => {
		const { db, journey, stage, id, inShort } = aMap({ Report: 'abcd' });
		for (let i = 0; i < 30; i++) {
			moveStep(db, manager, journey, id('c'), stage('Report'), id('b'));
			moveStep(db, manager, journey, id('b'), stage('Report'), id('c'));
		}
		expect(inShort()).toBe('Report abcd');
	});

	test('a stage takes its steps with it', () => {
		const { db, journey, stage, inShort } = aMap({ Report: 'ab', Visit: 'c', Close: 'd' });
		moveStage(db, manager, journey, stage('Close'), stage('Report'));
		moveStage(db, manager, journey, stage('Report'));
		expect(inShort()).toBe('Close d, Visit c, Report ab');
	});

	test('into itself or to nowhere is refused', () => {
		const { db, journey, stage, id } = aMap({ Report: 'ab', Visit: 'c' });
		expect(moveStage(db, manager, journey, stage('Report'), stage('Report'))).toMatchObject({
			code: 'into-itself',
			text: 'A stage cannot be moved into itself. Choose another stage'
		});
		expect(moveStep(db, manager, journey, id('a'), stage('Report'), id('a'))).toMatchObject({ code: 'into-itself' });
		expect(moveStep(db, manager, journey, id('a'), 'nowhere')).toMatchObject({ code: 'unknown-stage' });
		expect(moveStep(db, manager, journey, id('a'), stage('Report'), id('c'))).toMatchObject({ code: 'unknown-step' });
		expect(moveStage(db, manager, journey, stage('Visit'), 'nowhere')).toMatchObject({ code: 'unknown-stage' });
	});
});

describe('making one step two, and two one', () => {
	test('a duplicate stands right after, unevidenced', () => {
		const { db, journey, id, now, inShort } = aMap([
			{ name: 'Report', who: '', steps: [aStep('a', { demand: 10, evidenced: 'fully', channel: 'phone' }), aStep('b')] }
		]);
		duplicateStep(db, manager, journey, id('a'));
		expect(inShort()).toBe('Report aab');
		expect(now().stages[0]?.steps[1]).toMatchObject({ demand: 10, channel: 'phone', evidenced: 'none', version: 1 });
	});

	test('splitting parts the text and leaves what was measured with the first', () => {
		const does = 'Rings the council. Explains the fault';
		const { db, journey, id, now } = aMap([
			{ name: 'Report', who: '', steps: [aStep(does, { channel: 'phone', demand: 10 }), aStep('b')] }
		]);
		expect(splitStep(db, manager, journey, id(does))).toMatchObject({ ok: true, version: 2 });
		expect(now().stages[0]?.steps).toMatchObject([
			{ does: 'Rings the council.', channel: 'phone', demand: 10 },
			{ does: 'Explains the fault', channel: 'phone', demand: null },
			{ does: 'b' }
		]);
	});

	test('merging joins texts, sums what was measured and takes the lower emotion', () => {
		const { db, journey, id, now } = aMap([
			{
				name: 'Report',
				who: '',
				steps: [
					aStep('a', { waitingMinutes: 5, demand: 10, failureDemand: 4, emotion: 1, systems: 'CRM', evidenced: 'fully' }),
					aStep('b', { waitingMinutes: 7, handlingMinutes: 3, emotion: -2, systems: 'CRM', momentOfTruth: true, evidenced: 'partly' })
				]
			}
		]);
		expect(mergeSteps(db, manager, journey, id('b'))).toMatchObject({ code: 'none-follows' });
		expect(mergeSteps(db, manager, journey, id('a'), 9)).toMatchObject({ code: 'stale' });
		mergeSteps(db, manager, journey, id('a'), 1);
		expect(now().stages[0]?.steps).toMatchObject([
			{
				does: 'a\nb',
				waitingMinutes: 12,
				handlingMinutes: 3,
				demand: 10,
				failureDemand: 4,
				emotion: -2,
				systems: 'CRM',
				momentOfTruth: true,
				evidenced: 'partly'
			}
		]);
	});

	test('merging texts that are too long together is refused', () => {
		const [one, two] = ['a'.repeat(200), 'b'.repeat(200)];
		const { db, journey, id, inShort } = aMap([{ name: 'Report', who: '', steps: [aStep(one), aStep(two)] }]);
		const before = inShort();
		expect(mergeSteps(db, manager, journey, id(one))).toMatchObject({ code: 'fault', text: expect.stringContaining('cannot be merged') });
		expect(inShort()).toBe(before);
	});
});

describe('removing', () => {
	test('takes a step or an empty stage away; a full one only when it is said', () => {
		const { db, journey, stage, id, inShort } = aMap({ Report: 'ab', Visit: '' });
		removeStep(db, manager, journey, id('a'));
		removeStage(db, manager, journey, stage('Visit'));
		expect(removeStage(db, manager, journey, stage('Report'))).toMatchObject({
			code: 'not-empty',
			text: expect.stringContaining('holds one step')
		});
		expect(inShort()).toBe('Report b');
		expect(removeStage(db, manager, journey, stage('Report'), { withSteps: true })).toMatchObject({ ok: true, steps: 1 });
		expect(inShort()).toBe('');
	});

	test('of something somebody changed since is refused with what stands', () => {
		const { db, journey, id } = aMap({ Report: 'a' });
		saveStep(db, colleague, journey, id('a'), { wants: 'Heat' }, 1);
		expect(removeStep(db, manager, journey, id('a'), 1)).toMatchObject({ code: 'stale', conflict: { by: 'Col League' } });
	});
});

describe('looking on', () => {
	test('tells who changed what since, and how it then stands', () => {
		const { db, journey, stage, id, mapId, number } = aMap({ Report: 'ab', Visit: 'c' });
		const gone = id('b');
		saveStep(db, colleague, journey, id('a'), { wants: 'Heat' }, 1);
		moveStep(db, colleague, journey, id('c'), stage('Report'), id('a'));
		removeStep(db, manager, journey, gone);
		const since = changesSince(db, mapId, number);
		expect(since.changes).toMatchObject([
			{ by: 'Col League', what: 'changed step “a”' },
			{ by: 'Col League', what: 'moved step “c” to stage “Report”' },
			{ by: 'Morgan Manager', what: 'removed step “b”' }
		]);
		expect(since).toMatchObject({ number: lastChange(db, mapId), stages: [], removed: [gone] });
		expect(since.steps.map(({ does, wants, version }) => [does, wants, version])).toEqual(
			expect.arrayContaining([
				['a', 'Heat', 2],
				['c', '', 1]
			])
		);
		expect(since.order).toEqual([
			{ stageId: stage('Report'), steps: [id('c'), id('a')] },
			{ stageId: stage('Visit'), steps: [] }
		]);
		expect(changesSince(db, mapId, since.number)).toMatchObject({ number: since.number, changes: [], steps: [], order: [] });
	});
});
