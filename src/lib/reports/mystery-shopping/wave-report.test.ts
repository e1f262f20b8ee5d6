import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aWave, shopper, shoppingCouncil, visitMade, type Shopping } from '../../../../tests/support/shopping.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { divisionNames } from '#lib/domain/mystery-shopping/filters.ts';
import { findingsProposed, makeFindings } from '#lib/domain/mystery-shopping/proposing-findings.server.ts';
import { resultsSeen } from '#lib/domain/mystery-shopping/results.server.ts';
import { visits, waves } from '#lib/domain/mystery-shopping/tables.ts';
import { findings } from '#lib/domain/findings/tables.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import { asJson } from '../json.ts';
import { makeFile } from '../making.server.ts';
import { waveReport } from './wave-report.server.ts';

const today = '2026-11-22';
const words = ['Housing repairs', 'Planning applications', 'repairs', 'planning', 'Jane', 'Okafor'];

/** A wave in which repairs never says when, and planning always does; every visit is checked. */
function madeWave(shopping: Shopping): string {
	const { db } = shopping;
	db.insert(teams).values({ id: 'line', serviceId: 'repairs', name: 'TEAM-LINE' }).run();
	db.insert(staff).values({ id: 'jane', teamId: 'line', name: 'Jane Okafor', payrollNumber: '7' }).run();
	const wave = aWave(shopping, { perService: 6 });
	for (const { id, serviceId } of db.select().from(visits).where(eq(visits.waveId, wave)).all())
		visitMade(shopping, id, { A1: 'yes', A2: serviceId === 'repairs' ? 'no' : 'yes', A3: 'Jane Okafor said she would ring back' });
	return wave;
}

const roles: Person[] = [...Object.values(cast), shopper('sam'), shopper('tess')];

test('a programme that promised nothing below the council tells no role anything of a service, on page, in JSON or spreadsheet', async () => {
	const shopping = shoppingCouncil('council');
	const { db } = shopping;
	const wave = madeWave(shopping);
	db.update(waves).set({ state: 'closed' }).where(eq(waves.id, wave)).run();
	let told = 0;
	for (const person of roles) {
		let results;
		try {
			results = resultsSeen(db, person, wave);
		} catch (refusal) {
			expect(refusal).toMatchObject({ status: 404 });
			expect(() => waveReport(db, person, wave)).toThrow();
			continue;
		}
		told++;
		expect(results.services).toEqual([]);
		for (const by of divisionNames) {
			const { figures, withheld } = results.figures({ by });
			if (['service', 'team', 'individual'].includes(by))
				expect([figures, withheld]).toEqual([[], expect.stringContaining('Staff were promised')]);
			const all = JSON.stringify([figures, results.verbatims()]);
			for (const word of words) expect(all).not.toContain(word);
		}
		const json = JSON.stringify(asJson(waveReport(db, person, wave)));
		const csv = await makeFile(db, { report: 'mystery shopping', id: wave, person, format: 'csv', table: 'verbatims', today });
		for (const word of words) {
			expect(json).not.toContain(word);
			expect(new TextDecoder().decode(csv?.bytes)).not.toContain(word);
		}
		const narrowed = () => results.figures({ by: 'all', service: 'repairs' });
		if (results.seesAll) expect(narrowed()).toEqual({ figures: [], withheld: expect.stringContaining('Staff were promised') });
	}
	expect(told).toBeGreaterThan(4);
});

test('at service level a manager sees their own service and the council, nobody sees a team or a name', () => {
	const shopping = shoppingCouncil('service');
	const wave = madeWave(shopping);
	const { db } = shopping;
	const own = resultsSeen(db, cast.manager, wave);
	expect(own.figures({ by: 'service' }).figures.map(({ name, pass }) => [name, pass?.numerator, pass?.denominator])).toEqual([
		['Housing repairs', 0, 6]
	]);
	expect(own.figures({ by: 'all' }).figures[0]?.visits).toBe(12);
	expect(
		own.verbatims().said.every(({ service, text }) => service === 'Housing repairs' && text === '[name] said she would ring back')
	).toBe(true);
	expect(() => own.figures({ by: 'all', service: 'planning' })).toThrow();
	for (const person of [cast.lead, cast.assessor, cast.member]) {
		const json = JSON.stringify(asJson(waveReport(db, person, wave)));
		expect(json).toContain('Housing repairs');
		for (const below of ['TEAM-LINE', 'Jane', 'Sam Shopper']) expect(json).not.toContain(below);
	}
	expect(() => resultsSeen(db, cast.viewer, wave)).toThrow();
});

test('shoppers, advisors, administrators and colleagues see no results', () => {
	const shopping = shoppingCouncil('service');
	const wave = madeWave(shopping);
	for (const person of [shopper('sam'), cast.advisor, cast.administrator, cast.colleague])
		expect(() => resultsSeen(shopping.db, person, wave)).toThrow();
});

test('page, JSON and CSV hold the same figures', async () => {
	const shopping = shoppingCouncil('service');
	const wave = madeWave(shopping);
	const { db } = shopping;
	const report = waveReport(db, cast.lead, wave);
	const table = report.sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'figure' && block.table.id === 'by-service');
	// the drawing is of the table's own figures
	expect(table).toMatchObject({
		figure: {
			rows: [
				{ name: 'Housing repairs', value: 0 },
				{ name: 'Planning applications', value: 100 }
			]
		},
		table: {
			rows: [
				{ name: 'Housing repairs', met: 0, of: 6, share: 0, quality: 50 },
				{ name: 'Planning applications', met: 6, of: 6, share: 100 }
			]
		}
	});
	const csv = await makeFile(db, { report: 'mystery shopping', id: wave, person: cast.lead, format: 'csv', table: 'by-service', today });
	expect(new TextDecoder().decode(csv?.bytes)).toContain('Housing repairs,6,0,6,0.00,');
	const pdf = await makeFile(db, { report: 'mystery shopping', id: wave, person: cast.lead, format: 'pdf', today });
	expect(new TextDecoder('latin1').decode(pdf?.bytes.slice(0, 5))).toBe('%PDF-');
});

test('the lowest standards become findings, each once, of the service or of the council as was promised', () => {
	const shopping = shoppingCouncil('service');
	const wave = madeWave(shopping);
	const { db } = shopping;
	const proposed = findingsProposed(db, cast.lead, wave);
	expect(proposed.map(({ id, severity, howOften }) => [id, severity, howOften])).toEqual([
		['repairs:T2', 'critical', 'Met in 0 of 6 mystery shopping visits (0.0%)']
	]);
	expect(makeFindings(db, cast.lead, wave, ['repairs:T2'])).toEqual({ ok: true, made: 1 });
	expect(makeFindings(db, cast.lead, wave, ['repairs:T2'])).toEqual({ ok: true, made: 0 });
	expect(db.select().from(findings).all()).toMatchObject([{ source: 'mystery shopping', sourceId: wave, serviceId: 'repairs' }]);
	const council = shoppingCouncil('council');
	const other = madeWave(council);
	expect(findingsProposed(council.db, cast.lead, other).map(({ serviceId, what }) => [serviceId, what])).toEqual([
		['corporate', 'The council: contact standard T2 is met too seldom']
	]);
});
