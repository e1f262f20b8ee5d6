import { showDay } from '../calendar/dates.ts';
import { showMonth } from '../paf/month.ts';

/** What an agenda is made of: from the monthly sheet and what is due. */
export type AgendaFacts = {
	month: string;
	/** The quality of the month in words, as the sheet says it. */
	quality: string;
	scores: string;
	/** The questions missed most, with how often of how many. */
	misses: { question: string; missed: number; asked: number }[];
	appeals: { number: number; state: string }[];
	objectives: { text: string; dueOn: string | null }[];
	training: { course: string; dueOn: string | null }[];
};

/** An agenda is for a talk: a longer list has its own page. */
const mostTraining = 4;

/** The agenda of a one-to-one as text, a point a line, which the leader may change. DOMAIN section 5.2. */
export function agendaOf({ month, quality, scores, misses, appeals, objectives, training }: AgendaFacts): string {
	const due = (day: string | null) => (day ? ` (due ${showDay(day)})` : '');
	return [
		`How are you, and what went well in ${showMonth(month)}?`,
		scores === '0'
			? `The sheet of ${showMonth(month)}: no scores that count.`
			: `The sheet of ${showMonth(month)}: quality ${quality}, from ${scores} scores.`,
		...misses.map(({ question, missed, asked }) => `Missed ${missed} of ${asked} times: ${question}`),
		...appeals.map(({ number, state }) => `Appeal on assessment ${number}: ${state}.`),
		...objectives.map(({ text, dueOn }) => `Objective${due(dueOn)}: ${text}`),
		...training.slice(0, mostTraining).map(({ course, dueOn }) => `Training to take${due(dueOn)}: ${course}`),
		...(training.length > mostTraining ? [`${training.length - mostTraining} more courses are due: see the page of training.`] : []),
		'What do you need from me, and what do we aim for next?'
	].join('\n');
}
