import { expect, test } from 'vitest';
import { surveyAnswers, surveys } from '#lib/domain/surveys/tables.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { answersHeld } from './answers-held.server.ts';

test('answers that were held back are named to who runs the survey, with how many wait and since when', () => {
	const db = testDatabase();
	const survey = (id: string, number: number, serviceId: string | null) =>
		db
			.insert(surveys)
			.values({
				id,
				number,
				title: `Survey ${number}`,
				kind: 'monthly',
				serviceId,
				parts: ['overall'],
				openFrom: '2026-06-01',
				createdBy: 'lead',
				createdAt: 1
			})
			.run();
	const answers = (surveyId: string, days: string[], state: 'held' | 'counted' | 'refused' = 'held') =>
		db
			.insert(surveyAnswers)
			.values(days.map((day) => ({ surveyId, day, state, source: 'link' as const, answeredAt: 1, overall: 5 })))
			.run();
	survey('council', 1, null);
	survey('repairs', 2, 'repairs');
	answers('council', ['2026-06-03', '2026-06-02']);
	answers('repairs', ['2026-06-05']);
	answers('repairs', ['2026-06-01'], 'counted');
	answers('repairs', ['2026-06-01'], 'refused');
	const said = (person = cast.lead) => answersHeld(db, person).map(({ title, href, by }) => [title, href, by]);
	expect(said()).toEqual([
		['Look at 2 answers held back in “Survey 1”', '/feedback/surveys/1/held', '2026-06-02'],
		['Look at 1 answer held back in “Survey 2”', '/feedback/surveys/2/held', '2026-06-05']
	]);
	expect(said(cast.manager)).toEqual([['Look at 1 answer held back in “Survey 2”', '/feedback/surveys/2/held', '2026-06-05']]);
	expect([said(cast.planner), said(cast.viewer), said(cast.assessor)]).toEqual([[], [], []]);
	for (const n of [3, 4]) {
		survey(`more ${n}`, n, null);
		answers(`more ${n}`, ['2026-06-09']);
	}
	expect(said()).toEqual([['Look at answers held back in 4 surveys', '/feedback/surveys', '2026-06-02']]);
});
