import { beforeEach, expect, test } from 'vitest';
import { parse } from 'valibot';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { auditLines } from '../audit/tables.ts';
import { settingsForm } from './forms.ts';
import { changePafSettings, pafSettingsOf } from './settings.server.ts';

let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
	db = testDatabase();
});
const wanted = { appealDays: 15, chosenCount: true, retentionMonths: 36, version: 1 };

test('the defaults hold until the council decides, and each change leaves what was and what is', () => {
	expect(pafSettingsOf(db)).toMatchObject({ appealDays: 10, chosenCount: false, retentionMonths: 24 });
	expect(changePafSettings(db, cast.lead, wanted)).toMatchObject({ ok: true });
	expect(pafSettingsOf(db)).toMatchObject({ appealDays: 15, chosenCount: true, retentionMonths: 36, version: 2 });
	expect(db.select().from(auditLines).all()).toMatchObject([
		{ what: 'changed the settings of performance assessment', change: { appealDays: { from: 10, to: 15 } } }
	]);
});

test('only who sets them may, whatever they know of addresses', () => {
	for (const person of [cast.administrator, cast.manager, cast.assessor, cast.advisor, cast.viewer])
		expect(changePafSettings(db, person, wanted)).toMatchObject({ ok: false, code: 'not-theirs' });
	expect(pafSettingsOf(db).appealDays).toBe(10);
});

test('a stale save is refused with what stands', () => {
	changePafSettings(db, cast.lead, wanted);
	expect(changePafSettings(db, cast.lead, { ...wanted, appealDays: 20 })).toMatchObject({ ok: false, code: 'stale' });
	expect(pafSettingsOf(db).appealDays).toBe(15);
});

test('names are kept for a shorter time only by somebody who says that they mean it', () => {
	const shorter = { ...wanted, retentionMonths: 12 };
	expect(changePafSettings(db, cast.lead, shorter)).toMatchObject({ ok: false, code: 'not-understood', field: 'understood' });
	expect(pafSettingsOf(db).retentionMonths).toBe(24);
	expect(changePafSettings(db, cast.lead, { ...shorter, understood: true })).toMatchObject({ ok: true });
	expect(pafSettingsOf(db).retentionMonths).toBe(12);
});

test('the form takes whole numbers within what the law of the house allows', () => {
	const typed = { appealDays: '10', chosenCount: 'no', retentionMonths: '24', version: '1' };
	expect(parse(settingsForm, typed)).toMatchObject({ appealDays: 10, chosenCount: false, understood: false });
	for (const wrong of [{ appealDays: '0' }, { appealDays: '61' }, { appealDays: 'ten' }, { retentionMonths: '121' }, { chosenCount: '' }])
		expect(() => parse(settingsForm, { ...typed, ...wrong })).toThrow();
});
