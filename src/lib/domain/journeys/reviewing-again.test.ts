import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { people } from '#lib/domain/access/tables.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { strands, strandTies } from '#lib/domain/golden-thread/tables.ts';
import { strandsOf } from '#lib/domain/golden-thread/tied.server.ts';
import { differenceOf } from '#lib/domain/maps/difference.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { startMap } from '#lib/domain/maps/starting.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { toolkits } from '#lib/domain/toolkit/tables.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { aStep } from '../../../../tests/support/maps.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { journeyById, journeySeen } from './finding.server.ts';
import { followedBy, formerReview, mapsToBeginFrom, reviewAgain } from './reviewing-again.server.ts';
import { journeys, personas } from './tables.ts';

let db: Database;
let id: string;
const again = { startOn: '2027-01-04', endOn: '2027-04-01', aim: 'Did the texts help?', firstMap: 'to-be' } as const;
const last = () => journeySeen(db, cast.lead, id);
const newOne = (person = cast.manager, more: Partial<Parameters<typeof reviewAgain>[3]> = {}) => {
	const outcome = reviewAgain(db, person, last(), { ...again, ...more });
	if (!outcome.ok) throw new Error(outcome.text);
	return journeyById(db, outcome.id)!;
};

beforeEach(() => {
	db = testDatabase();
	const scope = { startsWhere: 'The fault is noticed', endsWhere: 'It works', lifeEvent: 'Home', sponsorId: 'lead' };
	id = aJourney(db, { ...scope, crosses: ['contact-centre', 'planning'], team: ['colleague'] });
	db.insert(personas)
		.values([
			{ journeyId: id, name: 'Tenant', facts: 'Works shifts', needs: 'A time that holds', position: 1 },
			{ journeyId: id, name: 'Tenant who is deaf', position: 2 }
		])
		.run();
	const measured = { waitingMinutes: 60, demand: 10, emotion: -1, quote: 'Ach', evidenced: 'fully', channel: 'phone' } as const;
	const stages = (does: string) => [{ name: 'Report', who: 'Tenant', steps: [aStep(does, measured)] }];
	startMap(db, cast.manager, last(), 'as-is', { from: 'by hand', stages: stages('Rings') });
	startMap(db, cast.manager, last(), 'to-be', { from: 'by hand', stages: stages('Chooses a slot') });
	db.update(journeys).set({ state: 'finished', closedOn: '2026-11-01' }).where(eq(journeys.id, id)).run();
});

test('takes over words, scope, sponsor, services and personas, and holds by the newest toolkit', () => {
	db.insert(toolkits).values({ number: 7, why: 'Lessons', document: {}, publishedBy: 'lead', publishedAt: 1 }).run();
	const journey = newOne();
	const { words, name, customer, lifeEvent, startsWhere, endsWhere, sponsorId, serviceId } = last();
	expect(journey).toMatchObject({ words, name, customer, lifeEvent, startsWhere, endsWhere, sponsorId, serviceId });
	expect(journey).toMatchObject({ followsId: id, toolkitNumber: 7, state: 'open', startOn: again.startOn, aim: again.aim, number: 2 });
	expect([...journey.crosses].sort()).toEqual(['contact-centre', 'planning', 'repairs']);
	expect(journey.team).toEqual(['manager']);
	const kinds = db.select().from(personas).where(eq(personas.journeyId, journey.id)).all();
	expect(kinds.map(({ name, facts, needs, position }) => [name, facts, needs, position])).toEqual([
		['Tenant', 'Works shifts', 'A time that holds', 1],
		['Tenant who is deaf', '', '', 2]
	]);
	expect(db.select().from(personas).where(eq(personas.journeyId, id)).all()).toHaveLength(2);
	const line = db.select().from(auditLines).where(eq(auditLines.thingId, journey.id)).get();
	expect(line?.change.followsId).toEqual({ from: null, to: id });
});

test('serves the strands that the last review serves, but for those retired; the last keeps its ties', () => {
	db.insert(strands)
		.values([
			{ id: 'a', number: 1, level: 'vision', title: 'Heard', position: 1 },
			{ id: 'b', number: 2, level: 'vision', title: 'Gone', position: 2, retiredOn: '2026-10-01' }
		])
		.run();
	db.insert(strandTies)
		.values(['a', 'b'].map((strandId) => ({ strandId, kind: 'journey' as const, thing: id, tiedBy: 'lead', tiedAt: 1 })))
		.run();
	const journey = newOne();
	expect(strandsOf(db, 'journey', [id, journey.id])).toEqual(
		new Map([id, journey.id].map((thing) => [thing, [{ id: 'a', number: 1, title: 'Heard', level: 'vision' }]]))
	);
	const lines = db.select().from(auditLines).where(eq(auditLines.thingId, journey.id)).all();
	expect(lines.at(-1)).toMatchObject({
		what: 'tied a journey to what the one before it serves',
		change: { strands: { from: null, to: 'Heard' } }
	});
});

test('leaves behind a sponsor who left and services that closed', () => {
	db.update(people).set({ deactivatedAt: 1 }).where(eq(people.id, 'lead')).run();
	db.update(services).set({ closedOn: '2026-10-01' }).where(eq(services.id, 'planning')).run();
	const journey = newOne();
	expect(journey.sponsorId).toBeNull();
	expect([...journey.crosses].sort()).toEqual(['contact-centre', 'repairs']);
});

describe('the as-is map', () => {
	test.each([
		['to-be', 'Chooses a slot'],
		['as-is', 'Rings']
	] as const)('begins from the last %s map, with nothing that was planned or measured', (firstMap, does) => {
		const map = mapOf(db, newOne(cast.manager, { firstMap }).id, 'as-is')!;
		expect(map.stages.map(({ name, who }) => [name, who])).toEqual([['Report', 'Tenant']]);
		expect(map.stages[0]?.steps).toMatchObject([
			{ does, channel: 'phone', waitingMinutes: null, demand: null, emotion: null, quote: '', evidenced: 'none', fromStepId: null }
		]);
		expect(differenceOf(mapOf(db, id, firstMap)!, map).added).toHaveLength(1);
	});
	test('is not begun where nothing is chosen, or the last review had none', () => {
		expect(mapOf(db, newOne(cast.manager, { firstMap: 'empty' }).id, 'as-is')).toBeNull();
		const bare = aJourney(db, { state: 'finished', closedOn: '2026-11-01' });
		expect(mapsToBeginFrom(db, id)).toEqual(['to-be', 'as-is']);
		expect(mapsToBeginFrom(db, bare)).toEqual([]);
		const outcome = reviewAgain(db, cast.manager, journeySeen(db, cast.lead, bare), again);
		expect(outcome.ok && mapOf(db, outcome.id, 'as-is')).toBeNull();
	});
});

test('there is one review after another, and each leads to the other', () => {
	const journey = newOne();
	expect(followedBy(db, id)).toMatchObject({ id: journey.id, number: 2 });
	expect(formerReview(db, cast.manager, journey)?.id).toBe(id);
	expect(formerReview(db, cast.colleague, journey)?.id).toBe(id);
	expect(formerReview(db, cast.viewer, journey)).toBeUndefined();
	expect(formerReview(db, cast.manager, last())).toBeUndefined();
	expect(reviewAgain(db, cast.manager, last(), again)).toMatchObject({ ok: false, code: 'followed' });
	// one that was given up does not stand in the way
	db.update(journeys).set({ state: 'abandoned', closedReason: 'No time' }).where(eq(journeys.id, journey.id)).run();
	expect(followedBy(db, id)).toBeUndefined();
	expect(newOne().number).toBe(3);
});

test.each([
	['one that is still open', cast.manager, 'open', {}, 'A journey is reviewed again once its review is finished'],
	['days out of order', cast.manager, 'finished', { endOn: '2027-01-01' }, 'The last day must be on or after the first day'],
	['another’s service', cast.planner, 'finished', {}, 'Choose a service for which you may start a review']
] as const)('refuses %s and writes nothing', (_name, person, state, change, text) => {
	db.update(journeys).set({ state }).where(eq(journeys.id, id)).run();
	expect(reviewAgain(db, person, last(), { ...again, ...change })).toMatchObject({ ok: false, text });
	expect(db.select().from(journeys).all()).toHaveLength(1);
});
