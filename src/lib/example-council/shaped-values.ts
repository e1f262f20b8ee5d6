import type { Channel } from '#lib/domain/journeys/channels.ts';
import { addPeriods } from '#lib/domain/measures/period.ts';
import type { Unit } from '#lib/domain/measures/words.ts';
import { chance } from './answering-cards.ts';
import type { MeasuresSeed } from './measures-file.ts';

/** A value by the key of its measure and service. */
export type Shaped = {
	measure: string;
	service: string;
	channel: Channel | null;
	period: string;
	numerator: number;
	denominator: number | null;
};

export const monthsInSeed = 36;

/** A number from −1 to 1 that the words alone decide. */
const lot = (...words: (string | number)[]) => 2 * chance(words.join('|')) - 1;

/** Shares a whole number out by weights so that the parts add up to it: what is over goes to the largest remainders. */
export function sharedOut(total: number, weights: readonly number[]): number[] {
	const sum = weights.reduce((a, b) => a + b, 0);
	if (sum <= 0) return weights.map(() => 0);
	const exact = weights.map((weight) => (total * weight) / sum);
	const parts = exact.map(Math.floor);
	const over = total - parts.reduce((a, b) => a + b, 0);
	const order = exact.map((value, at) => ({ at, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest || a.at - b.at);
	for (const { at } of order.slice(0, over)) parts[at]!++;
	return parts;
}

/** The months of the seed, up to the month `last`. */
const monthsTo = (last: string) => Array.from({ length: monthsInSeed }, (_, at) => addPeriods(last, at - monthsInSeed + 1));

/** A total for each of three years, shared out among services and months by the seed's rule: by service, 36 numbers. */
function spread(
	seed: MeasuresSeed,
	name: string,
	totals: readonly number[],
	shares: Record<string, number>,
	last: string
): Map<string, number[]> {
	const months = monthsTo(last);
	const services = Object.keys(shares).filter((service) => shares[service]! > 0);
	const found = new Map(services.map((service) => [service, [] as number[]]));
	totals.forEach((total, year) => {
		const cells = services.flatMap((service) =>
			months.slice(year * 12, year * 12 + 12).map((month, at) => {
				const season = seed.season[Number(month.slice(5)) - 1]!;
				return shares[service]! * season * (1 + (seed.sway / 100) * lot(name, service, year * 12 + at));
			})
		);
		const parts = sharedOut(total, cells);
		services.forEach((service, place) => found.get(service)!.push(...parts.slice(place * 12, place * 12 + 12)));
	});
	return found;
}

/** Contacts by channel and service, and transactions finished online by service: 36 numbers each. */
function contactsOf(seed: MeasuresSeed, last: string) {
	const byChannel = new Map(
		(Object.entries(seed.totals) as [Channel, number[]][]).map(([channel, totals]) => {
			const shares = Object.fromEntries(Object.entries(seed.services).map(([service, of]) => [service, of[channel] ?? 0]));
			return [channel, spread(seed, `contacts ${channel}`, totals, shares, last)] as const;
		})
	);
	const webShares = Object.fromEntries(Object.entries(seed.services).map(([service, of]) => [service, of.web ?? 0]));
	return { byChannel, online: spread(seed, 'online', seed.online, webShares, last) };
}

const perHundred: Unit[] = ['per cent'];

/**
 * The values of three years by the rule that stands in the seed, up to the month `last`.
 * @param units of the measures, by key
 * @param pence what a contact costs, by channel
 */
export function shapedValues(
	seed: MeasuresSeed,
	last: string,
	units: Record<string, Unit>,
	pence: Partial<Record<Channel, number>>
): Shaped[] {
	const months = monthsTo(last);
	const { byChannel, online } = contactsOf(seed, last);
	const at = (channel: Channel, service: string, month: number) => byChannel.get(channel)?.get(service)?.[month] ?? 0;
	const values: Shaped[] = [];
	const put = (measure: string, service: string, channel: Channel | null, month: number, numerator: number, denominator: number | null) =>
		void (denominator !== 0 && values.push({ measure, service, channel, period: months[month]!, numerator, denominator }));
	const each = (work: (service: string, month: number) => void) =>
		Object.keys(seed.services).forEach((service) => months.forEach((_, month) => work(service, month)));

	each((service, month) => {
		for (const channel of byChannel.keys()) {
			const n = at(channel, service, month);
			if (n) put('contacts', service, channel, month, n, null);
		}
		const staffed = (['phone', 'face to face', 'email', 'letter'] as const).map(
			(channel) => [channel, at(channel, service, month)] as const
		);
		const done = online.get(service)?.[month] ?? 0;
		const all = staffed.reduce((sum, [, n]) => sum + n, done);
		put('self-service-share', service, null, month, done, all);
		const cost = staffed.reduce((sum, [channel, n]) => sum + n * (pence[channel] ?? 0), done * (pence.web ?? 0));
		put('cost-to-serve', service, null, month, cost, all);
	});

	for (const [measure, rate] of Object.entries(seed.rates)) {
		const scale = perHundred.includes(units[measure]!) ? 100 : 1;
		const put1 = (service: string, channel: Channel | null, month: number, base: number) => {
			const denominator = Math.round((base * rate.of) / 100);
			if (denominator < 1) return;
			const event = seed.events
				.filter((one) => one.measure === measure && one.service === service && (!one.channel || one.channel === channel))
				.filter(({ last: end, months: n }) => month <= monthsInSeed - end && month > monthsInSeed - end - n)
				.reduce((sum, { by }) => sum + by, 0);
			// as it was for a year, half a year of change, and as it is since
			const gone = Math.min(1, Math.max(0, (month - 11) / 6));
			const line = rate.start + (rate.end - rate.start) * gone;
			const value =
				line +
				(rate.service[service] ?? 0) +
				(channel ? (rate.channel[channel] ?? 0) : 0) +
				rate.sway * (lot(measure, month) + 0.5 * lot(measure, service, channel ?? '', month)) +
				event;
			const numerator = Math.max(0, Math.round((denominator * value) / scale));
			put(measure, service, channel, month, scale === 100 ? Math.min(denominator, numerator) : numerator, denominator);
		};
		each((service, month) => {
			for (const channel of rate.channels ?? []) put1(service, channel, month, at(channel, service, month));
			if (rate.together)
				put1(
					service,
					null,
					month,
					rate.together.reduce((sum, channel) => sum + at(channel, service, month), 0)
				);
		});
	}

	const { missing } = seed;
	const gone = addPeriods(last, 1 - missing.months);
	return values.filter((one) => one.measure !== missing.measure || one.service !== missing.service || one.period < gone);
}
