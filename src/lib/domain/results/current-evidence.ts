import type { Answer, EvidencePeriod } from './answer.ts';

/** Whether a piece of evidence is current on a day: the day lies in its period, both ends included (DOMAIN section 2.4). */
export const isCurrent = (piece: EvidencePeriod, on: string): boolean => piece.from <= on && (piece.to === null || on <= piece.to);

/** Why an answer has no current evidence, or null when it has some. Evidence that is not true yet is out of date too. */
export function evidenceLacking(answer: Answer, on: string): 'evidence missing' | 'evidence out of date' | null {
	if (answer.evidence.some((piece) => isCurrent(piece, on))) return null;
	return answer.evidence.length === 0 ? 'evidence missing' : 'evidence out of date';
}

/**
 * The last day on which nothing about the attached evidence changes: the day before the next
 * piece starts or stops being current. Null when no piece ever will.
 */
export function holdsUntil(answers: Answer[], on: string): string | null {
	const days = answers
		.flatMap(({ evidence }) => evidence)
		.flatMap(({ from, to }) => [...(from > on ? [dayBefore(from)] : []), ...(to !== null && to >= on ? [to] : [])]);
	return days.sort()[0] ?? null;
}

function dayBefore(day: string): string {
	const time = new Date(`${day}T00:00:00Z`);
	time.setUTCDate(time.getUTCDate() - 1);
	return time.toISOString().slice(0, 10);
}
