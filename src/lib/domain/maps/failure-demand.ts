import type { Channel } from '#lib/domain/journeys/channels.ts';
import { sayShare } from './customer-time.ts';
import type { MapStep } from './map.ts';

/** What one contact costs, in pence, by the channels the council has costed. */
export type Costs = Partial<Record<Channel, number>>;

/** Contacts a year. The share is over the steps where both demand and failure demand are known; null where none is. */
export type FailureDemand = {
	contacts: number | null;
	share: { part: number; whole: number } | null;
	explain: string;
	explainShare: string;
};

/** What failure demand costs a year, in pence; null where none of it has a cost. `leftOut` is failure demand without one. */
export type FailureCost = {
	pence: number | null;
	parts: { channel: Channel; contacts: number; each: number; pence: number }[];
	leftOut: { channel: Channel | null; contacts: number }[];
	explain: string;
};

const many = (n: number) => n.toLocaleString('en-GB');
const contactsOf = (n: number) => `${many(n)} ${n === 1 ? 'contact' : 'contacts'}`;
const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const money = (pence: number) => pounds.format(pence / 100);

/** Failure demand of a map: demand caused by a failure to do something or to do it right, after Seddon. DOMAIN section 4. */
export function failureDemandOf(steps: Pick<MapStep, 'demand' | 'failureDemand'>[]): FailureDemand {
	const known = steps.flatMap(({ demand, failureDemand }) =>
		demand === null || failureDemand === null ? [] : [{ demand, failureDemand }]
	);
	if (!known.length) {
		const explain = 'No step has a demand with its failure demand yet.';
		return { contacts: null, share: null, explain, explainShare: explain };
	}
	const part = known.reduce((sum, { failureDemand }) => sum + failureDemand, 0);
	const whole = known.reduce((sum, { demand }) => sum + demand, 0);
	const explain = `Failure demand of the ${known.length} of ${steps.length} steps that have one: ${known
		.map(({ failureDemand }) => many(failureDemand))
		.join(' + ')} = ${contactsOf(part)} a year.`;
	const explainShare = whole
		? `Failure demand ${many(part)} ÷ demand ${many(whole)} at the same steps = ${sayShare({ part, whole })}.`
		: 'There is no share of no demand.';
	return { contacts: part, share: whole ? { part, whole } : null, explain, explainShare };
}

/**
 * What failure demand costs: contacts × cost per contact of the channel of their step. Contacts by a channel that has no
 * cost, or at a step without a channel, are named and left out, never guessed. DOMAIN section 4.
 */
export function failureCostOf(steps: Pick<MapStep, 'channel' | 'failureDemand'>[], costs: Costs): FailureCost {
	const byChannel = new Map<Channel | null, number>();
	for (const { channel, failureDemand } of steps)
		if (failureDemand !== null) byChannel.set(channel, (byChannel.get(channel) ?? 0) + failureDemand);
	const parts: FailureCost['parts'] = [];
	const leftOut: FailureCost['leftOut'] = [];
	for (const [channel, contacts] of byChannel) {
		const each = channel === null ? undefined : costs[channel];
		if (channel !== null && each !== undefined) parts.push({ channel, contacts, each, pence: contacts * each });
		else if (contacts) leftOut.push({ channel, contacts });
	}
	const sum = parts.reduce((all, { pence }) => all + pence, 0);
	const pence = parts.length || (byChannel.size && !leftOut.length) ? sum : null;
	return { pence, parts, leftOut, explain: explained(pence, parts, leftOut) };
}

function explained(pence: number | null, parts: FailureCost['parts'], leftOut: FailureCost['leftOut']): string {
	const sum = parts
		.map(({ channel, contacts, each, pence }) => `${channel} ${many(contacts)} × ${money(each)} = ${money(pence)}`)
		.join('; ');
	const without = leftOut
		.map(({ channel, contacts }) =>
			channel === null ? `${contactsOf(contacts)} at steps without a channel` : `${contactsOf(contacts)} by ${channel}`
		)
		.join(', ');
	const left = without ? `Left out, for want of a cost per contact: ${without}.` : '';
	if (pence === null) return left || 'There is no failure demand to cost yet.';
	return [sum ? `${sum}; in all ${money(pence)} a year.` : 'No contact of failure demand, so no cost.', left].filter(Boolean).join(' ');
}
