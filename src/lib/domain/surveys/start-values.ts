import { surveyParts } from './words.ts';

/** An answer nobody has begun. */
export const emptyAnswer: Record<string, string> = {
	...Object.fromEntries(surveyParts.map((part) => [part, ''])),
	serviceId: '',
	channel: '',
	comment: ''
};
