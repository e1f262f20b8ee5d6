import { addWorkingDays } from '../calendar/working-days.ts';
import type { Stage } from './words.ts';

/*
 * The clocks of a complaint, in working days of England and Wales. LGSCO Complaint Handling Code (2024; the Ombudsman
 * holds councils to it from April 2026), part 6; DOMAIN section 7. Where they are silent:
 * - A day counts from the next working day on, so what comes in on a Saturday, a bank holiday or the Friday before has the
 *   same first day.
 * - The time to answer runs from the day the complaint was acknowledged. Where that was late, or has not been done, it runs
 *   from the day it should have been: being late gains no time.
 * - What is settled informally is not acknowledged: it is settled within the five days in which it would otherwise be
 *   acknowledged, or goes to stage 1.
 * - Time can be extended once, before the answer is late, by at most as much again, counted from the day it was due.
 */

/** Working days from the day it came in to the acknowledgement. */
export const acknowledgeWithin = 5;
/** Working days to the answer: from the acknowledgement for the stages, from the day it came in for what is settled informally. */
export const answerWithin: Record<Stage, number> = { informal: 5, 'stage 1': 10, 'stage 2': 20 };

/** Where the clock of a stage stands: the dates that are kept, and no others. */
export type StageDates = {
	stage: Stage;
	openedOn: string;
	acknowledgeBy: string | null;
	acknowledgedOn: string | null;
	dueOn: string;
	dueFirst: string | null;
	answeredOn: string | null;
};

const later = (one: string, other: string) => (one < other ? other : one);
const earlier = (one: string, other: string) => (one < other ? one : other);

/** The day a stage is to be acknowledged by; null for what is settled informally. Code 6.2. */
export const acknowledgeByOf = (stage: Stage, openedOn: string): string | null =>
	stage === 'informal' ? null : addWorkingDays(openedOn, acknowledgeWithin);

/** The day the answer is due, before any extension. Code 6.3 and 6.14. */
export function dueOf(stage: Stage, openedOn: string, acknowledgedOn: string | null): string {
	const by = acknowledgeByOf(stage, openedOn);
	const from = by === null ? openedOn : later(openedOn, earlier(acknowledgedOn ?? by, by));
	return addWorkingDays(from, answerWithin[stage]);
}

/** The dates of a stage opened on a day. */
export const opened = (stage: Stage, openedOn: string): StageDates => ({
	stage,
	openedOn,
	acknowledgeBy: acknowledgeByOf(stage, openedOn),
	acknowledgedOn: null,
	dueOn: dueOf(stage, openedOn, null),
	dueFirst: null,
	answeredOn: null
});

/** The last day to which an answer can be put off: as many working days again, after the day it was due. Code 6.4 and 6.15. */
export const extendableTo = ({ stage, dueOn, dueFirst }: Pick<StageDates, 'stage' | 'dueOn' | 'dueFirst'>): string =>
	addWorkingDays(dueFirst ?? dueOn, answerWithin[stage]);

export type Due = { what: 'acknowledge' | 'answer'; by: string };

/** What is due next in a stage; null once it is answered. */
export function nextDue({ acknowledgeBy, acknowledgedOn, dueOn, answeredOn }: StageDates): Due | null {
	if (answeredOn) return null;
	return acknowledgeBy && !acknowledgedOn ? { what: 'acknowledge', by: acknowledgeBy } : { what: 'answer', by: dueOn };
}

/** Whether it was answered in time; null while it is neither answered nor late. */
export function answeredInTime({ dueOn, answeredOn }: Pick<StageDates, 'dueOn' | 'answeredOn'>, today: string): boolean | null {
	if (answeredOn) return answeredOn <= dueOn;
	return today > dueOn ? false : null;
}
