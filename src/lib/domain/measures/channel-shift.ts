import { showPence } from '../contact-costs/pence.ts';
import { shown, shownShare } from '../statistics/rounding.ts';
import { compareChannels, served, servedChannels } from './cost-of-channels.ts';
import { channelCostsSay } from './wording.ts';
import type { Channel } from '../journeys/channels.ts';

/** Contacts of a stretch of time by channel; 'self-service' are those a customer finished without anybody's help. */
export type Volumes = { byChannel: Partial<Record<Channel, number>>; selfService: number };

const volumesIn = ({ byChannel, selfService }: Volumes) =>
	served(
		servedChannels.map((channel) => ({ channel, contacts: byChannel[channel] ?? 0 })),
		selfService
	);
const total = (volumes: Volumes) => volumesIn(volumes).reduce((sum, { contacts }) => sum + contacts, 0);

export type Shift = {
	before: { numerator: number; denominator: number; share: number };
	now: { numerator: number; denominator: number; share: number };
	/** Percentage points by which the share of self-service rose. */
	points: number;
	/** Contacts that would have been served by staff at the share of the baseline, and were not. */
	moved: number;
	explain: string[];
};

const many = (n: number) => n.toLocaleString('en-GB');

/**
 * The shift to self-service since a baseline: its share of all contacts then and now. Null where one of the two has no contacts.
 * Shares are compared and not numbers, since demand rises and falls by itself. Basildon Customer Strategy, benefit evaluation
 * (20 % of contacts to self-service in two years).
 * @param names how the two stretches of time are called: 'the year to October 2024'
 */
export function shiftSince(before: Volumes, now: Volumes, names: { before: string; now: string }): Shift | null {
	const [then, today] = [total(before), total(now)];
	if (!then || !today) return null;
	const was = before.selfService / then;
	const is = now.selfService / today;
	const moved = Math.round(now.selfService - was * today);
	return {
		before: { numerator: before.selfService, denominator: then, share: was },
		now: { numerator: now.selfService, denominator: today, share: is },
		points: (is - was) * 100,
		moved,
		explain: [
			`In ${names.before} customers finished ${many(before.selfService)} of ${many(then)} contacts by themselves: ${shownShare(was)}.`,
			`In ${names.now} it was ${many(now.selfService)} of ${many(today)}: ${shownShare(is)}.`,
			`The shift is ${shownShare(is)} less ${shownShare(was)}: ${shown((is - was) * 100, 1)} percentage points.`,
			`At the share of ${names.before}, ${many(Math.round(was * today))} of the ${many(today)} contacts would have been self-service. ${many(Math.abs(moved))} ${moved < 0 ? 'fewer' : 'more'} were.`
		]
	};
}

export type Saving = {
	/** Pence. */
	pence: number;
	/** What the contacts of now cost, and what they would have cost with the channels of the baseline. */
	actual: number;
	asBefore: number;
	explain: string[];
};

/**
 * What the council saved by the shift: the contacts of now at the shares of the channels of the baseline, times what one contact
 * costs by each channel, less what they cost as they came. So more or fewer contacts altogether are no saving. Null without
 * contacts, and where a channel that is used has no cost: nothing is worked out with a figure nobody has set.
 * @param pence what one contact costs by each channel; 'web' is what one finished by self-service costs
 */
export function savingSince(
	before: Volumes,
	now: Volumes,
	pence: Partial<Record<Channel, number>>,
	names: { before: string; now: string }
): Saving | { lacking: Channel[] } | null {
	const compared = compareChannels(volumesIn(before), volumesIn(now), (channel) => pence[channel] ?? null);
	if (!compared) return null;
	if (compared.withoutCost.length) return { lacking: compared.withoutCost };
	const { rows, before: then, now: today, saved, costNow: actual, costAsBefore: asBefore } = compared;
	return {
		pence: saved,
		actual,
		asBefore,
		explain: [
			...rows.map(
				(row) =>
					`${channelCostsSay(row.channel)}: ${many(row.before)} of ${many(then)} then, ${many(row.now)} of ${many(today)} now, ${showPence(row.pence ?? 0)} each. At the share of then, ${many(Math.round(row.expected))} now.`
			),
			`With the shares of ${names.before} the ${many(today)} contacts of ${names.now} would cost ${showPence(asBefore)}. As they came they cost ${showPence(actual)}.`,
			`${saved >= 0 ? 'The saving' : 'The extra cost'} is ${showPence(Math.abs(saved))}. It is time and money freed only where the work is given up or used for something else.`
		]
	};
}

/** What serving all contacts of a stretch of time costs, and one on average; null without contacts or without a cost. */
export function costToServe(
	volumes: Volumes,
	pence: Partial<Record<Channel, number>>
): { pence: number; contacts: number; each: number } | null {
	const used = volumesIn(volumes).filter(({ contacts }) => contacts);
	const all = total(volumes);
	if (!all || used.some(({ channel }) => pence[channel] === undefined)) return null;
	const cost = used.reduce((sum, { channel, contacts }) => sum + contacts * (pence[channel] ?? 0), 0);
	return { pence: cost, contacts: all, each: cost / all };
}
