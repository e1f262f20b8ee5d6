import type { Channel } from '#lib/domain/journeys/channels.ts';
import { stepsOf, type JourneyMap, type MapStep } from './map.ts';
import { failureCostOf, failureDemandOf, type Costs, type FailureCost, type FailureDemand } from './failure-demand.ts';
import { timeOf, type CustomerTime } from './customer-time.ts';
import type { Server } from './step-words.ts';

/** How often something changes from one step to the next: each time from what to what, and the calculation in words. */
export type Passes<T> = { count: number; passes: { from: T; to: T; at: string }[]; explain: string };

/** The emotion at each step in order, null where it is not known. */
export type Curve = { points: { stepId: string; emotion: number | null }[]; known: number; explain: string };

/** Steps that lack a time, that lack a demand or its failure demand, and that lack any of them. */
export type Unmeasured = { time: number; demand: number; any: number; of: number; explain: string };

/** What is derived from a map and never typed, each with its calculation in words. DOMAIN section 4. */
export type Figures = {
	steps: number;
	curve: Curve;
	time: CustomerTime;
	handOffs: Passes<Server>;
	channelSwitches: Passes<Channel>;
	failure: FailureDemand;
	cost: FailureCost;
	unmeasured: Unmeasured;
};

/** All figures of a map. `costs` is what one contact costs by channel, in pence, where the council has said. */
export function figuresOf(map: Pick<JourneyMap, 'stages'>, costs: Costs): Figures {
	const steps = stepsOf(map);
	return {
		steps: steps.length,
		curve: curveOf(steps),
		time: timeOf(steps),
		handOffs: handOffsOf(steps),
		channelSwitches: channelSwitchesOf(steps),
		failure: failureDemandOf(steps),
		cost: failureCostOf(steps, costs),
		unmeasured: unmeasuredOf(steps)
	};
}

const count = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
/** 1 before a step's name stands for the first step of the map. */
const named = (steps: MapStep[], step: MapStep) => `step ${steps.indexOf(step) + 1}`;

function curveOf(steps: MapStep[]): Curve {
	const points = steps.map(({ id, emotion }) => ({ stepId: id, emotion }));
	const known = steps.filter((step): step is MapStep & { emotion: number } => step.emotion !== null);
	if (!known.length) return { points, known: 0, explain: 'How the customer feels is not known at any step yet.' };
	const at = (emotion: number) =>
		known
			.filter((step) => step.emotion === emotion)
			.map((step) => steps.indexOf(step) + 1)
			.join(', ');
	const say = (emotion: number) => (emotion > 0 ? `+${emotion}` : emotion < 0 ? `−${-emotion}` : '0');
	const lowest = Math.min(...known.map(({ emotion }) => emotion));
	const highest = Math.max(...known.map(({ emotion }) => emotion));
	const explain =
		`How the customer feels, from −2 very bad to +2 very good, is known at ${known.length} of ${count(steps.length, 'step')}. ` +
		(lowest === highest
			? `It is ${say(lowest)} at each.`
			: `Lowest: ${say(lowest)} at step ${at(lowest)}. Highest: ${say(highest)} at step ${at(highest)}.`);
	return { points, known: known.length, explain };
}

/** Each change between neighbours among the steps that have what is looked at; the others are passed over. */
function passesOf<T extends string>(steps: MapStep[], of: (step: MapStep) => T | null): Passes<T>['passes'] {
	const having = steps.flatMap((step) => {
		const value = of(step);
		return value === null ? [] : [{ step, value }];
	});
	return having.flatMap(({ step, value }, i) => {
		const before = having[i - 1];
		return before && before.value !== value ? [{ from: before.value, to: value, at: named(steps, step) }] : [];
	});
}

const inWords = (passes: { from: string; to: string; at: string }[]) =>
	passes.map(({ from, to, at }) => `${from} to ${to} at ${at}`).join('; ');

/**
 * Hand-offs: a change of who serves between neighbouring steps. Steps at which the customer is alone are passed over:
 * waiting between two contacts with the same tier is no hand-off, and the first contact hands nobody over. DOMAIN section 4.
 */
export function handOffsOf(steps: MapStep[]): Passes<Server> {
	const passes = passesOf(steps, ({ servedBy }) => (servedBy === 'nobody' ? null : servedBy));
	const rule = 'A hand-off is a change of who serves from one step to the next; steps at which the customer is alone are passed over.';
	return { count: passes.length, passes, explain: `${rule} ${passes.length ? `Here: ${inWords(passes)}.` : 'Here there is none.'}` };
}

/** Channel switches: a change of channel between neighbouring steps; steps without a channel are passed over. DOMAIN section 4. */
export function channelSwitchesOf(steps: MapStep[]): Passes<Channel> {
	const passes = passesOf(steps, ({ channel }) => channel);
	const rule = 'A switch is a change of channel from one step to the next; steps without a channel are passed over.';
	return { count: passes.length, passes, explain: `${rule} ${passes.length ? `Here: ${inWords(passes)}.` : 'Here there is none.'}` };
}

function unmeasuredOf(steps: MapStep[]): Unmeasured {
	const noTime = (step: MapStep) => step.waitingMinutes === null || step.handlingMinutes === null;
	const noDemand = (step: MapStep) => step.demand === null || step.failureDemand === null;
	const time = steps.filter(noTime).length;
	const demand = steps.filter(noDemand).length;
	const any = steps.filter((step) => noTime(step) || noDemand(step)).length;
	const of = steps.length;
	const explain =
		time || demand
			? `Of ${count(of, 'step')}, ${count(time, 'lacks', 'lack')} a waiting or handling time and ${count(demand, 'lacks', 'lack')} a demand or its failure demand. What is missing is not counted as nothing: the figures leave it out.`
			: `All times and volumes of ${count(of, 'step')} are known.`;
	return { time, demand, any, of, explain };
}
