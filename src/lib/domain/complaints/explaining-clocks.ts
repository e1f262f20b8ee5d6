import { showDay } from '../calendar/dates.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { acknowledgeWithin, answerWithin, dueOf, type StageDates } from './clocks.ts';

const days = (count: number) => `${count} working ${count === 1 ? 'day' : 'days'}`;

/** '3 working days left', 'due today', '2 working days late'; a day that is no working day is said by those around it. */
export function leftInWords(by: string, today: string): string {
	if (by === today) return 'due today';
	const between = workingDaysBetween(today, by);
	if (today < by) return between === 0 ? 'due by today' : `${days(between)} left`;
	return between === 0 ? 'late, no working day has passed' : `${days(-between)} late`;
}

/** How each day of a stage's clock comes about, a sentence a step, from the same calculation. */
export function explainClock(stage: StageDates): string[] {
	const { openedOn, acknowledgeBy, acknowledgedOn, dueOn, dueFirst } = stage;
	const lines = [
		`It came in on ${showDay(openedOn)}. Weekends and the bank holidays of England and Wales do not count, and counting begins on the next working day.`
	];
	const within = answerWithin[stage.stage];
	if (acknowledgeBy === null)
		lines.push(`Settled informally, it is to be answered within ${days(within)}: by ${showDay(dueFirst ?? dueOn)}.`);
	else {
		lines.push(`To be acknowledged within ${days(acknowledgeWithin)}: by ${showDay(acknowledgeBy)}.`);
		lines.push(acknowledgedLine(acknowledgeBy, acknowledgedOn));
		lines.push(`To be answered within ${days(within)} of that: by ${showDay(dueOf(stage.stage, openedOn, acknowledgedOn))}.`);
	}
	if (dueFirst) lines.push(`Extended once, by ${days(workingDaysBetween(dueFirst, dueOn))}, to ${showDay(dueOn)}.`);
	return lines;
}

function acknowledgedLine(by: string, on: string | null): string {
	if (!on) return `It is not acknowledged yet, so the time to answer is counted from ${showDay(by)}.`;
	if (on > by)
		return `It was acknowledged late, on ${showDay(on)}; being late gains no time, so the time to answer is counted from ${showDay(by)}.`;
	return `It was acknowledged on ${showDay(on)}, and the time to answer is counted from there.`;
}

/** The rule, for the foot of the explanation. */
export const clockRule =
	'Complaint Handling Code of the Local Government and Social Care Ombudsman, part 6: acknowledge within 5 working days; answer stage 1 within 10 and stage 2 within 20 working days of the acknowledgement; one extension with a reason, of at most as much again.';
