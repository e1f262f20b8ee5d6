import type { Channel } from '../journeys/channels.ts';
import type { CostOf, Volume } from '../measures/cost-of-channels.ts';
import type { Over } from './over-months.ts';

/** What contacts cost that would not have come if something had been done, and done right. Pence. */
export type FailureCost = {
	contacts: number;
	/** What all contacts with a known cost cost. */
	all: number;
	share: Over;
	/** `all` times the share, rounded once. */
	pence: number;
	withoutCost: Channel[];
};

/**
 * The cost of failure demand: what contacts cost by their channels, times the share of those looked at that were failure demand.
 * It takes the share to be the same by every channel, since contacts are looked at together. Null without contacts, share or costs.
 * After Seddon/Vanguard, which Tamworth's strategy names; DOMAIN section 4.
 */
export function failureCost(volumes: readonly Volume[], share: Over | null, costOf: CostOf): FailureCost | null {
	const held = volumes.filter(({ contacts }) => contacts > 0);
	const costed = held.filter(({ channel }) => costOf(channel) !== null);
	if (!share?.denominator || !costed.length) return null;
	const all = costed.reduce((sum, { channel, contacts }) => sum + contacts * (costOf(channel) ?? 0), 0);
	return {
		contacts: held.reduce((sum, { contacts }) => sum + contacts, 0),
		all,
		share,
		pence: Math.round((all * share.numerator) / share.denominator),
		withoutCost: held.filter(({ channel }) => costOf(channel) === null).map(({ channel }) => channel)
	};
}
