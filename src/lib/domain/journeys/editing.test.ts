import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { people } from '#lib/domain/access/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { joinTeam, leaveTeam, teamOf } from './choosing-team.server.ts';
import { crossServices, servicesByDirectorate, servicesOfJourney } from './crossing-services.server.ts';
import { addPersona, changePersona, movePersona, personasOf, removePersona } from './describing-personas.server.ts';
import { editJourney } from './editing.server.ts';
import { journeySeen } from './finding.server.ts';
import { addMethod, changeMethod, methodsOf, removeMethod } from './holding-methods.server.ts';

let db: Database;
let id: string;
beforeEach(() => {
	db = testDatabase();
	id = aJourney(db, { team: ['manager', 'colleague'] });
});

const full = {
	words: 'I want a repair to my council home',
	name: 'Repair to a council home',
	customer: 'external',
	lifeEvent: 'Living in a council home',
	serviceId: 'repairs',
	startOn: '2026-09-01',
	endOn: '2026-12-18',
	aim: 'Tenants ring three times',
	sponsorId: 'chair',
	startsWhere: 'The fault is noticed',
	endsWhere: 'The tenant says it works',
	version: 1
} as const;
const lines = () => db.select().from(auditLines).where(eq(auditLines.thingId, id)).all();

describe('what is written down about a journey', () => {
	test('is changed, with one audit line that names each field', () => {
		expect(editJourney(db, cast.manager, { id }, full)).toEqual({ ok: true, version: 2 });
		expect(journeySeen(db, cast.lead, id)).toMatchObject({ ...full, version: 2 });
		expect(lines()).toHaveLength(1);
		expect(Object.keys(lines()[0]!.change).sort()).toEqual(['aim', 'endsWhere', 'lifeEvent', 'sponsorId', 'startsWhere']);
		// the same again changes nothing
		expect(editJourney(db, cast.manager, { id }, { ...full, version: 2 })).toEqual({ ok: true, version: 2 });
		expect(lines()).toHaveLength(1);
	});

	test('a stale save is refused with both texts, people and days as they are read', () => {
		editJourney(db, cast.manager, { id }, full);
		const outcome = editJourney(db, cast.colleague, { id }, { ...full, sponsorId: '', aim: 'Too many calls', endOn: '2027-01-29' });
		expect(outcome).toMatchObject({
			ok: false,
			code: 'stale',
			conflict: {
				by: 'Morgan Manager',
				version: 2,
				fields: [
					{ name: 'sponsorId', label: 'Sponsor', theirs: 'Cleo Chair', mine: '' },
					{ name: 'endOn', theirs: '18 December 2026', mine: '29 January 2027' },
					{ name: 'aim', theirs: 'Tenants ring three times', mine: 'Too many calls' }
				]
			}
		});
		expect(journeySeen(db, cast.lead, id).aim).toBe('Tenants ring three times');
	});

	test.each([
		['days out of order', { endOn: '2026-08-31' }, 'endOn'],
		['a sponsor there is not', { sponsorId: 'nobody' }, 'sponsorId'],
		['a service that is not one’s own', { serviceId: 'planning' }, 'serviceId']
	])('%s is refused at its field, and nothing is written', (_name, change, field) => {
		expect(editJourney(db, cast.manager, { id }, { ...full, ...change })).toMatchObject({ ok: false, field });
		expect(lines()).toEqual([]);
	});

	test('another leading service is one the journey crosses; a sponsor who left stays until changed', () => {
		expect(editJourney(db, cast.lead, { id }, { ...full, serviceId: 'planning' }).ok).toBe(true);
		expect(servicesOfJourney(db, id).map(({ id }) => id)).toEqual(['repairs', 'planning']);
		db.update(people).set({ deactivatedAt: 1 }).where(eq(people.id, 'chair')).run();
		expect(editJourney(db, cast.lead, { id }, { ...full, serviceId: 'planning', aim: 'Less waiting', version: 2 }).ok).toBe(true);
	});

	test('a closed review is not changed', () => {
		const closed = aJourney(db, { state: 'abandoned', closedReason: 'Reorganised' });
		expect(editJourney(db, cast.manager, { id: closed }, full)).toMatchObject({ ok: false, code: 'closed' });
	});
});

describe('the services a journey crosses', () => {
	test('are chosen; the leading one stays, and each manager sees the journey from then on', () => {
		expect(() => journeySeen(db, cast.planner, id)).toThrow();
		expect(crossServices(db, cast.manager, id, { chosen: ['planning'], version: 1 })).toEqual({ ok: true, version: 2 });
		expect(journeySeen(db, cast.planner, id).crosses.sort()).toEqual(['planning', 'repairs']);
		expect(lines()[0]?.change).toEqual({ services: { from: 'Housing repairs', to: 'Housing repairs, Planning applications' } });
	});

	test('a closed or unknown one is refused, a stale choice shows both', () => {
		db.update(services).set({ closedOn: '2026-01-01' }).where(eq(services.id, 'planning')).run();
		expect(crossServices(db, cast.manager, id, { chosen: ['planning'], version: 1 })).toMatchObject({ ok: false, code: 'unknown-service' });
		expect(crossServices(db, cast.manager, id, { chosen: ['nowhere'], version: 1 })).toMatchObject({ ok: false });
		crossServices(db, cast.manager, id, { chosen: ['contact-centre'], version: 1 });
		expect(crossServices(db, cast.lead, id, { chosen: [], version: 1 })).toMatchObject({
			code: 'stale',
			conflict: { fields: [{ theirs: 'Contact centre, Housing repairs', mine: 'Housing repairs' }] }
		});
	});

	test('are offered under their directorates', () => {
		expect(servicesByDirectorate(db).map(({ name, services }) => [name, services.length])).toEqual([
			['Customers and resources', 2],
			['Homes and places', 2]
		]);
	});
});

test('the team changes; joining gives sight, and the last one stays', () => {
	expect(joinTeam(db, cast.manager, id, { personId: 'advisor', part: 'takes the calls' }).ok).toBe(true);
	expect(journeySeen(db, cast.advisor, id).team).toContain('advisor');
	expect(joinTeam(db, cast.manager, id, { personId: 'advisor', part: 'facilitates' }).ok).toBe(true);
	expect(teamOf(db, id).find(({ id }) => id === 'advisor')?.part).toBe('facilitates');
	expect(joinTeam(db, cast.manager, id, { personId: 'nobody', part: '' })).toMatchObject({ ok: false, field: 'personId' });
	for (const one of ['advisor', 'advisor', 'manager']) expect(leaveTeam(db, cast.manager, id, one).ok).toBe(true);
	expect(leaveTeam(db, cast.lead, id, 'colleague')).toMatchObject({ ok: false, code: 'last-one' });
	expect(teamOf(db, id).map(({ name }) => name)).toEqual(['Col League']);
});

test('methods are noted, changed, stale where somebody saved since, and removed', () => {
	const held = { method: 'shadowing', heldOn: '2026-10-01', about: 'Two visits' } as const;
	const added = addMethod(db, cast.manager, id, held);
	if (!added.ok) throw new Error(added.text);
	expect(changeMethod(db, cast.manager, id, { ...held, heldOn: '2026-10-02', id: added.id, version: 1 }).ok).toBe(true);
	expect(changeMethod(db, cast.colleague, id, { ...held, about: 'Three visits', id: added.id, version: 1 })).toMatchObject({
		code: 'stale',
		conflict: {
			fields: [
				{ name: 'heldOn', theirs: '2 October 2026', mine: '1 October 2026' },
				{ name: 'about', theirs: 'Two visits', mine: 'Three visits' }
			]
		}
	});
	// not through another journey
	expect(changeMethod(db, cast.manager, aJourney(db), { ...held, id: added.id, version: 2 })).toMatchObject({ code: 'gone' });
	removeMethod(db, cast.manager, id, added.id);
	expect(methodsOf(db, id)).toEqual([]);
});

describe('personas', () => {
	const named = (name: string) => ({ name, facts: 'Works shifts', needs: 'A time that holds' });
	const add = (name: string) => {
		const added = addPersona(db, cast.manager, id, named(name));
		if (!added.ok) throw new Error(added.text);
		return added.id;
	};
	const names = () => personasOf(db, id).map(({ name }) => name);

	test('keep their order through any moves, at the ends too', () => {
		const [one = '', two = '', three = ''] = ['one', 'two', 'three'].map(add);
		movePersona(db, cast.manager, id, { id: three, way: 'up' });
		expect(names()).toEqual(['one', 'three', 'two']);
		for (const way of ['up', 'up', 'up'] as const) movePersona(db, cast.manager, id, { id: two, way });
		movePersona(db, cast.manager, id, { id: three, way: 'down' });
		expect(names()).toEqual(['two', 'one', 'three']);
		removePersona(db, cast.manager, id, one);
		expect([add('four'), ...names()].slice(1)).toEqual(['two', 'three', 'four']);
	});

	test('a stale change shows both texts', () => {
		const one = add('one');
		changePersona(db, cast.manager, id, { ...named('Tenant with young children'), id: one, version: 1 });
		expect(changePersona(db, cast.colleague, id, { ...named('Tenant'), id: one, version: 1 })).toMatchObject({
			code: 'stale',
			conflict: { fields: [{ name: 'name', theirs: 'Tenant with young children', mine: 'Tenant' }] }
		});
	});
});
