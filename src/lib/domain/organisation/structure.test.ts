import { beforeEach, describe, expect, test } from 'vitest';
import { actions } from '#lib/domain/actions/tables.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { staged } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { addDirectorate, addService, addTeam } from './adding.server.ts';
import { closeUnit, reopenUnit } from './closing.server.ts';
import { serviceById, unitById } from './unit-finding.server.ts';
import { moveUnit } from './moving.server.ts';
import { renameUnit } from './renaming.server.ts';
import { addStaff } from './staff-adding.server.ts';
import { servicesIn, structureOf } from './structure.server.ts';
import { services } from './tables.ts';

const today = '2026-11-21';
const { administrator } = cast;
let db: Database;
beforeEach(() => {
	db = testDatabase();
});

const lines = () => db.select({ what: auditLines.what, thing: auditLines.thing, change: auditLines.change }).from(auditLines).all();
const newTeam = (name: string, serviceId = 'repairs') => {
	const added = addTeam(db, administrator, { name, serviceId });
	if (!added.ok) throw new Error(added.text);
	return added.id;
};

function openAssessment(status: 'draft' | 'agreed', closedAt: number | null = null) {
	const document = staged('1.1');
	db.insert(frameworkVersions)
		.values({ id: 'five-levels-1', framework: 'five-levels', number: '1.0', name: document.name, kind: 'staged', document, sha256: '' })
		.run();
	db.insert(cycles)
		.values({ id: 'c', name: '2026/27 baseline', frameworkVersionId: 'five-levels-1', startsOn: today, dueOn: today, closedAt })
		.run();
	db.insert(assessments)
		.values({ id: 'a', cycleId: 'c', serviceId: 'repairs', frameworkVersionId: 'five-levels-1', status, dueOn: today })
		.run();
}

describe('adding', () => {
	test('a directorate, a service in it and a team in that leave a line each', () => {
		const directorate = addDirectorate(db, administrator, { name: 'Children and families' });
		expect(directorate).toMatchObject({ ok: true });
		const service = addService(db, administrator, { name: 'Libraries', directorateId: 'homes', kind: 'external' });
		expect(service).toMatchObject({ ok: true });
		newTeam('Branches', service.ok ? service.id : '');
		expect(lines().map(({ what }) => what)).toEqual(['added directorate', 'added service', 'added team']);
	});

	test('a name that is taken is refused in any case, saying where it is', () => {
		expect(addService(db, administrator, { name: 'HOUSING repairs', directorateId: 'resources', kind: 'external' })).toMatchObject({
			ok: false,
			field: 'name',
			text: 'There is already a service called Housing repairs in Homes and places'
		});
		newTeam('Gas');
		expect(addTeam(db, administrator, { name: 'gas', serviceId: 'repairs' })).toMatchObject({
			text: 'There is already a team called Gas in Housing repairs'
		});
		expect(addTeam(db, administrator, { name: 'gas', serviceId: 'planning' })).toMatchObject({ ok: true });
	});

	test('the name of a closed service says when it closed', () => {
		closeUnit(db, administrator, 'service', 'planning', 1, today);
		expect(addService(db, administrator, { name: 'Planning applications', directorateId: 'homes', kind: 'external' })).toMatchObject({
			text: expect.stringContaining('closed on 21 November 2026')
		});
	});

	test('there is one corporate service', () => {
		expect(addService(db, administrator, { name: 'Another', directorateId: 'homes', kind: 'corporate' })).toMatchObject({
			code: 'second-corporate',
			field: 'kind'
		});
	});

	test('nothing is added to what is closed', () => {
		closeUnit(db, administrator, 'service', 'planning', 1, today);
		expect(addTeam(db, administrator, { name: 'Trees', serviceId: 'planning' })).toMatchObject({ code: 'no-service' });
		expect(addService(db, administrator, { name: 'New', directorateId: 'nowhere', kind: 'external' })).toMatchObject({
			code: 'no-directorate'
		});
	});
});

describe('renaming', () => {
	test('keeps the service and says from what to what', () => {
		expect(renameUnit(db, administrator, 'service', 'repairs', { name: 'Repairs', kind: 'internal', version: 1 })).toEqual({ ok: true });
		expect(serviceById(db, 'repairs')).toMatchObject({ name: 'Repairs', kind: 'internal', version: 2 });
		expect(lines()[0]?.change).toEqual({ name: { from: 'Housing repairs', to: 'Repairs' }, kind: { from: 'external', to: 'internal' } });
	});

	test('a stale one is refused with what stands now and who saved it', () => {
		renameUnit(db, administrator, 'service', 'repairs', { name: 'Repairs', version: 1 });
		expect(renameUnit(db, cast.lead, 'service', 'repairs', { name: 'Mending', version: 1 })).toMatchObject({
			code: 'stale',
			conflict: { by: administrator.name, version: 2, fields: [{ name: 'name', theirs: 'Repairs', mine: 'Mending' }] }
		});
		expect(unitById(db, 'service', 'repairs')?.name).toBe('Repairs');
		expect(lines()).toHaveLength(1);
	});

	test('to the same name changes nothing and leaves no line; only its capitals may change', () => {
		renameUnit(db, administrator, 'service', 'repairs', { name: 'Housing repairs', version: 1 });
		expect(lines()).toEqual([]);
		expect(renameUnit(db, administrator, 'service', 'repairs', { name: 'HOUSING REPAIRS', version: 1 })).toEqual({ ok: true });
	});
});

describe('moving', () => {
	test('a service goes to another directorate', () => {
		expect(moveUnit(db, administrator, 'service', 'repairs', { parentId: 'resources', version: 1 })).toEqual({ ok: true });
		expect(serviceById(db, 'repairs')).toMatchObject({ parentName: 'Customers and resources', version: 2 });
		expect(lines()[0]?.change).toEqual({ directorate: { from: 'Homes and places', to: 'Customers and resources' } });
	});

	test('a team cannot go where another has its name, or to a closed service', () => {
		const gas = newTeam('Gas');
		newTeam('Gas', 'planning');
		expect(moveUnit(db, administrator, 'team', gas, { parentId: 'planning', version: 1 })).toMatchObject({
			code: 'name-taken',
			field: 'parentId'
		});
		closeUnit(db, administrator, 'service', 'contact-centre', 1, today);
		expect(moveUnit(db, administrator, 'team', gas, { parentId: 'contact-centre', version: 1 })).toMatchObject({ code: 'no-parent' });
	});
});

describe('closing', () => {
	test('a service with an assessment that is not agreed is refused, naming the cycle', () => {
		openAssessment('draft');
		expect(closeUnit(db, administrator, 'service', 'repairs', 1, today)).toMatchObject({
			code: 'in-use',
			text: expect.stringContaining('2026/27 baseline')
		});
		expect(unitById(db, 'service', 'repairs')?.closedOn).toBeNull();
	});

	test('an agreed assessment, or one left behind in a closed cycle, does not stop it', () => {
		openAssessment('agreed');
		expect(closeUnit(db, administrator, 'service', 'repairs', 1, today)).toEqual({ ok: true });
		db = testDatabase();
		openAssessment('draft', 1);
		expect(closeUnit(db, administrator, 'service', 'repairs', 1, today)).toEqual({ ok: true });
	});

	test('open teams and open actions stop a service, staff stop a team, services stop a directorate', () => {
		const gas = newTeam('Gas');
		addStaff(db, administrator, gas, { name: 'Jo Fitter', payrollNumber: '1', jobTitle: '', isAdvisor: false });
		db.insert(actions)
			.values({ number: 1, title: 'Mend', serviceId: 'repairs', ownerId: 'manager', startOn: today, dueOn: today, reviewOn: today })
			.run();
		const service = closeUnit(db, administrator, 'service', 'repairs', 1, today);
		expect(service).toMatchObject({ text: expect.stringMatching(/1 team still open: Gas.*1 action not done or dropped/) });
		expect(closeUnit(db, administrator, 'team', gas, 1, today)).toMatchObject({ text: expect.stringContaining('1 member of staff') });
		expect(closeUnit(db, administrator, 'directorate', 'homes', 1, today)).toMatchObject({
			text: expect.stringContaining('2 services still open')
		});
	});

	test('reopening needs the directorate open and no other corporate service', () => {
		closeUnit(db, administrator, 'service', 'corporate', 1, today);
		expect(addService(db, administrator, { name: 'Second corporate', directorateId: 'homes', kind: 'corporate' })).toMatchObject({
			ok: true
		});
		expect(reopenUnit(db, administrator, 'service', 'corporate', 2)).toMatchObject({ code: 'second-corporate' });
		closeUnit(db, administrator, 'service', 'contact-centre', 1, today);
		closeUnit(db, administrator, 'directorate', 'resources', 1, today);
		expect(reopenUnit(db, administrator, 'service', 'contact-centre', 2)).toMatchObject({ code: 'parent-closed' });
		expect(reopenUnit(db, administrator, 'directorate', 'resources', 2)).toEqual({ ok: true });
		expect(reopenUnit(db, administrator, 'service', 'contact-centre', 2)).toEqual({ ok: true });
		expect(unitById(db, 'service', 'contact-centre')).toMatchObject({ closedOn: null, version: 3 });
	});
});

describe('the tree', () => {
	test('counts what is open, and shows what is closed only when asked', () => {
		addStaff(db, administrator, newTeam('Gas'), { name: 'Jo Fitter', payrollNumber: '1', jobTitle: '', isAdvisor: false });
		newTeam('Roofs');
		closeUnit(db, administrator, 'service', 'planning', 1, today);
		const [resources, homes] = structureOf(db);
		expect(resources).toMatchObject({ name: 'Customers and resources', services: 2, teams: 0, staff: 0 });
		expect(homes).toMatchObject({ services: 1, teams: 2, staff: 1 });
		expect(homes?.shown.map(({ name, teams }) => [name, teams.map(({ name, staff }) => `${name} ${staff}`)])).toEqual([
			['Housing repairs', ['Gas 1', 'Roofs 0']]
		]);
		expect(structureOf(db, true)[1]?.shown).toHaveLength(2);
	});

	test('a directorate of many services is shown in pages of 50', () => {
		db.insert(services)
			.values(Array.from({ length: 60 }, (_, i) => ({ directorateId: 'homes', name: `Service ${String(i).padStart(2, '0')}` })))
			.run();
		const first = servicesIn(db, 'homes');
		expect(first.rows).toHaveLength(50);
		const second = servicesIn(db, 'homes', first.next ?? '');
		expect(second).toMatchObject({ next: null });
		expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(62);
		expect(structureOf(db).find(({ id }) => id === 'homes')?.shown).toHaveLength(30);
	});
});
