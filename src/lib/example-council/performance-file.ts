import * as v from 'valibot';
import { channels } from '#lib/domain/journeys/channels.ts';
import { appealOutcomes } from '#lib/domain/paf/states.ts';

const texts = v.pipe(v.array(v.string()), v.minLength(1));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** The performance assessment of one service, as performance.yaml has it. */
export const performanceFile = v.strictObject({
	service: v.string(),
	manager: v.string(),
	assessors: texts,
	teams: v.array(v.strictObject({ name: v.string(), leader: v.string(), channel: v.picklist(channels), prefix: v.string() })),
	quota: v.number(),
	/** How often a question is answered as well as can be, by its id. */
	well: v.record(v.string(), share),
	went_well: texts,
	to_practise: texts,
	private_notes: texts,
	/** Why somebody picked an interaction. */
	chosen: texts,
	appeals: v.array(
		v.strictObject({
			advisor: v.string(),
			/** Months back from the open one. */
			back: v.number(),
			/** How the assessor answered what the advisor does not accept. */
			about: v.record(v.string(), v.string()),
			why: v.string(),
			/** None for one that waits. */
			outcome: v.optional(v.picklist(appealOutcomes)),
			by: v.optional(v.string(), ''),
			reasons: v.optional(v.string(), ''),
			/** What is scored instead, for one that is changed. */
			answers: v.optional(v.record(v.string(), v.string()), {})
		})
	),
	sheet_notes: texts,
	one_to_ones: texts,
	objectives: v.array(v.strictObject({ text: v.string(), measure: v.string() })),
	/** What came of an objective that was met. */
	outcome: v.string(),
	training: texts,
	calibrations: v.array(
		v.strictObject({
			title: v.string(),
			finished: v.boolean(),
			/** Days from today. */
			started: v.number(),
			run_by: v.string(),
			assessors: texts,
			contacts: v.array(v.strictObject({ reference: v.string(), about: v.string() })),
			/** What was agreed, by question. */
			notes: v.record(v.string(), v.string())
		})
	)
});

export type Performance = v.InferOutput<typeof performanceFile>;
