import type { Channel } from '#lib/domain/journeys/channels.ts';
import type { DemandKind } from './kinds.ts';
import { sayStep, type DemandStep } from './steps.ts';
import { explainYearly, yearlyCost, yearlyVolume, type ByChannel, type ChannelCosts, type Listening } from './yearly.ts';

/** What the log holds, counted. `stepId` is null for contacts that belong to no step (or to one that is no longer there). */
export type Counted = {
	listening: Listening | null;
	bySteps: { stepId: string | null; kind: DemandKind; count: number }[];
	/** Failure demand by type, capitals alike, and channel. */
	failures: { type: string; channel: Channel; count: number }[];
};

/** A share as numerator and denominator. */
export type Split = { value: number; failure: number; all: number };
export type StepDemand = Split & { stepId: string | null; step: string };
export type FailureType = {
	type: string;
	count: number;
	/** Of all failure demand heard. */
	of: number;
	/** Contacts a year; null where too little was heard. */
	yearly: number | null;
	/** Pence a year; null where it cannot be said, with the reason in `explained`. */
	cost: number | null;
	explained: string[];
};

export type DemandSummary = { all: Split; listening: Listening | null; steps: StepDemand[]; failures: FailureType[]; whole: FailureType };

const noStep = 'Of no step';

/**
 * The log summed: value and failure demand by journey step in the map's order, and the failure demand by type, commonest
 * first, with its volume and cost a year. DOMAIN section 4.
 */
export function summarise(counted: Counted, steps: readonly DemandStep[], costs: ChannelCosts): DemandSummary {
	const { listening, bySteps, failures } = counted;
	const known = new Set(steps.map(({ id }) => id));
	const of = (stepId: string | null): Split => {
		const rows = bySteps.filter((row) => (row.stepId !== null && known.has(row.stepId) ? row.stepId : null) === stepId);
		const sum = (kind: DemandKind) => rows.reduce((all, row) => all + (row.kind === kind ? row.count : 0), 0);
		return { value: sum('value'), failure: sum('failure'), all: sum('value') + sum('failure') };
	};
	const byStep = [
		...steps.map((step) => ({ stepId: step.id, step: sayStep(step), ...of(step.id) })),
		{ stepId: null, step: noStep, ...of(null) }
	].filter(({ all }) => all > 0);
	const sumOf = (kind: 'value' | 'failure' | 'all') => byStep.reduce((sum, step) => sum + step[kind], 0);
	const total = failures.reduce((sum, { count }) => sum + count, 0);
	const figures = (type: string, heard: ByChannel): FailureType => {
		const count = heard.reduce((sum, one) => sum + one.count, 0);
		return {
			type,
			count,
			of: total,
			yearly: yearlyVolume(count, listening),
			cost: yearlyCost(heard, listening, costs),
			explained: explainYearly(heard, listening, costs)
		};
	};
	return {
		all: { value: sumOf('value'), failure: sumOf('failure'), all: sumOf('all') },
		listening,
		steps: byStep,
		failures: byType(failures)
			.map((rows) => figures(rows[0]?.type ?? '', rows))
			.sort((a, b) => b.count - a.count || a.type.localeCompare(b.type, 'en-GB')),
		whole: figures('All failure demand', allChannels(failures))
	};
}

/** The failures of each type, 'Where is it?' and 'where is it?' alike. */
function byType(failures: Counted['failures']): Counted['failures'][] {
	const types = new Map<string, Counted['failures']>();
	for (const row of failures) {
		const key = row.type.toLowerCase();
		const rows = types.get(key);
		if (rows) rows.push(row);
		else types.set(key, [row]);
	}
	return [...types.values()];
}

/** The failures of every type together, by channel. */
function allChannels(failures: Counted['failures']): ByChannel {
	const sums = new Map<Channel, number>();
	for (const { channel, count } of failures) sums.set(channel, (sums.get(channel) ?? 0) + count);
	return [...sums].map(([channel, count]) => ({ channel, count }));
}
