import { writeDuration } from '../durations.ts';
import type { MapStep } from '../map.ts';
import { emptyStep, stepFieldNames, type StepFields } from '../step-fields.ts';

/** A step as it stands in the fields of its form. */
export type TypedStep = Record<keyof StepFields, string>;

const words = (value: string | number | null) => (value === null ? '' : String(value));

/** What each field of a step's form shows: what can be typed again and gives the same. */
export const typedStep = (step: StepFields): TypedStep => ({
	does: step.does,
	wants: step.wants,
	channel: step.channel ?? '',
	servedBy: step.servedBy,
	backstage: step.backstage,
	systems: step.systems,
	emotion: words(step.emotion),
	quote: step.quote,
	waitingMinutes: writeDuration(step.waitingMinutes),
	handlingMinutes: writeDuration(step.handlingMinutes),
	momentOfTruth: step.momentOfTruth ? 'yes' : '',
	demand: words(step.demand),
	failureDemand: words(step.failureDemand),
	painPoints: step.painPoints,
	evidenced: step.evidenced
});

export const emptyTyped: TypedStep = typedStep(emptyStep);

/**
 * Somebody else saved a step that is being typed in: may the form take theirs over without touching what this person does?
 * Only where each field that they changed still says what stood there before, and is not the one being typed in.
 * @param base the step as this form last had it
 * @param theirs the step as it now stands
 * @param shown what the form's fields say
 */
export function canTakeOver(base: StepFields, theirs: MapStep, shown: Partial<TypedStep>, focused: string | null): boolean {
	const [was, is] = [typedStep(base), typedStep(theirs)];
	return stepFieldNames.every((field) => was[field] === is[field] || (field !== focused && sameWords(shown[field], was[field])));
}

// a browser writes the ends of lines its own way
const sameWords = (shown: string | undefined, was: string) => (shown ?? '').replaceAll('\r\n', '\n') === was;
