import { expect, test } from 'vitest';
import { can } from '#lib/domain/access/can.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { seesScorecards } from '#lib/domain/scorecards/sight.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { addStandard, changeStandard, retireStandard } from './keeping.server.ts';
import { standardsListed, standardsTable, standardTexts, standardToChange } from './listing.server.ts';
import { loadStandards, standardsOffered } from './loading.server.ts';
import { readStandards } from './reading.ts';

const { lead } = cast;
const sees = ['lead', 'manager', 'planner', 'corporateManager', 'assessor', 'member', 'chair'] as const;

test('who sees scorecards and standards, and who manages them', () => {
	for (const [name, person] of Object.entries(cast)) {
		expect(seesScorecards(person), name).toBe((sees as readonly string[]).includes(name));
		expect(can(person, 'manage scorecards'), name).toBe(name === 'lead');
	}
});
const fields = { number: 'P9', channel: 'phone' as const, text: 'A call back', howMeasured: 'Counted', source: '' };

function added(): { db: ReturnType<typeof testDatabase>; id: string } {
	const db = testDatabase();
	const outcome = addStandard(db, lead, fields);
	if (!outcome.ok) throw new Error(outcome.text);
	return { db, id: outcome.id };
}

test('a standard is added, changed and retired, each with its line in the audit trail', () => {
	const { db, id } = added();
	expect(addStandard(db, lead, { ...fields, number: 'p9' })).toMatchObject({ ok: false, code: 'number-taken', field: 'number' });
	expect(changeStandard(db, lead, id, { ...fields, text: 'Within the hour' }, 1)).toMatchObject({ ok: true });
	expect(standardTexts(db)).toEqual({ P9: 'Within the hour' });
	expect(changeStandard(db, lead, id, fields, 1)).toMatchObject({ ok: false, code: 'stale' });
	expect(retireStandard(db, lead, id, 2, '2026-11-22')).toMatchObject({ ok: true });
	expect(standardToChange(db, id)).toMatchObject({ retiredOn: '2026-11-22', version: 3 });
	expect(retireStandard(db, lead, id, 3, null)).toMatchObject({ ok: true });
	expect(
		db
			.select()
			.from(auditLines)
			.all()
			.map(({ what }) => what)
	).toEqual(['added contact standard P9', 'changed contact standard P9', 'retired contact standard P9', 'took back contact standard P9']);
});

test('what the council has under a number stays when those of the program are loaded', () => {
	const db = testDatabase();
	addStandard(db, lead, { ...fields, number: 'P1', text: 'Ours' });
	expect(loadStandards(db, lead)).toMatchObject({ ok: true });
	expect(standardTexts(db).P1).toBe('Ours');
	expect(standardsOffered(db).offers).toEqual([]);
	expect(standardsListed(db, 'phone').map(({ number }) => number)).toContain('P8');
	expect(standardsListed(db, '')[0]?.channel).toBe('web');
	expect(standardsTable(db, 'SMS').rows).toHaveLength(2);
	expect(() => standardToChange(db, 'nothing')).toThrow(expect.objectContaining({ status: 404 }));
});

test('a file of standards is refused with line and field', () => {
	const one = '  - number: P1\n    channel: fone\n    text: A\n    howMeasured: B\n';
	const read = readStandards(`standards:\n${one}${one.replace('fone', 'phone').replace('P1', 'p1')}`, 'standards.yaml');
	expect(read.ok ? [] : read.problems.map(({ line, field, text }) => [line, field, text.split(':')[0]])).toEqual([
		[3, 'standards P1 → channel', 'The channel must be one of'],
		[6, 'standards p1 → number', 'The number p1 is used twice. Give each standard its own']
	]);
});
