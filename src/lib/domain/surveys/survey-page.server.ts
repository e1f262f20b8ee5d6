import type { Person } from '#lib/domain/access/person.ts';
import { feedbackSettingsOf } from '#lib/domain/complaints/settings.server.ts';
import { shownSatisfied } from '#lib/domain/complaints/figure-words.ts';
import { feedbackCrumbs } from '#lib/domain/complaints/crumbs.ts';
import { isMonth, monthOf, monthsLater } from '#lib/domain/paf/month.ts';
import type { Database } from '#lib/server/database.ts';
import { mustBeAble } from '#lib/server/guard.ts';
import { answersOf } from './comments.server.ts';
import { surveySeen, type SurveySeen } from './finding.server.ts';
import { heldCount } from './holding.server.ts';
import { satisfactionTrend } from './trend.ts';
import { explainPart, lastAnswered, satisfactionByMonth, satisfactionByPart } from './results.server.ts';

/** A survey the person may run: 404 where they do not see it, 403 where they only read it. */
export function surveyToRun(db: Database, person: Person, number: string): SurveySeen {
	const survey = surveySeen(db, person, number);
	mustBeAble(person, 'run surveys', survey);
	return survey;
}

/** The way to a page of a survey. */
export const surveyCrumbs = ({ number, title }: SurveySeen, ...last: { href?: string; label: string }[]) =>
	feedbackCrumbs(
		{ href: '/feedback/surveys', label: 'Surveys' },
		...(last.length ? [{ href: `/feedback/surveys/${number}`, label: title }, ...last] : [{ label: title }])
	);

/** What stands on the pages of a survey's navigation. */
export const surveyNav = (db: Database, survey: SurveySeen) => ({
	number: survey.number,
	mayRun: survey.mayRun,
	held: survey.mayRun ? heldCount(db, survey.id) : 0
});

const whole = { from: '', to: '9999' };
const daysOf = (month: string) => ({ from: `${month}-01`, to: `${month}-31` });

/**
 * The results of a survey: by part, of a month (the last one answered unless another is asked for; an annual or exit survey as a
 * whole), beside the month before and the same month of the year before, and satisfaction month by month.
 */
export function surveyResults(db: Database, survey: SurveySeen, asked: string | null, today: string) {
	const last = lastAnswered(db, { surveyId: survey.id }) ?? monthOf(today);
	const isWhole = asked === 'all' || (asked === null && survey.kind !== 'monthly');
	const month = asked && isMonth(asked) ? asked : last;
	const partsOf = (days: { from: string; to: string }) => satisfactionByPart(db, { surveyId: survey.id, ...days }, survey.parts);
	const now = partsOf(isWhole ? whole : daysOf(month));
	const before = isWhole ? null : partsOf(daysOf(monthsLater(month, -1)));
	const year = isWhole ? null : partsOf(daysOf(monthsLater(month, -12)));
	const byMonth = satisfactionByMonth(db, { surveyId: survey.id }, last, 24);
	const benchmark = feedbackSettingsOf(db);
	return {
		month: isWhole ? null : month,
		answers: answersOf(db, survey.id),
		benchmark,
		trend: satisfactionTrend(
			byMonth.filter(({ month }) => month < monthOf(today)),
			benchmark.benchmark
		),
		parts: now.map((figure, index) => ({
			...figure,
			shown: shownSatisfied(figure),
			shownBefore: before ? shownSatisfied(before[index]!) : '–',
			shownYear: year ? shownSatisfied(year[index]!) : '–',
			explain: explainPart(figure)
		})),
		byMonth: byMonth.map((row) => ({ ...row, shown: shownSatisfied(row) }))
	};
}
