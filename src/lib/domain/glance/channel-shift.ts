import type { Channel } from '../journeys/channels.ts';

/** Contacts by channel, and what one costs: null where the council has not said. */
export type Volume = { channel: Channel; contacts: number };
export type CostOf = (channel: Channel) => number | null;

export type ShiftRow = {
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

export type Shift = {
	rows: ShiftRow[];
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
export function shiftOf(before: readonly Volume[], now: readonly Volume[], costOf: CostOf): Shift | null {
	const total = (volumes: readonly Volume[]) => volumes.reduce((sum, { contacts }) => sum + contacts, 0);
	const [then, today] = [total(before), total(now)];
	if (!then || !today) return null;
	const contactsIn = (volumes: readonly Volume[], channel: Channel) => volumes.find((one) => one.channel === channel)?.contacts ?? 0;
	const known = [...new Set([...now, ...before].map(({ channel }) => channel))];
	const rows = known
		.map((channel): ShiftRow => {
			const [was, is] = [contactsIn(before, channel), contactsIn(now, channel)];
			const pence = costOf(channel);
			const expected = (today * was) / then;
			const saved = pence === null ? null : (expected - is) * pence;
			return { channel, before: was, now: is, shareBefore: was / then, shareNow: is / today, pence, expected, saved };
		})
		.filter((row) => row.before || row.now);
	const sum = (of: (row: ShiftRow) => number) => half(rows.reduce((all, row) => all + of(row), 0));
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
