import { expect, test } from 'vitest';
import { anAssessment } from '../../../../tests/support/assessments.ts';
import { staged } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { targetOf, targetsOf } from './listing-targets.server.ts';
import { removeTarget, setTarget, type Targeting } from './targets.server.ts';

function cycle() {
	const db = testDatabase();
	anAssessment(db, staged('1.1 2.1'), 'repairs', '2026-11-21');
	const target: Targeting = {
		cycleId: 'cycle',
		serviceId: 'repairs',
		level: 3,
		byWhen: '2027-03-31',
		why: 'Tenants asked',
		approvedBy: 'Management team',
		version: 0
	};
	return { db, set: (more: Partial<Targeting> = {}) => setTarget(db, cast.lead, { ...target, ...more }) };
}

test('a target is set, changed, shown and taken away', () => {
	const { db, set } = cycle();
	expect(targetOf(db, 'cycle', 'repairs')).toMatchObject({ level: null, version: 0 });
	expect(set()).toMatchObject({ ok: true });
	expect(targetsOf(db, 'cycle').rows).toMatchObject([{ service: 'Housing repairs', level: 3, byWhen: '2027-03-31', version: 1 }]);
	expect(set({ level: 4, version: 1 })).toMatchObject({ ok: true });
	expect(removeTarget(db, cast.lead, { cycleId: 'cycle', serviceId: 'repairs', version: 2 })).toMatchObject({ ok: true });
	expect(targetOf(db, 'cycle', 'repairs')).toMatchObject({ level: null });
});

test('one that somebody changed meanwhile is refused with both', () => {
	const { db, set } = cycle();
	set();
	const outcome = set({ level: 5, why: 'Otherwise' });
	expect(outcome).toMatchObject({ ok: false, code: 'stale', conflict: { version: 1 } });
	expect(!outcome.ok && outcome.conflict?.fields.map(({ name, theirs, mine }) => [name, theirs, mine])).toEqual([
		['level', '3', '5'],
		['why', 'Tenants asked', 'Otherwise']
	]);
	expect(removeTarget(db, cast.lead, { cycleId: 'cycle', serviceId: 'repairs', version: 9 })).toMatchObject({ code: 'stale' });
});

test('only for a service in the cycle, and a level the framework has', () => {
	const { set } = cycle();
	expect(set({ serviceId: 'planning' })).toMatchObject({ code: 'not-in-cycle' });
	expect(set({ level: 0 })).toMatchObject({ code: 'unknown-level' });
	expect(set({ level: 6 })).toMatchObject({ code: 'unknown-level' });
});
