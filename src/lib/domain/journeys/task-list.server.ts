import type { Database } from '#lib/server/database.ts';
import { factsOf } from './facts.server.ts';
import type { Journey } from './finding.server.ts';
import type { ReviewStep } from './method.ts';
import { progressOf, type Marked } from './progress.server.ts';
import { standOf, type StepStand } from './stand.ts';

/** A step of the review: what there is and is missing, and what the team says; `isNext` for the first not marked as done. */
export type Task = StepStand & { marked: Omit<Marked, 'step'> | null; isNext: boolean };

/** The nine steps of a review with where each stands, in two queries. DOMAIN section 4. */
export function taskListOf(db: Database, journey: Journey, today: string): Task[] {
	const marked = new Map<ReviewStep, Marked>(progressOf(db, journey.id).map((one) => [one.step, one]));
	const stands = standOf(factsOf(db, journey, today));
	const next = journey.state === 'open' ? stands.find(({ step }) => !marked.has(step))?.step : undefined;
	return stands.map((stand) => ({ ...stand, marked: marked.get(stand.step) ?? null, isNext: stand.step === next }));
}
