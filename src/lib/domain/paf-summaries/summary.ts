import type { MeanInterval } from '../statistics/mean-interval.ts';
import { shownShare } from '../statistics/rounding.ts';
import type { ShareInterval } from '../statistics/wilson.ts';
import type { Point, Xmr } from '../statistics/xmr.ts';

/** What is summed up: one team, one service, or the council. */
export type Scope = { of: 'team' | 'service'; id: string } | { of: 'council'; id: '' };

export type SummaryMean = { id: string; name: string; interval: MeanInterval | null; n: number; people: number };
export type Miss = { card: string; cardName: string; question: string; text: string; missed: number; asked: number; share: ShareInterval };

/** Performance in the last three months with enough people, without anybody's name. DOMAIN sections 1 and 5.2. */
export type PafSummary = {
	/** Oldest first; empty where there is nothing to show. */
	period: string[];
	total: SummaryMean | null;
	accessMean: number | null;
	accessN: number;
	criticalFailures: number;
	/** Empty where a channel is about fewer than five people. */
	byChannel: SummaryMean[];
	/** The teams of a service, the services of the council; by name. */
	parts: SummaryMean[];
	/** How many parts are in no figure, because they are about too few people. */
	leftOut: number;
	/** A difference only where two intervals do not overlap. */
	comparisons: string[];
	bands: { card: string; band: string; n: number; of: number }[];
	misses: Miss[];
	points: Point[];
	trend: Xmr | null;
};

/** How often something was missed, with its interval: '34 of 120 scored contacts (28.3%, 21.0% to 36.9%)'. */
export const missedInWords = ({ missed, asked, share }: Miss): string =>
	`${missed} of ${asked} scored contacts (${shownShare(share.share)}, ${shownShare(share.low)} to ${shownShare(share.high)})`;
