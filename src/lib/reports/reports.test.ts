import { inflateSync } from 'node:zlib';
import readXlsx from 'read-excel-file/node';
import { beforeEach, describe, expect, test } from 'vitest';
import { override } from '#lib/domain/moderation/overriding.server.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { addAction } from '#lib/domain/actions/adding.server.ts';
import type { Database } from '#lib/server/database.ts';
import { agreedAssessment } from '../../../tests/support/agreed-assessment.ts';
import { staged } from '../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../tests/support/test-database.ts';
import { councilReport } from './council/council-report.server.ts';
import { tablesOf, type Report } from './description.ts';
import { fileOf } from './file.server.ts';
import { cycleToReport, reportableAssessmentSeen } from './finding.server.ts';
import { planReport } from './plan/plan-report.server.ts';
import { reportsSeen } from './listing.server.ts';
import { serviceReport } from './service/service-report.server.ts';

const today = '2026-11-21';
const framework = staged('1.1 1.2:culture 2.1 2.2:culture 3.1');
let db: Database;
let id: string;

beforeEach(() => {
	db = testDatabase();
	// claimed: level 1 full, 2.1 L, 2.2 F, 3.1 L. Not proved: 2.2 counts as P. Lowered: 3.1 to N. So agreed is level 1.
	id = agreedAssessment(db, framework, today, {
		ratings: { '1.1': 'F', '1.2': 'F', '2.1': 'L', '2.2': 'F', '3.1': 'L' },
		unproved: ['2.2'],
		lowered: { '3.1': 'N' }
	});
});

const reportFor = (person = cast.manager) => serviceReport(db, person, reportableAssessmentSeen(db, person, id), today);
const tableOf = (report: Report, wanted: string) => tablesOf(report).find((table) => table.id === wanted)!;
const bytesOf = async (report: Report, format: 'pdf' | 'xlsx' | 'csv' | 'json', table?: string) =>
	(await fileOf(db, report, { format, table, today }))!.bytes;

describe('the report on a service', () => {
	test('says the award, what stops the next, every answer and what it rests on', () => {
		const report = reportFor();
		expect(report.title).toBe('Housing repairs: Bronze');
		expect(tableOf(report, 'stops-level').rows).toMatchObject([
			{ criterion: '2.2', counts: 'Partially', needs: 'Largely', why: 'Evidence missing' }
		]);
		expect(tableOf(report, 'answers').rows.map(({ number, service, moderator, counts }) => [number, service, moderator, counts])).toEqual([
			['1.1', 'F Fully', 'F Fully', 'Fully'],
			['1.2', 'F Fully', 'F Fully', 'Fully'],
			['2.1', 'L Largely', 'L Largely', 'Largely'],
			['2.2', 'F Fully', 'F Fully', 'Partially'],
			['3.1', 'L Largely', 'N Not', 'Not']
		]);
		expect(tableOf(report, 'evidence').rows).toMatchObject([
			{ mark: 'E1', title: 'Survey of tenants', criteria: '1.1, 1.2, 2.1, 3.1', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }
		]);
	});

	test('page, workbook, CSV and JSON hold the same figures', async () => {
		const report = reportFor();
		const json = JSON.parse(Buffer.from(await bytesOf(report, 'json')).toString()) as {
			sections: { blocks: { id?: string; rows?: object[] }[] }[];
		};
		const workbook = Buffer.from(await bytesOf(report, 'xlsx'));
		const sheets = await readXlsx(workbook);
		expect(sheets).toHaveLength(tablesOf(report).length);
		for (const [n, table] of tablesOf(report).entries()) {
			const inJson = json.sections.flatMap(({ blocks }) => blocks).find((block) => block.id === table.id);
			expect(inJson?.rows).toEqual(table.rows);
			const [head, ...rows] = sheets[n]!.data;
			if (table.rows.length) expect(head).toEqual(table.columns.map(({ label }) => label));
			expect(rows.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)))).toEqual(
				table.rows.map((row) => table.columns.map(({ key }) => (row[key] === '' ? null : (row[key] ?? null))))
			);
		}
		const csv = Buffer.from(await bytesOf(report, 'csv', 'answers')).toString();
		expect(csv.trim().split('\r\n').length).toBeGreaterThanOrEqual(6);
		expect(csv).toContain('Lowered 3.1');
	});

	test('the PDF has a cover, contents, an outline, numbered pages and embedded type', async () => {
		const pdf = Buffer.from(await bytesOf(reportFor(), 'pdf'));
		const raw = pdf.toString('latin1');
		expect(raw.startsWith('%PDF-')).toBe(true);
		expect(raw).toContain('/Lang (en-GB)');
		expect(raw).toMatch(/\/Outlines \d+ 0 R/);
		expect(raw.match(/\/Type \/Page\b/g)!.length).toBeGreaterThanOrEqual(5);
		expect(raw).toContain('/FontFile2');
		expect(raw).toMatch(/\/Subtype \/Image/);
		// every page's content can be unpacked
		const first = raw.indexOf('stream\n') + 7;
		expect(inflateSync(pdf.subarray(first)).length).toBeGreaterThan(100);
	});

	test('a panel decision is named, and the worked-out level stands beside it', () => {
		const { version } = db.select({ version: assessments.version }).from(assessments).get()!;
		const decided = override(db, cast.chair, { id, version, level: 3, reason: 'The board saw the new survey' });
		expect(decided.ok).toBe(true);
		const report = reportFor();
		expect(report.title).toBe('Housing repairs: Silver');
		expect(report.sections[0]!.title).toMatch(/^Panel decision: Silver/);
		expect(JSON.stringify(report.sections[0])).toContain('Worked out from the answers it is Bronze');
	});

	test('somebody who may not see individual staff reads it without names', () => {
		addAction(db, cast.manager, 'repairs', anAction);
		const named = JSON.stringify(reportFor());
		const unnamed = JSON.stringify(reportFor(cast.viewer));
		for (const name of ['Morgan Manager', 'Ada Assessor']) {
			expect(named).toContain(name);
			expect(unnamed).not.toContain(name);
		}
	});

	test('what is not agreed is out of a viewer’s sight, and agreed it is in everybody’s list who may read it', () => {
		db.update(assessments).set({ status: 'moderated' }).run();
		expect(() => reportFor(cast.viewer)).toThrow();
		expect(reportsSeen(db, cast.viewer, null).reports).toEqual([]);
		db.update(assessments).set({ status: 'agreed' }).run();
		expect(reportsSeen(db, cast.viewer, null).reports).toMatchObject([{ service: 'Housing repairs', shown: { word: 'Bronze' } }]);
		expect(reportsSeen(db, cast.planner, null).reports).toEqual([]);
	});
});

const anAction = {
	title: 'Survey every tenant after a repair',
	detail: '',
	ownerId: 'manager',
	priority: 'high' as const,
	startOn: '2026-10-01',
	dueOn: '2026-11-20',
	reviewOn: '2027-01-10',
	measure: 'Tenants asked',
	baseline: '40%',
	target: '100%'
};

test('the report on the council counts awards, gaps and late actions', async () => {
	addAction(db, cast.manager, 'repairs', anAction);
	const cycle = cycleToReport(db, null)!;
	const { report } = councilReport(db, cast.lead, cycle, 'all', today);
	expect(tableOf(report, 'awards').rows).toEqual([
		{ award: 'Gold', baseline: 0, now: 0 },
		{ award: 'Silver', baseline: 0, now: 0 },
		{ award: 'Bronze', baseline: 1, now: 1 },
		{ award: 'No award', baseline: 0, now: 0 },
		{ award: 'Not yet agreed', baseline: 0, now: 0 }
	]);
	// from level 1 the next award, Silver, begins at level 3: 2.1 is not F, 2.2 is P, 3.1 is N
	expect(tableOf(report, 'gaps').rows.map(({ criterion, services }) => [criterion, services])).toEqual([
		['2.1', '1 of 1'],
		['2.2', '1 of 1'],
		['3.1', '1 of 1']
	]);
	expect(tableOf(report, 'overdue').rows).toMatchObject([{ title: anAction.title, status: 'Late', owner: 'Morgan Manager' }]);
	expect(JSON.stringify(councilReport(db, cast.viewer, cycle, 'all', today).report)).not.toContain('Morgan Manager');
	expect(
		Buffer.from(await bytesOf(report, 'pdf'))
			.subarray(0, 5)
			.toString()
	).toBe('%PDF-');
});

test('the plan is a report too', () => {
	addAction(db, cast.manager, 'repairs', anAction);
	const report = planReport(db, cast.manager, 'repairs', today);
	expect(report.title).toBe('Housing repairs: 1 action in the year');
	expect(report.lead).toBe('1 action is late.');
	expect(tablesOf(report)[0]!.rows).toMatchObject([{ title: anAction.title, measure: 'Tenants asked from 40% to 100%' }]);
});
