import type { RatedPart, SurveyKind, SurveyPart } from './words.ts';

/** The parts as people read them, and as a customer is asked about them. Tamworth 5.1; the words are ours. */
export const partNames: Record<SurveyPart, string> = {
	overall: 'Overall',
	welcome: 'The welcome',
	wait: 'The wait',
	efficiency: 'Efficiency',
	interaction: 'The interaction',
	delivery: 'The delivery',
	resolved: 'Resolved the first time'
};

export const partQuestions: Record<SurveyPart, string> = {
	overall: 'Overall, how satisfied are you with how we dealt with you?',
	welcome: 'How satisfied are you with how we greeted you?',
	wait: 'How satisfied are you with how long you had to wait?',
	efficiency: 'How satisfied are you with how well the person knew what to do?',
	interaction: 'How satisfied are you with how you were treated?',
	delivery: 'How satisfied are you with what we then did for you?',
	resolved: 'Was it sorted out the first time you asked us?'
};

/** The answers from 1 to 5 in words, best first, as they are read down a page. */
export const ratings: readonly { value: 1 | 2 | 3 | 4 | 5; label: string }[] = [
	{ value: 5, label: 'Very satisfied' },
	{ value: 4, label: 'Fairly satisfied' },
	{ value: 3, label: 'Neither satisfied nor dissatisfied' },
	{ value: 2, label: 'Fairly dissatisfied' },
	{ value: 1, label: 'Very dissatisfied' }
];
export const ratingInWords = (value: number | null): string => ratings.find((one) => one.value === value)?.label ?? 'Not answered';

export const kindNames: Record<SurveyKind, string> = { monthly: 'Monthly', exit: 'Exit', annual: 'Annual' };
export const kindHints: Record<SurveyKind, string> = {
	monthly: 'Asked all the time, looked at by the month',
	exit: 'Asked of customers as they leave a council building',
	annual: 'Asked once a year'
};

/** The rated parts a survey asks about, in the order of the page. */
export const ratedOf = (parts: readonly SurveyPart[]): RatedPart[] => parts.filter((part) => part !== 'resolved');
