import type { JourneyMap, MapStep } from './map.ts';
import type { Beginning, NewStage } from './starting.server.ts';
import { emptyStep } from './step-fields.ts';
import type { Template } from './template.ts';

const stagesFrom = (map: Pick<JourneyMap, 'stages'>, stepOf: (step: MapStep) => NewStage['steps'][number]): NewStage[] =>
	map.stages.map(({ name, who, steps }) => ({ name, who, steps: steps.map(stepOf) }));

/** A map begun with nothing in it. */
export const fromNothing: Beginning = { from: 'empty', stages: [] };

export const fromTemplate = ({ name, stages }: Template): Beginning => ({
	from: `from the template “${name}”`,
	stages: stages.map((stage) => ({ ...stage, steps: stage.steps.map((step) => ({ ...step, fromStepId: null })) }))
});

/**
 * A to-be map from the as-is map, each step knowing the one it was made from. Times, volumes and feelings come along, to be
 * changed; the customer's words, the pain and the evidence stay where they were found.
 */
export const fromAsIs = (asIs: Pick<JourneyMap, 'stages'>): Beginning => ({
	from: 'from the as-is map',
	stages: stagesFrom(asIs, ({ id, version: _, ...step }) => ({ ...step, quote: '', painPoints: '', evidenced: 'none', fromStepId: id }))
});

/** What is done, wanted and by whom; nothing that was measured, felt or found. */
const unmeasured = (map: Pick<JourneyMap, 'stages'>): NewStage[] =>
	stagesFrom(map, ({ does, wants, channel, servedBy, backstage, systems }) => ({
		...emptyStep,
		...{ does, wants, channel, servedBy, backstage, systems },
		fromStepId: null
	}));

/** From the map of another journey. What was measured, felt and found there is not known here. */
export const fromOther = (map: Pick<JourneyMap, 'stages'>, journey: string): Beginning => ({
	from: `from the map of “${journey}”`,
	stages: unmeasured(map)
});

/** From a map of the last review of the same journey. What was planned or measured then is to be measured anew. */
export const fromLastReview = (map: Pick<JourneyMap, 'stages' | 'kind'>, number: number): Beginning => ({
	from: `from the ${map.kind} map of the last review, journey ${number}`,
	stages: unmeasured(map)
});
