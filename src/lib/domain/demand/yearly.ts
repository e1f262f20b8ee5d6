import { daysBetween, showDay } from '#lib/domain/calendar/dates.ts';
import type { Channel } from '#lib/domain/journeys/channels.ts';

/** Days between the first and the last day anything was heard, both included. */
export type Listening = { first: string; last: string; days: number };

/** Fewer contacts, or fewer days of listening, say too little about a year. */
export const fewestContacts = 5;
export const fewestDays = 5;

/** The time of listening from its first to its last day, both included; null where nothing was heard. */
export const listeningOf = (first: string | null, last: string | null): Listening | null =>
	first && last ? { first, last, days: daysBetween(first, last) + 1 } : null;

/** Why a count is not scaled up to a year; null where it is. */
export function whyNotScaled(count: number, listening: Listening | null): string | null {
	if (!listening || listening.days < fewestDays)
		return `Listened for fewer than ${fewestDays} days: too short a time to say anything about a year`;
	if (count < fewestContacts) return `Fewer than ${fewestContacts} contacts: too few to say anything about a year`;
	return null;
}

/** Rounded half up, on whole numbers only, so that nothing is lost before the end. */
const divided = (amount: number, by: number) => Math.floor((2 * amount + by) / (2 * by));

/** Contacts a year = count × 365 ÷ days listened; null where too little was heard. DOMAIN section 4. */
export const yearlyVolume = (count: number, listening: Listening | null): number | null =>
	listening && !whyNotScaled(count, listening) ? divided(count * 365, listening.days) : null;

/** Contacts by the channel they came by. */
export type ByChannel = { channel: Channel; count: number }[];
/** What one contact costs, in pence, by channel; a channel that is not in it has no cost set. */
export type ChannelCosts = ReadonlyMap<Channel, number>;

/** The channels of these contacts that have no cost set. */
export const withoutCost = (heard: ByChannel, costs: ChannelCosts): Channel[] =>
	heard.filter(({ channel, count }) => count > 0 && !costs.has(channel)).map(({ channel }) => channel);

/**
 * What these contacts cost in a year, in pence: for each channel its contacts × 365 ÷ days listened × cost per contact.
 * Null where too little was heard, or where the cost of a channel is not set. DOMAIN section 4.
 */
export function yearlyCost(heard: ByChannel, listening: Listening | null, costs: ChannelCosts): number | null {
	const count = heard.reduce((sum, one) => sum + one.count, 0);
	if (!listening || whyNotScaled(count, listening) || withoutCost(heard, costs).length) return null;
	const pence = heard.reduce((sum, one) => sum + one.count * (costs.get(one.channel) ?? 0), 0);
	return divided(pence * 365, listening.days);
}

const number = (n: number) => n.toLocaleString('en-GB');
/** '£4.90', from pence. */
export const pounds = (pence: number): string =>
	`£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
/** '£1,234': a year's cost is an estimate, and pence would make it look like more. */
export const wholePounds = (pence: number): string => `£${number(divided(pence, 100))}`;

const contacts = (n: number) => `${number(n)} ${n === 1 ? 'contact' : 'contacts'}`;

/** 'from 2 March 2026 to 15 March 2026, 14 days' */
export const sayListening = ({ first, last, days }: Listening): string =>
	`from ${showDay(first)} to ${showDay(last)}, ${number(days)} ${days === 1 ? 'day' : 'days'}`;

/** How the yearly volume and cost of these contacts are worked out, a line a step. */
export function explainYearly(heard: ByChannel, listening: Listening | null, costs: ChannelCosts): string[] {
	const count = heard.reduce((sum, one) => sum + one.count, 0);
	if (!listening) return ['Nothing was heard yet.'];
	const lines = [`${contacts(count)} heard ${sayListening(listening)}, first and last included.`];
	const why = whyNotScaled(count, listening);
	if (why) return [...lines, `${why}. So no yearly figure is given.`];
	lines.push(`A year: ${number(count)} × 365 ÷ ${number(listening.days)} = ${number(yearlyVolume(count, listening) ?? 0)} contacts.`);
	const without = withoutCost(heard, costs);
	if (without.length) return [...lines, `No cost a contact is set for ${without.join(' and ')}, so no yearly cost is given.`];
	const parts = heard
		.filter((one) => one.count)
		.map(({ channel, count }) => `${number(count)} by ${channel} at ${pounds(costs.get(channel) ?? 0)}`);
	const cost = pounds(yearlyCost(heard, listening, costs) ?? 0);
	return [...lines, `Its cost: (${parts.join(' + ')}) × 365 ÷ ${number(listening.days)} = ${cost}.`];
}
