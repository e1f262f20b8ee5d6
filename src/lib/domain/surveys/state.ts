import { showDay } from '../calendar/dates.ts';

export type SurveyDates = { openFrom: string; openUntil: string | null };
export type SurveyState = 'to come' | 'open' | 'closed';

/** Whether answers are taken on a day: from the first day to the last, both included. */
export const surveyStateOn = ({ openFrom, openUntil }: SurveyDates, today: string): SurveyState =>
	today < openFrom ? 'to come' : openUntil && today > openUntil ? 'closed' : 'open';

export const markOf: Record<SurveyState, { kind: 'good' | 'here' | 'quiet'; text: string }> = {
	'to come': { kind: 'here', text: 'Not open yet' },
	open: { kind: 'good', text: 'Open' },
	closed: { kind: 'quiet', text: 'Closed' }
};

/** 'Open from 1 March 2026 to 31 March 2026' */
export const datesInWords = ({ openFrom, openUntil }: SurveyDates): string =>
	openUntil ? `Open from ${showDay(openFrom)} to ${showDay(openUntil)}` : `Open since ${showDay(openFrom)}, without an end`;
