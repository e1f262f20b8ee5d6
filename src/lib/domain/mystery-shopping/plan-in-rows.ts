import type { PlannedVisit } from './planning.ts';

/** A planned visit with the number people name it by and the telling its shopper reads. */
export type NumberedVisit = Omit<PlannedVisit, 'telling'> & { number: number; variant: string };

/**
 * The visits of a plan in the order of their days, times and services, numbered from `first` on.
 * @param tellings the other ways to tell each scenario; telling 0 is the scenario as it stands
 */
export function numberedVisits(
	planned: readonly PlannedVisit[],
	first: number,
	tellings: ReadonlyMap<string, readonly string[]>
): NumberedVisit[] {
	const place = ({ fromOn, timeOfDay, serviceId }: PlannedVisit) => fromOn + timeOfDay + serviceId;
	return [...planned]
		.sort((a, b) => (place(a) < place(b) ? -1 : 1))
		.map(({ telling, ...visit }, n) => ({
			...visit,
			number: first + n,
			variant: telling === 0 ? '' : (tellings.get(visit.scenarioId)?.[telling - 1] ?? '')
		}));
}

type Placed = Pick<PlannedVisit, 'serviceId' | 'scenarioId' | 'fromOn' | 'toOn' | 'timeOfDay'> & { shopperId: string | null };
const keyOf = (visit: Placed) => [visit.serviceId, visit.scenarioId, visit.shopperId, visit.fromOn, visit.toOn, visit.timeOfDay].join('|');

/** How many visits of a plan stand as they were planned; one that stands is counted for one that was planned. */
export function sameVisits(planned: readonly Placed[], standing: readonly Placed[]): number {
	const left = standing.map(keyOf);
	return planned.filter((visit) => {
		const at = left.indexOf(keyOf(visit));
		return at >= 0 && left.splice(at, 1).length === 1;
	}).length;
}
