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

/** From the map of another journey: what is done, wanted and by whom. What was measured, felt and found there is not known here. */
export const fromOther = (map: Pick<JourneyMap, 'stages'>, journey: string): Beginning => ({
	from: `from the map of “${journey}”`,
	stages: stagesFrom(map, ({ does, wants, channel, servedBy, backstage, systems }) => ({
		...emptyStep,
		...{ does, wants, channel, servedBy, backstage, systems },
		fromStepId: null
	}))
});
