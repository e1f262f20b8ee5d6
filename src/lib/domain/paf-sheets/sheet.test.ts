import { beforeEach, describe, expect, test } from 'vitest';
import { aScore, leader, otherLeader, teamsAtWork } from '../../../../tests/support/scored-contacts.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { auditLines } from '../audit/tables.ts';
import type { Person } from '../access/person.ts';
import { saveComposite } from './composite-setting.server.ts';
import { compositeOf } from './composite.ts';
import { monthsWithSheets, sheetsOf } from './sheet-reading.server.ts';
import { saveSheet } from './sheet-saving.server.ts';
import { sideBySide } from './side-by-side.ts';
import { advisorsListed, staffFiltersIn } from './staff-listing.server.ts';
import { mayLead, staffSeen } from './staff-seen.server.ts';

let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
	db = testDatabase();
	teamsAtWork(db);
});
const today = '2026-11-22';
const october = () => sheetsOf(db, 'first-1', ['2026-10'])[0]!;
const nothing = { escalations: null, errors: null, compliments: null, complaints: null, note: '', statistics: [], version: 0 };
const seen = (person: Person, id: string) => {
	try {
		return staffSeen(db, person, id).id;
	} catch (thrown) {
		return (thrown as { status: number }).status;
	}
};

describe('quality on a sheet', () => {
	test('has a mean with a t interval made narrower by the list it was drawn from', () => {
		for (const quality of [70, 80, 90]) aScore(db, { staffId: 'first-1', quality, population: 12 });
		const { quality } = october();
		// standard deviation 10, standard error 5.7735, t with 2 degrees of freedom 4.3027, √(9 ÷ 11) = 0.9045
		expect(quality.interval).toMatchObject({ n: 3, mean: 80, population: 12 });
		expect(quality.interval?.low).toBeCloseTo(80 - 4.30265 * 5.7735 * 0.904534, 3);
		expect(quality.explained.join(' ')).toContain('3 of 12 were looked at');
	});

	test('shows nothing under two scores, in the sheet and beside other months', () => {
		aScore(db, { staffId: 'first-1', quality: 71 });
		const sheet = october();
		expect(sheet.quality).toMatchObject({ n: 1, interval: null });
		expect(JSON.stringify(sideBySide([sheet]))).not.toContain('71');
		expect(sideBySide([sheet])[0]?.values).toEqual(['not shown: 1 score']);
	});

	test('counts neither what somebody chose, nor what an appeal took back, nor a draft', () => {
		aScore(db, { staffId: 'first-1', quality: 80 });
		aScore(db, { staffId: 'first-1', quality: 90 });
		aScore(db, { staffId: 'first-1', quality: 10, selection: 'chosen' });
		aScore(db, { staffId: 'first-1', quality: 20, state: 'upheld' });
		expect(october()).toMatchObject({ quality: { n: 2, sampled: 2, chosen: 0 }, chosenBeside: 1, upheld: 1 });
		expect(october().quality.interval?.mean).toBe(85);
	});

	test('stands by channel, with access beside and never in it', () => {
		aScore(db, { staffId: 'first-1', quality: 80, access: 40 });
		aScore(db, { staffId: 'first-1', quality: 90, access: 20 });
		aScore(db, { staffId: 'first-1', quality: 60, channel: 'face to face' });
		const sheet = october();
		expect(sheet.byChannel.map(({ name, n }) => [name, n])).toEqual([
			['Phone', 2],
			['Face to face', 1]
		]);
		expect(sheet.quality.interval?.mean).toBeCloseTo(76.667, 3);
		expect(sheet.access?.interval?.mean).toBe(30);
	});
});

describe('what the leader writes', () => {
	const typed = {
		...nothing,
		escalations: 2,
		complaints: 0,
		statistics: [
			{ name: 'Contacts handled', numerator: 212, denominator: null, unit: 'contacts' },
			{ name: 'Adherence', numerator: 73, denominator: 80, unit: '%' }
		]
	};

	test('stands beside the scores, each rate with what it is out of', () => {
		const member = staffSeen(db, leader, 'first-1');
		expect(saveSheet(db, leader, member, '2026-10', typed, today)).toMatchObject({ ok: true });
		const lines = new Map(sideBySide([october()]).map(({ component, values }) => [component, values[0]]));
		expect(lines.get('Adherence')).toBe('91.3% (73 of 80)');
		expect(lines.get('Contacts handled')).toBe('212 contacts');
		expect(lines.get('Complaints')).toBe('0');
		expect(lines.get('Errors')).toBe('–');
		expect(monthsWithSheets(db, 'first-1')).toEqual(['2026-10']);
	});

	test('is refused to anybody but the leader of the team, and to the leader about themselves', () => {
		const member = staffSeen(db, leader, 'first-1');
		for (const person of [cast.manager, cast.advisor, otherLeader, cast.lead])
			expect(saveSheet(db, person, member, '2026-10', typed, today)).toMatchObject({ ok: false, code: 'not-leader' });
		expect(mayLead({ ...leader, id: 'advisor' }, member)).toBe(false);
	});

	test('is refused as stale with both texts, and its figures never stand in the audit trail', () => {
		const member = staffSeen(db, leader, 'first-1');
		saveSheet(db, leader, member, '2026-10', { ...typed, note: 'Private words' }, today);
		const again = saveSheet(db, leader, member, '2026-10', { ...typed, note: 'Mine' }, today);
		expect(again).toMatchObject({
			ok: false,
			code: 'stale',
			conflict: { fields: [{ name: 'note', theirs: 'Private words', mine: 'Mine' }] }
		});
		const trail = JSON.stringify(db.select().from(auditLines).all());
		expect(trail).toContain('escalations');
		expect(trail).not.toContain('Private words');
		expect(trail).not.toContain('Contacts handled 212');
		expect(trail).not.toMatch(/\b212\b/);
	});

	test('is refused for a month to come and for one name twice', () => {
		const member = staffSeen(db, leader, 'first-1');
		expect(saveSheet(db, leader, member, '2026-12', typed, today)).toMatchObject({ code: 'future' });
		const twice = [...typed.statistics, { name: 'adherence', numerator: 1, denominator: 2, unit: '%' }];
		expect(saveSheet(db, leader, member, '2026-10', { ...typed, statistics: twice }, today)).toMatchObject({ code: 'twice' });
	});
});

test('a composite is off until the council turns it on; then its arithmetic is told, and a missing part leaves none', () => {
	for (const quality of [80, 90]) aScore(db, { staffId: 'first-1', quality });
	expect(october().composite).toBeNull();
	const weights = [
		{ part: 'quality' as const, weight: 3 },
		{ part: 'share: Adherence' as const, weight: 1 }
	];
	expect(saveComposite(db, cast.lead, { isOn: true, weights, version: 1 })).toMatchObject({ ok: true });
	expect(october().composite).toMatchObject({ value: null, steps: ['Not worked out: there is no figure for Adherence.'] });
	const statistics = [{ name: 'Adherence', numerator: 45, denominator: 50, unit: '%' }];
	saveSheet(db, leader, staffSeen(db, leader, 'first-1'), '2026-10', { ...nothing, statistics }, today);
	expect(october().composite?.value).toBe((3 * 85 + 90) / 4);
	expect(october().composite?.steps.at(-1)).toBe('Together 345.00, divided by the weights (4): 86.25.');
	expect(compositeOf([{ part: 'quality', weight: 0 }], () => 50).value).toBeNull();
	expect(saveComposite(db, cast.lead, { isOn: true, weights: [], version: 2 })).toMatchObject({ code: 'no-weights' });
});

test('advisors see their own, leaders and managers their people, nobody else anybody', () => {
	expect([leader, cast.manager, cast.advisor].map((person) => seen(person, 'first-1'))).toEqual(['first-1', 'first-1', 'first-1']);
	const others = [
		otherLeader,
		cast.planner,
		cast.lead,
		cast.assessor,
		cast.administrator,
		cast.chair,
		cast.member,
		cast.viewer,
		cast.colleague
	];
	expect(others.map((person) => seen(person, 'first-1'))).toEqual(others.map(() => 404));
	expect(seen(cast.advisor, 'first-2')).toBe(404);
	const advisors = (person: Person) => advisorsListed(db, person, staffFiltersIn(new URLSearchParams()), {}).rows;
	expect(advisors(leader).map(({ team }) => team)).toEqual(Array(5).fill('First team'));
	expect(advisors(cast.manager).length).toBe(10);
	expect(advisors(cast.lead)).toEqual([]);
	expect(advisors(cast.advisor)).toEqual([]);
});
