import { beforeEach, expect, test } from 'vitest';
import { auditLines } from '#lib/domain/audit/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { closeUnit } from './closing.server.ts';
import { addStaff } from './staff-adding.server.ts';
import { editStaff, joinStaff, moveStaff, setLeft } from './staff-changing.server.ts';
import { staffById, staffOf } from './staff-finding.server.ts';
import { teams } from './tables.ts';

const today = '2026-11-21';
const { administrator } = cast;
const jo = { name: 'Jo Fitter', payrollNumber: 'R 101', jobTitle: 'Fitter', isAdvisor: false };
let db: Database;
let id: string;
beforeEach(() => {
	db = testDatabase();
	db.insert(teams)
		.values([
			{ id: 'gas', serviceId: 'repairs', name: 'Gas' },
			{ id: 'roofs', serviceId: 'repairs', name: 'Roofs' }
		])
		.run();
	const added = addStaff(db, administrator, 'gas', jo);
	id = added.ok ? added.id : '';
});

test('a payroll number is one person: the refusal says who and where', () => {
	expect(addStaff(db, administrator, 'roofs', { ...jo, name: 'Someone' })).toMatchObject({
		field: 'payrollNumber',
		text: 'Jo Fitter, in the team Gas, has this payroll number'
	});
});

test('editing leaves what changed, and a stale one is refused with what stands', () => {
	expect(editStaff(db, administrator, id, { ...jo, jobTitle: 'Senior fitter', version: 1 })).toEqual({ ok: true });
	expect(editStaff(db, administrator, id, { ...jo, jobTitle: 'Plumber', version: 1 })).toMatchObject({
		code: 'stale',
		conflict: { by: administrator.name, version: 2, fields: [{ name: 'jobTitle', theirs: 'Senior fitter', mine: 'Plumber' }] }
	});
	const last = db.select({ change: auditLines.change }).from(auditLines).all().at(-1);
	expect(last?.change).toEqual({ jobTitle: { from: 'Fitter', to: 'Senior fitter' } });
});

test('moving goes to open teams only', () => {
	closeUnit(db, administrator, 'team', 'roofs', 1, today);
	expect(moveStaff(db, administrator, id, { teamId: 'roofs', version: 1 })).toMatchObject({ code: 'no-team' });
	db.update(teams).set({ closedOn: null }).run();
	expect(moveStaff(db, administrator, id, { teamId: 'roofs', version: 1 })).toEqual({ ok: true });
	expect(staffOf(db, 'roofs').map(({ name }) => name)).toEqual(['Jo Fitter']);
});

test('who left is kept apart, and the team can then close; coming back needs it open', () => {
	expect(setLeft(db, administrator, id, 1, today)).toEqual({ ok: true });
	expect([staffOf(db, 'gas'), staffOf(db, 'gas', true)].map(({ length }) => length)).toEqual([0, 1]);
	expect(closeUnit(db, administrator, 'team', 'gas', 1, today)).toEqual({ ok: true });
	expect(setLeft(db, administrator, id, 2, null)).toMatchObject({ code: 'no-team' });
});

test('a member of staff is joined to one person who signs in, by email in any case', () => {
	expect(joinStaff(db, administrator, id, { email: 'Advisor@Marlbourne.example', version: 1 })).toEqual({ ok: true });
	expect(staffById(db, id)).toMatchObject({ personId: 'advisor', personName: cast.advisor.name });
	const other = addStaff(db, administrator, 'roofs', { ...jo, name: 'Other', payrollNumber: '2' });
	expect(joinStaff(db, administrator, other.ok ? other.id : '', { email: cast.advisor.email, version: 1 })).toMatchObject({
		field: 'email',
		text: expect.stringContaining('already joined to Jo Fitter in the team Gas')
	});
	expect(joinStaff(db, administrator, id, { email: 'nobody@marlbourne.example', version: 2 })).toMatchObject({ code: 'no-person' });
	expect(joinStaff(db, administrator, id, { email: '', version: 2 })).toEqual({ ok: true });
	expect(staffById(db, id)?.personId).toBeNull();
});
