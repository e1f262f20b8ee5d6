import type { StepFields } from './step-fields.ts';
import { evidencings } from './step-words.ts';

/** What is measured of two: their sum, where only one was measured that one. */
const sum = (a: number | null, b: number | null) => (a === null && b === null ? null : (a ?? 0) + (b ?? 0));

/** One text after the other, each once. */
const joined = (a: string, b: string, between = '\n') => (a === b ? a : [a, b].filter(Boolean).join(between));

const lowest = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b));

/**
 * Two neighbouring steps as one: texts joined, times and demand summed (what was not measured adds nothing), the lower
 * emotion, the weaker evidence, the first one's channel and server where it has them.
 */
export function mergedStep(first: StepFields, second: StepFields): StepFields {
	return {
		does: joined(first.does, second.does),
		wants: joined(first.wants, second.wants),
		channel: first.channel ?? second.channel,
		servedBy: first.servedBy === 'nobody' ? second.servedBy : first.servedBy,
		backstage: joined(first.backstage, second.backstage),
		systems: joined(first.systems, second.systems, ', '),
		emotion: lowest(first.emotion, second.emotion),
		quote: joined(first.quote, second.quote),
		waitingMinutes: sum(first.waitingMinutes, second.waitingMinutes),
		handlingMinutes: sum(first.handlingMinutes, second.handlingMinutes),
		momentOfTruth: first.momentOfTruth || second.momentOfTruth,
		demand: sum(first.demand, second.demand),
		failureDemand: sum(first.failureDemand, second.failureDemand),
		painPoints: joined(first.painPoints, second.painPoints),
		evidenced: evidencings.find((one) => one === first.evidenced || one === second.evidenced) ?? 'none'
	};
}
