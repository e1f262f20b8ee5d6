import { beforeEach, expect, test } from 'vitest';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { answer } from '#lib/domain/complaints/answering.server.ts';
import { learn } from '#lib/domain/complaints/closing.server.ts';
import { noteCase } from '#lib/domain/complaints/noting.server.ts';
import { keepAnswer } from '#lib/domain/surveys/answering.server.ts';
import { surveySeen } from '#lib/domain/surveys/finding.server.ts';
import { makeSurvey } from '#lib/domain/surveys/keeping.server.ts';
import { surveyParts } from '#lib/domain/surveys/words.ts';
import type { Database } from '#lib/server/database.ts';
import { tablesOf, type Report } from '../description.ts';
import { asJson } from '../json.ts';
import { complaintsReport } from './complaints-report.server.ts';
import { monthToReport } from './months.ts';

const today = '2026-07-15';
let db: Database;
const note = (receivedOn: string, name: string, serviceId = 'repairs') => {
	const told = { kind: 'complaint', channel: 'phone', reference: '', customerContact: '', stage: 'stage 1', same: '' } as const;
	const noted = noteCase(
		db,
		cast.manager,
		{ ...told, receivedOn, serviceId, customerName: name, words: `The tap of ${name} leaks` },
		today
	);
	return noted.ok ? noted.id : '';
};
const rowsOf = (report: Report, id: string) => tablesOf(report).find((table) => table.id === id)!.rows;

beforeEach(() => {
	db = testDatabase();
	const late = note('2026-06-01', 'Zebedee');
	answer(db, cast.manager, late, { answeredOn: '2026-06-25', outcome: 'upheld', answer: 'Sorry, Zebedee', remedy: '', version: 1 }, today);
	learn(db, cast.manager, late, { cause: 'delay', lesson: 'Zebedee was not rung', changeMade: 'We ring', version: 2 });
	for (const name of ['Ann', 'Ben']) note('2025-06-10', name);
	note('2026-06-02', 'Cat', 'planning');
	const asked = {
		title: 'Us',
		kind: 'monthly',
		serviceId: 'repairs',
		'parts[]': [...surveyParts],
		openFrom: '2025-01-01',
		openUntil: ''
	} as const;
	makeSurvey(db, cast.lead, { ...asked, 'parts[]': [...asked['parts[]']] });
	const fine = {
		welcome: 4,
		wait: 2,
		efficiency: 5,
		interaction: 5,
		delivery: 3,
		resolved: true,
		serviceId: '',
		channel: 'phone',
		comment: ''
	} as const;
	for (const overall of [5, 5, 4, 2, 1])
		keepAnswer(db, cast.manager, surveySeen(db, cast.lead, '1'), { ...fine, overall, day: '2026-06-10', reference: '' }, 'typed', today);
});

test('has the year before beside each figure, and every rate its counts', () => {
	const report = complaintsReport(db, cast.viewer, '2026-06', today);
	expect(report.title).toBe('2 complaints in June 2026, as many as the year before');
	const of = (name: string) => rowsOf(report, 'figures').find((row) => row.name === name);
	expect(of('Complaints')).toMatchObject({ n: 2, of: null, n2: 2 });
	expect(of('Stage 1 answered in time')).toMatchObject({ n: 0, of: 2, share: null });
	expect(of('Stage 2 answered in time')).toMatchObject({ n: null, of: 0, share: null });
	expect(rowsOf(report, 'satisfaction')[0]).toMatchObject({ name: 'Overall', n: 3, of: 5, share: 60, share2: null, of2: 0 });
	expect(rowsOf(report, 'lessons')).toEqual([
		{ number: 1, service: 'Housing repairs', cause: 'Delay', lesson: '[name] was not rung', changeMade: 'We ring' }
	]);
	expect(JSON.stringify(asJson(report))).not.toContain('Zebedee');
});

test('is of the services somebody sees, and of months that are over', () => {
	expect(complaintsReport(db, cast.planner, '2026-06', today).title).toBe('1 complaint in June 2026, 1 more than the year before');
	expect(rowsOf(complaintsReport(db, cast.planner, '2026-06', today), 'satisfaction')[0]).toMatchObject({ n: null, of: 0 });
	for (const nobody of [cast.advisor, cast.administrator, cast.colleague])
		expect(() => complaintsReport(db, nobody, '2026-06', today)).toThrow();
	for (const wrong of ['2026-07', '2026-13', 'June']) expect(() => complaintsReport(db, cast.lead, wrong, today)).toThrow();
	expect([monthToReport(null, today), monthToReport('2027-01', today), monthToReport('2025-06', today)]).toEqual([
		'2026-06',
		'2026-06',
		'2025-06'
	]);
});
