import * as v from 'valibot';
import { channels } from '../journeys/channels.ts';
import { choice, chosen, optionalLine, requiredText, text, version } from '../../server/fields.ts';
import {
	faultsInRecommendation,
	findingLabels,
	principleIn,
	recommendationLabels,
	type FindingDetails,
	type HandDetails,
	type RecommendationDetails
} from './details.ts';
import { severities, sourcesByHand } from './words.ts';

const mostPence = 100_000_000_000;

/** A whole number that may be empty, typed with or without its commas: '4,000'. */
const optionalCount = (label: string, most = 100_000_000) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed.replaceAll(/[\s,]/g, '')),
		v.regex(/^\d*$/, `${label} must be a whole number of 0 or more, like 4000`),
		v.transform((digits) => (digits === '' ? null : Number(digits))),
		v.check((count) => count === null || count <= most, `${label} must be ${most.toLocaleString('en-GB')} or less`)
	);

/** An amount of money that may be empty, typed in pounds: '£1,250', '2.85'. Gives pence. */
const optionalPounds = (label: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed.replaceAll(/[\s,£]/g, '')),
		v.regex(/^(\d+(\.\d{1,2})?)?$/, `${label} must be pounds, with pence if need be, like 1250 or 2.85`),
		v.transform(penceIn),
		v.check((pence) => pence === null || pence <= mostPence, `${label} must be £1,000,000,000 or less`)
	);

function penceIn(pounds: string): number | null {
	if (pounds === '') return null;
	const [whole = '0', part = ''] = pounds.split('.');
	return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** 1 (little) to 5 (much), or not said. */
const optionalRating = (message: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^[1-5]?$/, message),
		v.transform((digit) => (digit === '' ? null : Number(digit)))
	);

const why = (label: string) => optionalLine(label, 300);

const findingFields = v.object({
	what: requiredText('what was found', findingLabels.what, 1000),
	serviceId: chosen('Choose which service it concerns'),
	stepId: v.optional(v.string(), ''),
	severity: choice(severities, 'Choose how severe it is'),
	howOften: optionalLine(findingLabels.howOften, 200),
	why1: why(findingLabels.why1),
	why2: why(findingLabels.why2),
	why3: why(findingLabels.why3),
	why4: why(findingLabels.why4),
	why5: why(findingLabels.why5),
	principle: v.optional(v.string(), ''),
	breaches: optionalLine(findingLabels.breaches, 300)
});

type TypedFinding = v.InferOutput<typeof findingFields>;

/** The five fields of 'why?' as a list: what is empty at the end is left out, what is empty between stays, to be complained of. */
function asDetails<T extends TypedFinding>({ why1, why2, why3, why4, why5, principle, stepId, ...rest }: T) {
	const whys = [why1, why2, why3, why4, why5];
	while (whys.at(-1) === '') whys.pop();
	return { ...rest, stepId: stepId || null, whys, ...principleIn(principle) };
}

/** What was found, as it is typed. */
export const newFindingForm = v.pipe(
	findingFields,
	v.transform((typed): FindingDetails => asDetails(typed))
);

/** The same, changed from the version the person saw. */
export const findingForm = v.pipe(
	v.object({ ...findingFields.entries, version }),
	v.transform((typed): FindingDetails & { version: number } => asDetails(typed))
);

const { what, ...furtherFields } = findingFields.entries;

/** In the order of the form, so that its errors come in it too. */
const handFields = {
	what,
	source: choice(sourcesByHand, 'Choose where it comes from'),
	cameFrom: optionalLine(findingLabels.cameFrom, 200),
	...furtherFields
};

/** What was found elsewhere than by the workbench, as it is typed. */
export const newHandFindingForm = v.pipe(
	v.object(handFields),
	v.transform((typed): HandDetails => asDetails(typed))
);

/** The same, changed from the version the person saw. */
export const handFindingForm = v.pipe(
	v.object({ ...handFields, version }),
	v.transform((typed): HandDetails & { version: number } => asDetails(typed))
);

const recommendationFields = v.object({
	text: requiredText('what should be done', recommendationLabels.text, 2000),
	customerBenefit: text(recommendationLabels.customerBenefit, 1000),
	customerValue: optionalRating('Choose what it is worth to customers, from 1 to 5'),
	councilBenefit: text(recommendationLabels.councilBenefit, 1000),
	councilValue: optionalRating('Choose what it is worth to the council, from 1 to 5'),
	effort: optionalRating('Choose the effort, from 1 to 5'),
	costPence: optionalPounds(recommendationLabels.costPence),
	contactsAvoided: optionalCount(recommendationLabels.contactsAvoided),
	avoidedChannel: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => channels.find((channel) => channel === typed) ?? null)
	),
	otherSavingPence: optionalPounds(recommendationLabels.otherSavingPence),
	otherSavingWhy: text(recommendationLabels.otherSavingWhy, 1000)
});

/** The rules between fields, each shown at its own field once the fields alone are right. */
const together = <T extends RecommendationDetails>() =>
	v.rawCheck<T>(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const input = dataset.value;
		for (const { field, text: message } of faultsInRecommendation(input))
			addIssue({ message, path: [{ type: 'object', origin: 'value', input, key: field, value: undefined }] });
	});

/** What should be done, as it is typed. */
export const newRecommendationForm = v.pipe(recommendationFields, together());
export const recommendationForm = v.pipe(v.object({ ...recommendationFields.entries, version }), together());

export const withdrawalForm = v.object({ reason: requiredText('why it is withdrawn', 'Why it is withdrawn', 1000), version });

/** What is chosen from the library; nothing ticked is a choice too. */
export const evidenceForm = v.object({ 'evidence[]': v.optional(v.array(v.string()), []) });

const weight = (whose: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^(\d|[1-9]\d|100)$/, `Enter how much ${whose} counts, a whole number from 0 to 100`),
		v.transform(Number)
	);

/** How much customers and the council count in the value of a recommendation. */
export const weightsForm = v.pipe(
	v.object({ customerWeight: weight('what customers gain'), councilWeight: weight('what the council gains'), version }),
	v.forward(
		v.check(({ customerWeight, councilWeight }) => customerWeight + councilWeight > 0, 'One of the two must count: enter at least 1'),
		['customerWeight']
	)
);
