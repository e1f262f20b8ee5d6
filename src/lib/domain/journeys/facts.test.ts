import { beforeEach, expect, test } from 'vitest';
import { actions } from '#lib/domain/actions/tables.ts';
import { contacts } from '#lib/domain/demand/tables.ts';
import { findings, recommendations } from '#lib/domain/findings/tables.ts';
import { maps, mapStages, mapSteps } from '#lib/domain/maps/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { aJourney, noFacts } from '../../../../tests/support/journeys.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { factsOf } from './facts.server.ts';
import { journeySeen } from './finding.server.ts';
import { markDone, takeBack } from './progress.server.ts';
import { journeyMethods, lessons, personas } from './tables.ts';
import { taskListOf } from './task-list.server.ts';

let db: Database;
let id: string;
beforeEach(() => {
	db = testDatabase();
	id = aJourney(db, { team: ['manager', 'colleague'], crosses: ['contact-centre'] });
});
const facts = () => factsOf(db, journeySeen(db, cast.lead, id), '2026-11-22');
const tasks = () => taskListOf(db, journeySeen(db, cast.lead, id), '2026-11-22');

test('an empty review counts nothing, and its maps are not begun', () => {
	expect(facts()).toEqual({ ...noFacts, services: 2, team: 2 });
});

test('what was gathered and mapped is counted, planned methods and other journeys are not', () => {
	const other = aJourney(db);
	db.insert(personas)
		.values([
			{ journeyId: id, name: 'Tenant with young children', facts: 'Works shifts', needs: 'A time that holds', position: 1 },
			{ journeyId: id, name: 'Tenant who is deaf', position: 2 },
			{ journeyId: other, name: 'Somebody else', position: 1 }
		])
		.run();
	db.insert(journeyMethods)
		.values([
			{ journeyId: id, method: 'shadowing', heldOn: '2026-11-22' },
			{ journeyId: id, method: 'workshop', heldOn: '2026-11-23' }
		])
		.run();
	db.insert(contacts)
		.values({
			journeyId: id,
			words: 'Where is he?',
			kind: 'failure',
			type: 'Where',
			channel: 'phone',
			heardOn: '2026-11-20',
			notedBy: 'manager',
			notedAt: 0
		})
		.run();
	db.insert(maps)
		.values([
			{ id: 'as-is', journeyId: id, kind: 'as-is' },
			{ id: 'to-be', journeyId: id, kind: 'to-be' }
		])
		.run();
	db.insert(mapStages).values({ id: 'stage', mapId: 'as-is', position: 1, name: 'Report it' }).run();
	const step = { mapId: 'as-is', stageId: 'stage' };
	db.insert(mapSteps)
		.values([
			{ ...step, position: 1, does: 'Rings', evidenced: 'fully', emotion: 0 },
			{ ...step, position: 2, does: 'Waits' }
		])
		.run();
	expect(facts()).toMatchObject({
		personas: 2,
		barePersonas: 1,
		methodsHeld: 1,
		contacts: 1,
		asIsSteps: 2,
		stepsNotEvidenced: 1,
		stepsWithoutEmotion: 1,
		toBeSteps: 0
	});
});

test('findings, recommendations and actions are counted by where they stand, withdrawn ones not at all', () => {
	const finding = { serviceId: 'repairs', source: 'journey' as const, sourceId: id, journeyId: id, foundBy: 'manager', foundAt: 0 };
	db.insert(findings)
		.values([
			{ ...finding, id: 'one', what: 'No text when a slot moves', whys: ['The systems do not talk'] },
			{ ...finding, id: 'two', what: 'Details are keyed twice' },
			{ ...finding, id: 'gone', what: 'Not so', withdrawnReason: 'Counted twice' }
		])
		.run();
	db.insert(recommendations)
		.values([
			{ id: 'a', number: 1, findingId: 'one', text: 'Text people', state: 'accepted', effort: 2 },
			{ id: 'b', number: 2, findingId: 'one', text: 'Ring people', state: 'accepted' },
			{ id: 'c', number: 3, findingId: 'one', text: 'Write to people', state: 'proposed', effort: 1 },
			{ id: 'd', number: 4, findingId: 'one', text: 'Visit people', state: 'withdrawn' },
			{ id: 'e', number: 5, findingId: 'gone', text: 'Nothing', state: 'proposed' }
		])
		.run();
	const work = {
		title: 'Do it',
		serviceId: 'repairs',
		ownerId: 'manager',
		startOn: '2026-10-01',
		dueOn: '2026-12-01',
		reviewOn: '2027-01-01'
	};
	db.insert(actions)
		.values([
			{ ...work, number: 1, recommendationId: 'a', status: 'done', completedOn: '2026-11-01' },
			{ ...work, number: 2, recommendationId: 'a', status: 'on track' },
			{ ...work, number: 3 }
		])
		.run();
	db.insert(lessons).values({ journeyId: id, step: 'gather', text: 'Listen longer', notedBy: 'manager', notedAt: 0 }).run();
	expect(facts()).toMatchObject({
		findings: 2,
		findingsWithoutCause: 1,
		findingsWithoutRecommendation: 1,
		recommendations: 3,
		recommendationsWithoutEffort: 1,
		waiting: 1,
		deferred: 0,
		accepted: 2,
		acceptedWithoutAction: 1,
		actions: 2,
		openActions: 1,
		actionsWithoutOutcome: 1,
		lessons: 1
	});
});

test('the team marks a step as done and takes it back; the next step is the first not marked', () => {
	expect(tasks().find(({ isNext }) => isNext)?.step).toBe('scope');
	expect(markDone(db, cast.manager, id, { step: 'scope', note: 'Agreed with the sponsor' }, '2026-11-22').ok).toBe(true);
	const [scope, gather] = tasks();
	expect(scope?.marked).toMatchObject({ doneOn: '2026-11-22', by: cast.manager.name, note: 'Agreed with the sponsor' });
	expect(gather?.isNext).toBe(true);
	expect(markDone(db, cast.colleague, id, { step: 'scope', note: '' }, '2026-11-23')).toMatchObject({
		ok: false,
		text: 'Morgan Manager marked this as done on 22 November 2026'
	});
	expect(takeBack(db, cast.colleague, id, { step: 'scope', note: 'The sponsor left' }).ok).toBe(true);
	expect(tasks()[0]).toMatchObject({ marked: null, isNext: true });
});

test('a closed review is not changed', () => {
	const closed = aJourney(db, { state: 'finished', closedOn: '2026-11-01' });
	expect(markDone(db, cast.manager, closed, { step: 'scope', note: '' }, '2026-11-22')).toMatchObject({ ok: false, code: 'closed' });
});
