import { addWorkingDays, isWorkingDay } from '../calendar/working-days.ts';
import { addDays } from '../calendar/dates.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import type { Channel } from '../journeys/channels.ts';
import { shuffled } from '../statistics/sampling.ts';
import { shareOut } from './sharing-out.ts';
import { timesOfDay, type TimeOfDay } from './words.ts';

type Named = { id: string; name: string };
export type PlannedScenario = Named & { channel: Channel; variants: number; services: readonly string[] };
/** `never` are the services that a shopper works in or declared a tie to. */
export type PlannedShopper = Named & { never: readonly string[] };

/** All that a plan depends on. Kept whole with the wave: the same gives the same plan. */
export type PlanAsked = {
	seed: string;
	startOn: string;
	endOn: string;
	/** Visits to each service. */
	perService: number;
	/** Working days a shopper has from the first day of a visit. */
	windowDays: number;
	services: readonly Named[];
	scenarios: readonly PlannedScenario[];
	shoppers: readonly PlannedShopper[];
};

export type PlannedVisit = {
	serviceId: string;
	scenarioId: string;
	/** Which of the scenario's tellings: 0 for its own, then its variants. */
	telling: number;
	shopperId: string;
	fromOn: string;
	toOn: string;
	timeOfDay: TimeOfDay;
};

/** Things in an order that the seed alone decides. */
function inDrawnOrder<T extends { id: string }>(things: readonly T[], seed: string): T[] {
	const byId = new Map(things.map((thing) => [thing.id, thing]));
	return shuffled(seed, [...byId.keys()]).flatMap((id) => byId.get(id) ?? []);
}

/** Every working day from one day to another. */
function workingDays(startOn: string, endOn: string): { id: string }[] {
	const days: { id: string }[] = [];
	for (let day = startOn; day <= endOn; day = addDays(day, 1)) if (isWorkingDay(day)) days.push({ id: day });
	return days;
}

/** Everything that stops a plan, each in a sentence that names who or what is missing; empty where nothing does. */
export function whyNoPlan({ startOn, endOn, perService, services, scenarios, shoppers }: PlanAsked): string[] {
	const wrong: string[] = [];
	if (perService < 1) wrong.push('Enter how many visits each service gets, 1 or more');
	if (!services.length) wrong.push('Choose at least one service');
	if (!shoppers.length) wrong.push('There are no shoppers: give somebody the role of mystery shopper, and choose them');
	if (endOn < startOn) wrong.push('The wave ends before it starts');
	else if (!workingDays(startOn, endOn).length) wrong.push('The wave has no working day');
	for (const { id, name } of services) {
		if (!scenarios.some((scenario) => scenario.services.includes(id))) wrong.push(`No chosen scenario can be played to ${name}`);
		const tied = shoppers.filter(({ never }) => never.includes(id)).map((shopper) => shopper.name);
		if (shoppers.length && tied.length === shoppers.length)
			wrong.push(`Nobody can visit ${name}: ${tied.join(', ')} ${tied.length === 1 ? 'works' : 'all work'} there or declared a tie`);
	}
	return wrong;
}

/** Counts how often each thing was taken, as a whole and for one service. */
function tally() {
	const counts = new Map<string, number>();
	return {
		of: (...key: string[]) => counts.get(key.join('|')) ?? 0,
		add: (...key: string[]) => counts.set(key.join('|'), (counts.get(key.join('|')) ?? 0) + 1)
	};
}

/** The thing with the smallest of some counts, the first count deciding before the second; the earliest of equals. */
function least<T>(things: readonly T[], ...counts: ((thing: T) => number)[]): T {
	const compare = (a: T, b: T) => counts.map((count) => count(a) - count(b)).find((difference) => difference !== 0) ?? 0;
	return things.reduce((best, thing) => (compare(thing, best) < 0 ? thing : best));
}

/**
 * Who visits which service when, with which scenario, by `planningRule`. The same asked gives the same plan for ever.
 * Refused with everything that is missing, named. DOMAIN section 5.1; issue 4 section 2.
 */
export function planVisits(asked: PlanAsked): Outcome<{ visits: PlannedVisit[] }> {
	const wrong = whyNoPlan(asked);
	if (wrong.length) return refused('no-plan', wrong.join('. '));
	const { seed, endOn, perService, windowDays } = asked;
	const services = inDrawnOrder(asked.services, seed);
	const scenarios = inDrawnOrder(asked.scenarios, seed);
	const days = inDrawnOrder(workingDays(asked.startOn, endOn), seed);
	const taken = tally();
	const drafts: Omit<PlannedVisit, 'shopperId'>[] = [];
	for (let turn = 0; turn < perService; turn++)
		for (const { id: serviceId } of services) {
			const suited = scenarios.filter((scenario) => scenario.services.includes(serviceId));
			const channel = least(
				suited.map((scenario) => scenario.channel),
				(one) => taken.of(serviceId, one),
				(one) => taken.of(one)
			);
			const scenario = least(
				suited.filter((one) => one.channel === channel),
				({ id }) => taken.of(serviceId, id),
				({ id }) => taken.of(id)
			);
			const fromOn = least(
				days,
				({ id }) => taken.of(serviceId, id),
				({ id }) => taken.of(id)
			).id;
			const timeOfDay = least(
				timesOfDay,
				(one) => taken.of(serviceId, one),
				(one) => taken.of(one),
				(one) => taken.of(one, fromOn)
			);
			const last = addWorkingDays(fromOn, windowDays - 1);
			const telling = taken.of(serviceId, scenario.id) % (scenario.variants + 1);
			drafts.push({ serviceId, scenarioId: scenario.id, telling, fromOn, toOn: last < endOn ? last : endOn, timeOfDay });
			for (const one of [channel, scenario.id, fromOn, timeOfDay]) {
				taken.add(one);
				taken.add(serviceId, one);
			}
			taken.add(timeOfDay, fromOn);
		}
	const shoppers = shareOut(
		drafts.map(({ serviceId }) => serviceId),
		inDrawnOrder(asked.shoppers, seed)
	);
	return done({ visits: drafts.map((draft, n) => ({ ...draft, shopperId: shoppers[n] ?? '' })) });
}
