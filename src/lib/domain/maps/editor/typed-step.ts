import { writeDuration } from '../durations.ts';
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
 * Somebody else saved a step that is being typed in. Of the fields that they changed: which may be taken over, as they still
 * say what stood there before, and which clash, as this person has changed them too or is in them now.
 * @param base the step as this form last had it
 * @param theirs the step as it now stands
 * @param shown what the form's fields say
 */
export function sortTheirs(base: StepFields, theirs: StepFields, shown: TypedStep, focused: string | null) {
	const [was, is] = [typedStep(base), typedStep(theirs)];
	const changed = stepFieldNames.filter((field) => was[field] !== is[field] && !sameWords(shown[field], is[field]));
	const take = changed.filter((field) => field !== focused && sameWords(shown[field], was[field]));
	return { take, clash: changed.filter((field) => !take.includes(field)) };
}

// a browser writes the ends of lines its own way
const sameWords = (shown: string, was: string) => shown.replaceAll('\r\n', '\n') === was;
