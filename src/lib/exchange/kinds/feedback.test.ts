import { beforeEach, describe, expect, test } from 'vitest';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { makeSurvey } from '#lib/domain/surveys/keeping.server.ts';
import { complaintStages, tellUsCases } from '#lib/domain/complaints/tables.ts';
import { teams } from '#lib/domain/organisation/tables.ts';
import { surveyAnswers } from '#lib/domain/surveys/tables.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { ImportKind } from '../import-kind.ts';
import { feedbackCasesImport } from './feedback-cases.server.ts';
import { surveyAnswersImport } from './survey-answers.server.ts';

let db: Database;
let into = '';
const today = '2026-06-30';
const plan = (kind: ImportKind, ...rows: Record<string, string>[]) =>
	kind.plan(
		db,
		rows.map((cells, index) => ({ row: index + 2, cells })),
		{ into, today }
	);
function apply(kind: ImportKind, ...rows: Record<string, string>[]) {
	const { problems, steps } = plan(kind, ...rows);
	expect(problems).toEqual([]);
	write(db, (tx) => {
		for (const { run } of steps) expect(run?.(tx, cast.manager) ?? { ok: true }).toMatchObject({ ok: true });
	});
	return steps;
}
const wrong = (kind: ImportKind, ...rows: Record<string, string>[]) => plan(kind, ...rows).problems.map(({ row, column }) => [row, column]);

beforeEach(() => {
	db = testDatabase();
});

describe('cases', () => {
	const row = {
		reference: 'TU-1',
		kind: 'Complaint',
		receivedOn: '01/06/2026',
		service: 'housing repairs',
		channel: 'Telephone',
		words: 'The plumber never came to mend the kitchen tap',
		customerName: 'Win Okafor',
		acknowledgedOn: '2026-06-03',
		answeredOn: '2026-06-17',
		outcome: 'Upheld'
	};
	test('are taken in once, as far as the file says', () => {
		apply(feedbackCasesImport, row, {
			...row,
			reference: 'TU-2',
			kind: 'compliment',
			words: 'Lovely people',
			acknowledgedOn: '',
			answeredOn: '',
			outcome: ''
		});
		expect(db.select().from(tellUsCases).all()).toMatchObject([
			{ number: 1, state: 'answered', reference: 'TU-1', receivedOn: '2026-06-01', channel: 'phone' },
			{ number: 2, state: 'noted' }
		]);
		expect(db.select().from(complaintStages).all()).toMatchObject([
			{ acknowledgedOn: '2026-06-03', answeredOn: '2026-06-17', outcome: 'upheld' }
		]);
		expect(apply(feedbackCasesImport, row).map(({ what }) => what)).toEqual(['same']);
	});
	test('that look like another are asked about, in the file and against what is here', () => {
		const twin = { ...row, reference: 'TU-9' };
		expect(wrong(feedbackCasesImport, row, twin)).toEqual([[3, 'Same as']]);
		apply(feedbackCasesImport, row);
		expect(wrong(feedbackCasesImport, twin)).toEqual([[2, 'Same as']]);
		expect(wrong(feedbackCasesImport, { ...twin, same: '77' })).toEqual([[2, 'Same as']]);
		apply(feedbackCasesImport, { ...twin, same: '1' });
		expect(db.select().from(tellUsCases).all()[1]).toMatchObject({ state: 'noted', duplicateOfId: expect.any(String) as string });
	});
	test('come with the team of their service where the file says it', () => {
		db.insert(teams)
			.values([
				{ id: 'gas', serviceId: 'repairs', name: 'Gas' },
				{ id: 'trees', serviceId: 'planning', name: 'Trees' }
			])
			.run();
		expect(wrong(feedbackCasesImport, { ...row, team: 'Trees' })).toEqual([[2, 'Team']]);
		apply(feedbackCasesImport, { ...row, team: 'gas' });
		expect(db.select().from(tellUsCases).all()).toMatchObject([{ serviceId: 'repairs', teamId: 'gas' }]);
	});
	test('with what cannot be are refused by row and column', () => {
		expect(
			wrong(
				feedbackCasesImport,
				{ ...row, service: 'Witchcraft' },
				{ ...row, reference: 'b', receivedOn: '2026-07-01', acknowledgedOn: '', answeredOn: '', outcome: '' },
				{ ...row, reference: 'c', kind: 'moan' },
				{ ...row, reference: 'd', outcome: '' },
				{ ...row, reference: 'e', answeredOn: '2026-05-01' }
			)
		).toEqual([
			[2, 'Service'],
			[3, 'Received'],
			[4, 'Kind'],
			[5, 'Outcome'],
			[6, 'Answered']
		]);
	});
	test('no line of the plan tells who a customer is', () => {
		const { steps } = plan(feedbackCasesImport, row);
		expect(JSON.stringify(steps)).not.toContain('Okafor');
	});
});

describe('answers to a survey', () => {
	beforeEach(() => {
		const asked = {
			title: 'Us',
			kind: 'monthly',
			serviceId: '',
			'parts[]': ['overall', 'wait', 'resolved'],
			openFrom: '2026-01-01',
			openUntil: ''
		} as const;
		const made = makeSurvey(db, cast.lead, { ...asked, 'parts[]': [...asked['parts[]']] });
		into = made.ok ? made.id : '';
	});
	const row = {
		reference: 'P-1',
		day: '14/06/2026',
		service: 'Housing repairs',
		channel: 'phone',
		overall: 'Very satisfied',
		wait: '2',
		resolved: 'Y',
		comment: ''
	};
	test('are taken in once, by number or in words', () => {
		apply(surveyAnswersImport, row, { ...row, reference: 'P-2', overall: '3', service: '' });
		expect(db.select().from(surveyAnswers).all()).toMatchObject([
			{ overall: 5, wait: 2, resolved: true, serviceId: 'repairs', source: 'import', day: '2026-06-14' },
			{ overall: 3, serviceId: null }
		]);
		expect(apply(surveyAnswersImport, row).map(({ what }) => what)).toEqual(['same']);
	});
	test('with what cannot be are refused by row and column', () => {
		expect(
			wrong(
				surveyAnswersImport,
				row,
				row,
				{ ...row, reference: 'x', overall: '6' },
				{ ...row, reference: 'y', day: '2025-12-31' },
				{ ...row, reference: '' }
			)
		).toEqual([
			[3, 'Reference'],
			[4, 'Overall'],
			[5, 'Day'],
			[6, 'Reference']
		]);
	});
});
