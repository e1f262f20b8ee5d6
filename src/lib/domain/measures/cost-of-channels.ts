import type { Channel } from '../journeys/channels.ts';

/** Contacts by a channel. */
export type Volume = { channel: Channel; contacts: number };
/** What one contact costs by a channel, in pence: null where the council has not said. */
export type CostOf = (channel: Channel) => number | null;

/** Channels by which a member of staff serves the customer. */
export const servedChannels = ['phone', 'face to face', 'email', 'letter', 'SMS', 'social media'] as const satisfies readonly Channel[];

/**
 * The contacts that cost something to serve: those with staff, by channel, and on the web those that customers finished there by
 * themselves. Visits to the website are no contacts served.
 */
export const served = (contacts: readonly Volume[], selfService: number): Volume[] => [
	...contacts.filter(({ channel }) => (servedChannels as readonly Channel[]).includes(channel)),
	...(selfService ? [{ channel: 'web' as const, contacts: selfService }] : [])
];

export type ChannelRow = {
	channel: Channel;
	before: number;
	now: number;
	/** 0 to 1. */
	shareBefore: number;
	shareNow: number;
	pence: number | null;
	/** How many of today's contacts there would be by this channel with the earlier shares; not whole. */
	expected: number;
	/** Pence not spent because they came otherwise, negative where it costs more; null without a cost. Not rounded. */
	saved: number | null;
};

export type ChannelsCompared = {
	rows: ChannelRow[];
	before: number;
	now: number;
	/** Pence: what today's contacts would cost with the earlier shares, what they cost, and the difference. Rounded once. */
	costAsBefore: number;
	costNow: number;
	saved: number;
	/** Channels with contacts and no cost: they are in no sum. */
	withoutCost: Channel[];
};

const half = (value: number) => Math.sign(value) * Math.round(Number(Math.abs(value).toPrecision(15)));

/**
 * How contacts moved between channels and what that saves: today's contacts at the shares of the earlier months, against today's
 * contacts as they came, each at the cost of one contact by its channel. More or fewer contacts are no saving: the number is
 * today's in both. Null where there were none in either. DOMAIN section 7; Basildon Customer Strategy, benefit evaluation.
 */
export function compareChannels(before: readonly Volume[], now: readonly Volume[], costOf: CostOf): ChannelsCompared | null {
	const total = (volumes: readonly Volume[]) => volumes.reduce((sum, { contacts }) => sum + contacts, 0);
	const [then, today] = [total(before), total(now)];
	if (!then || !today) return null;
	const contactsIn = (volumes: readonly Volume[], channel: Channel) => volumes.find((one) => one.channel === channel)?.contacts ?? 0;
	const known = [...new Set([...now, ...before].map(({ channel }) => channel))];
	const rows = known
		.map((channel): ChannelRow => {
			const [was, is] = [contactsIn(before, channel), contactsIn(now, channel)];
			const pence = costOf(channel);
			const expected = (today * was) / then;
			const saved = pence === null ? null : (expected - is) * pence;
			return { channel, before: was, now: is, shareBefore: was / then, shareNow: is / today, pence, expected, saved };
		})
		.filter((row) => row.before || row.now);
	const sum = (of: (row: ChannelRow) => number) => half(rows.reduce((all, row) => all + of(row), 0));
	return {
		rows,
		before: then,
		now: today,
		costAsBefore: sum(({ expected, pence }) => expected * (pence ?? 0)),
		costNow: sum(({ now: is, pence }) => is * (pence ?? 0)),
		saved: sum(({ saved }) => saved ?? 0),
		withoutCost: rows.filter(({ pence }) => pence === null).map(({ channel }) => channel)
	};
}
