import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { journeySeen } from './finding.server.ts';
import { startJourney } from './starting.server.ts';
import { journeys } from './tables.ts';

let db: Database;
beforeEach(() => (db = testDatabase()));

const details = {
	words: 'I want a repair to my council home',
	name: 'Repair to a council home',
	customer: 'external',
	lifeEvent: '',
	serviceId: 'repairs',
	startOn: '2026-09-01',
	endOn: '2026-12-18',
	aim: 'Tenants ring three times'
} as const;

test('a service manager starts a review of their service, is in its team, and its service is the first it crosses', () => {
	const started = startJourney(db, cast.manager, details);
	if (!started.ok) throw new Error(started.text);
	expect(started.number).toBe(1);
	expect(journeySeen(db, cast.manager, started.id)).toMatchObject({
		...details,
		number: 1,
		state: 'open',
		team: ['manager'],
		crosses: ['repairs'],
		createdBy: 'manager'
	});
	const line = db.select().from(auditLines).where(eq(auditLines.thingId, started.id)).get();
	expect(line).toMatchObject({ personId: 'manager', what: 'started the review of journey 1', thing: 'journey' });
	expect(line?.change.words).toEqual({ from: null, to: details.words });
});

test('the next review has the next number', () => {
	startJourney(db, cast.manager, details);
	expect(startJourney(db, cast.lead, { ...details, serviceId: 'planning' })).toMatchObject({ ok: true, number: 2 });
});

test.each([
	['another service than one’s own', cast.planner, {}, 'serviceId', 'Choose a service for which you may start a review'],
	['somebody without a role', cast.colleague, {}, 'serviceId', 'Choose a service for which you may start a review'],
	['days out of order', cast.manager, { endOn: '2026-08-31' }, 'endOn', 'The last day must be on or after the first day']
])('refuses %s and writes nothing', (_name, person, change, field, text) => {
	expect(startJourney(db, person, { ...details, ...change })).toMatchObject({ ok: false, field, text });
	expect(db.select().from(journeys).all()).toEqual([]);
});

test('a closed service leads no new review', () => {
	db.update(services).set({ closedOn: '2026-01-01' }).where(eq(services.id, 'repairs')).run();
	expect(startJourney(db, cast.lead, details)).toMatchObject({ ok: false, code: 'closed-service' });
});
