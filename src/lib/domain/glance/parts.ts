import { channels } from '../journeys/channels.ts';
import type { Volume } from '../measures/cost-of-channels.ts';
import { aimAt, isMet, type Aim } from '../measures/target.ts';
import { showTarget } from '../measures/value.ts';
import type { Direction, Unit } from '../measures/words.ts';
import type { PartSum } from './breakdown.server.ts';
import type { Part } from './glance.ts';
import { alike, summed } from './over-months.ts';

const keyOf = ({ serviceId, teamId, channel }: PartSum) => `${serviceId}|${teamId}|${channel}`;

/** The parts of a place in one measure: the first span asked for now, the second the year before. A part without a name is left out. */
export function partsIn(
	measure: { number: number; unit: Unit; direction: Direction },
	sums: readonly PartSum[],
	aims: readonly Aim[],
	to: string,
	nameOf: (sum: PartSum) => string | null
): Part[] {
	const byPart = new Map<string, PartSum[]>();
	for (const sum of sums) if (sum.measure === measure.number) byPart.set(keyOf(sum), [...(byPart.get(keyOf(sum)) ?? []), sum]);
	return [...byPart.values()].flatMap((mine): Part[] => {
		const [first] = mine;
		const name = first ? nameOf(first) : null;
		if (!first || name === null) return [];
		const at = (span: number) => {
			const sum = mine.find((one) => one.span === span);
			return sum ? summed(measure.unit, [sum], sum.months) : null;
		};
		const now = at(0);
		const aim = aimAt(aims, 'target', first, to);
		const target = aim && aim.hundredths / 100;
		return [
			{
				name,
				channel: first.channel,
				serviceId: first.serviceId,
				teamId: first.teamId,
				now,
				before: alike(now, at(1)),
				target,
				targetShown: target === null ? null : showTarget(measure.unit, target),
				met: now && target !== null ? isMet(now.value, target, measure.direction) : null
			}
		];
	});
}

/** Contacts by channel in one span. */
export const volumesAt = (sums: readonly PartSum[], contacts: number, span: number): Volume[] =>
	channels.flatMap((channel) => {
		const sum = sums.find((one) => one.measure === contacts && one.span === span && one.channel === channel);
		return sum ? [{ channel, contacts: sum.numerator }] : [];
	});

/** How many months of a span anything is held of. */
export const monthsIn = (sums: readonly PartSum[], contacts: number, span: number): number =>
	Math.max(0, ...sums.filter((one) => one.measure === contacts && one.span === span).map(({ months }) => months));

/** In the order in which channels are always told. */
export const byOrderOfChannels = (a: Part, b: Part): number => channels.indexOf(a.channel ?? 'web') - channels.indexOf(b.channel ?? 'web');
