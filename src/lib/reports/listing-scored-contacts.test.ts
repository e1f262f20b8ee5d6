import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { aSession, assessors, scores } from '../../../tests/support/calibration.ts';
import { aScore, leader, teamsAtWork } from '../../../tests/support/scored-contacts.ts';
import { aWave, shopper, shoppingCouncil, visitMade } from '../../../tests/support/shopping.ts';
import { cast, testDatabase } from '../../../tests/support/test-database.ts';
import { reveal } from '#lib/domain/calibration/revealing.server.ts';
import { visits, waves } from '#lib/domain/mystery-shopping/tables.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { hasScoredContactReports, scoredContactReports } from './listing-scored-contacts.server.ts';

let db: Database;
beforeEach(() => (db = testDatabase()));
const listed = (person: Person) => scoredContactReports(db, person);

test('summaries of what was assessed, from the council down to the team, each for those who may see it', () => {
	teamsAtWork(db);
	expect(listed(cast.lead).summaries).toEqual([{ href: '/paf/summary', name: 'The council', of: 'Council' }]);
	aScore(db, { staffId: 'first-1', quality: 80 });
	expect(listed(cast.lead)).toMatchObject({
		summaries: [
			{ href: '/paf/summary' },
			{ href: '/paf/services/repairs', name: 'Housing repairs', of: 'Service' },
			{ href: '/paf/teams/first', name: 'First team, Housing repairs', of: 'Team' }
		],
		sheets: null
	});
	expect(listed(cast.manager).summaries?.map(({ of }) => of)).toEqual(['Service', 'Team']);
	expect(listed(cast.manager).sheets).toBe('led');
	expect(listed(leader)).toMatchObject({ summaries: [{ href: '/paf/teams/first' }], sheets: 'led', waves: null });
	expect(listed(cast.planner).summaries).toEqual([]);
	expect(listed(cast.advisor)).toEqual({ summaries: null, sheets: 'own', waves: null, calibrations: [] });
});

test('a wave is listed once a visit counts, for a viewer once it is closed', () => {
	const shopping = shoppingCouncil('service', db);
	const wave = aWave(shopping);
	expect(listed(cast.lead).waves).toEqual([]);
	const visit = db.select({ id: visits.id }).from(visits).get();
	visitMade(shopping, visit?.id ?? '', { A1: 'yes', A2: 'yes', A3: 'Fine' });
	expect(listed(cast.lead).waves).toEqual([
		{
			href: `/reports/mystery-shopping/${wave}`,
			name: 'Autumn',
			programme: 'Contact standards',
			days: '2 November 2026 to 13 November 2026',
			checked: 1,
			isClosed: false
		}
	]);
	expect(listed(cast.viewer).waves).toEqual([]);
	db.update(waves).set({ state: 'closed' }).where(eq(waves.id, wave)).run();
	for (const person of [cast.viewer, cast.manager, cast.member, cast.assessor]) expect(listed(person).waves).toHaveLength(1);
	for (const person of [shopper('sam'), cast.administrator, cast.colleague]) {
		expect(hasScoredContactReports(person)).toBe(false);
		expect(listed(person)).toEqual({ summaries: null, sheets: null, waves: null, calibrations: [] });
	}
});

test('a calibration is listed for who sees it, once its answers are shown', () => {
	const session = aSession(db, cast.assessor);
	const [amara, bryn] = assessors;
	for (const person of [amara, bryn]) scores(db, person, 1, 1, { A1: 'yes', A2: 'well', A3: '2' });
	expect(listed(cast.assessor).calibrations).toEqual([]);
	expect(reveal(db, cast.assessor, session())).toMatchObject({ ok: true });
	for (const person of [cast.assessor, cast.lead, amara])
		expect(listed(person).calibrations).toMatchObject([
			{ href: '/calibrations/1/results', title: 'Missed bins', state: { text: 'To talk over' } }
		]);
	for (const person of [cast.manager, cast.member, cast.viewer, cast.advisor]) expect(listed(person).calibrations).toEqual([]);
});
