import type { Scope } from './scope.ts';
import type { Direction, TargetKind } from './words.ts';

/** What a rule needs to know of a target. `hundredths` of the measure's unit. */
export type Aim = {
	kind: TargetKind;
	serviceId: string | null;
	channel: string | null;
	hundredths: number;
	fromPeriod: string;
	untilPeriod: string | null;
	source: string;
};

/**
 * The target, or the benchmark, that holds for a place in a month: the one that is nearest, first by service, then by
 * channel, and of several the one that began last. One for the council holds for each service that has none of its own; one
 * for a channel holds for that channel alone. Null where there is none.
 */
export function aimAt<T extends Aim>(aims: readonly T[], kind: TargetKind, { serviceId, channel }: Scope, period: string): T | null {
	const nearness = (aim: T) => (aim.serviceId ? 2 : 0) + (aim.channel ? 1 : 0);
	return aims
		.filter(
			(aim) =>
				aim.kind === kind &&
				aim.fromPeriod <= period &&
				(!aim.untilPeriod || aim.untilPeriod >= period) &&
				(!aim.serviceId || aim.serviceId === serviceId) &&
				(!aim.channel || aim.channel === channel)
		)
		.reduce<T | null>(
			(best, aim) =>
				!best || nearness(aim) > nearness(best) || (nearness(aim) === nearness(best) && aim.fromPeriod >= best.fromPeriod) ? aim : best,
			null
		);
}

/** Whether a value reaches a target; null where no way is good. A value on the target reaches it. */
export const isMet = (value: number, target: number, direction: Direction): boolean | null => {
	// far below any digit that is shown
	const hair = 1e-9 * Math.max(1, Math.abs(target));
	if (direction === 'neither') return null;
	return direction === 'higher' ? value >= target - hair : value <= target + hair;
};
