import * as v from 'valibot';
import { outcomes, priorities, storedStatuses } from '#lib/domain/actions/status.ts';
import { strengths } from '#lib/domain/evidence/tables.ts';

/* What a file of seed/example-council/services says: one service's year. Days are counted from today, past ones negative. */

export const days = v.pipe(v.number(), v.integer());
const answer = v.strictObject({ rating: v.string(), comment: v.string(), evidence: v.optional(v.array(v.string()), []) });
const answers = v.record(v.string(), answer);
const remarks = v.optional(v.record(v.string(), v.strictObject({ rating: v.string(), comment: v.string() })), {});

export const pieceShape = v.strictObject({
	key: v.string(),
	kind: v.picklist(['file', 'link', 'note']),
	title: v.string(),
	shows: v.string(),
	/** A real small file is made of the lines; its ending says of what kind. */
	file: v.optional(v.strictObject({ name: v.string(), lines: v.array(v.string()) })),
	link: v.optional(v.string()),
	note: v.optional(v.string()),
	from: days,
	to: v.nullable(days),
	strength: v.picklist(strengths),
	review: v.optional(days)
});

/** How far an assessment has come, and when each step was taken. */
const steps = {
	submitted: v.optional(days),
	moderated: v.optional(days),
	agreed: v.optional(days),
	/** The agreed level that the answers give by the rules: checked when the council is made. */
	level: v.optional(days),
	answers,
	moderation: remarks
};

/** An action with what came of it. */
export const actionShape = v.strictObject({
	title: v.string(),
	detail: v.optional(v.string(), ''),
	owner: v.string(),
	criterion: v.optional(v.string()),
	from: v.optional(v.literal('baseline')),
	priority: v.picklist(priorities),
	start: days,
	due: days,
	/** A month after it is due unless told. */
	review: v.optional(days),
	status: v.picklist(storedStatuses),
	dropped: v.optional(v.string()),
	completed: v.optional(days),
	outcome: v.optional(v.picklist(outcomes)),
	outcomeText: v.optional(v.string(), ''),
	measure: v.optional(v.string(), ''),
	baseline: v.optional(v.string(), ''),
	target: v.optional(v.string(), ''),
	evidence: v.optional(v.array(v.string()), []),
	notes: v.optional(v.array(v.strictObject({ days, by: v.string(), text: v.string() })), [])
});

export const states = ['draft', 'changes requested', 'submitted', 'in moderation', 'moderated', 'agreed'] as const;

export const serviceFile = v.strictObject({
	service: v.string(),
	manager: v.string(),
	evidence: v.array(pieceShape),
	baseline: v.optional(v.strictObject(steps)),
	current: v.strictObject({
		...steps,
		state: v.picklist(states),
		/** Draft only: still carried over, to be confirmed. */
		unconfirmed: v.optional(v.array(v.string()), []),
		/** Draft only: not answered. */
		empty: v.optional(v.array(v.string()), []),
		changesRequested: v.optional(v.string()),
		handed: v.optional(v.array(v.strictObject({ criterion: v.string(), to: v.string(), note: v.string(), returned: v.boolean() })), []),
		comments: v.optional(v.array(v.strictObject({ criterion: v.string(), by: v.string(), text: v.string(), resolved: v.boolean() })), []),
		override: v.optional(v.strictObject({ level: days, reason: v.string() }))
	}),
	target: v.optional(v.strictObject({ level: days, by: days, why: v.string() })),
	actions: v.optional(v.array(actionShape), [])
});

const otherService = v.strictObject({ service: v.string(), manager: v.string(), state: v.picklist(states), ...steps });

/** Small cycles on the other kinds of framework. */
export const otherCyclesFile = v.strictObject({
	cycles: v.array(v.strictObject({ name: v.string(), framework: v.string(), started: days, due: days, services: v.array(otherService) }))
});

export type ServiceYear = v.InferOutput<typeof serviceFile>;
export type OtherCycle = v.InferOutput<typeof otherCyclesFile>['cycles'][number];
export type Piece = v.InferOutput<typeof pieceShape>;
export type PlannedAction = v.InferOutput<typeof actionShape>;
export type Steps = NonNullable<ServiceYear['baseline']> & { state: (typeof states)[number] };
