import { can, somewhere } from '../access/can.ts';
import type { Person } from '../access/person.ts';

/** Which pages of feedback a person sees. */
export type FeedbackPages = { figures: boolean; cases: boolean; report: boolean; note: boolean; settings: boolean };

export const pagesSeen = (person: Person): FeedbackPages => ({
	figures: somewhere(person, 'see feedback'),
	cases: somewhere(person, 'see case'),
	report: somewhere(person, 'see feedback report'),
	note: somewhere(person, 'note feedback'),
	settings: can(person, 'set feedback')
});

/** Whether there is a page of feedback for the person at all. */
export const seesFeedback = (person: Person): boolean => Object.values(pagesSeen(person)).some(Boolean);
