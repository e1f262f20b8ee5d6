import * as v from 'valibot';
import { optionalLine, text, tick, version } from '../../server/fields.ts';
import type { CompositePart } from './composite.ts';
import { statisticLines } from './statistic-lines.ts';

const count = (label: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed.replaceAll(/[\s,]/g, '')),
		v.regex(/^\d{0,9}$/, `${label} must be a whole number of 0 or more`),
		v.transform((digits) => (digits === '' ? null : Number(digits)))
	);

const lines = Array.from({ length: statisticLines }, (_, at) => at + 1);
const lineFields = Object.fromEntries(
	lines.flatMap((at) => [
		[`name${at}`, optionalLine('Name', 60)],
		[`numerator${at}`, count('Figure')],
		[`denominator${at}`, count('Out of')],
		[`unit${at}`, optionalLine('Unit', 20)]
	])
) as Record<string, v.GenericSchema<unknown, string | number | null>>;

/** What a leader writes on a sheet. A line of statistics without a figure is passed over. */
export const sheetForm = v.pipe(
	v.object({
		escalations: count('Escalations'),
		errors: count('Errors'),
		compliments: count('Compliments'),
		complaints: count('Complaints'),
		note: text('Note', 2000),
		...lineFields,
		version
	}),
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const input = dataset.value as Record<string, unknown>;
		const wrong = (key: string, message: string) =>
			addIssue({ message, path: [{ type: 'object', origin: 'value', input, key, value: input[key] }] });
		for (const at of lines) {
			const [name, numerator, denominator] = [input[`name${at}`], input[`numerator${at}`], input[`denominator${at}`]];
			if (name && numerator === null && denominator !== null) wrong(`numerator${at}`, `Enter the figure of ${String(name)}`);
			if (!name && (numerator !== null || denominator !== null)) wrong(`name${at}`, 'Enter what this figure is');
			if (denominator === 0) wrong(`denominator${at}`, 'Out of must be 1 or more');
		}
	}),
	v.transform((typed) => {
		const all = typed as unknown as Record<string, never> & typeof typed;
		const statistics = lines.flatMap((at) =>
			all[`name${at}`] && all[`numerator${at}`] !== null
				? [
						{
							name: String(all[`name${at}`]),
							numerator: Number(all[`numerator${at}`]),
							denominator: all[`denominator${at}`] === null ? null : Number(all[`denominator${at}`]),
							unit: String(all[`unit${at}`])
						}
					]
				: []
		);
		const { escalations, errors, compliments, complaints, note, version } = typed;
		return { escalations, errors, compliments, complaints, note, version, statistics };
	})
);

const weight = (what: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^(\d{0,2}|100)$/, `Enter how much ${what} counts, a whole number from 0 to 100`),
		v.transform(Number)
	);

/** Whether there is a composite, and what it is made of: quality, access and up to three shares by name. */
export const compositeForm = v.pipe(
	v.object({
		isOn: tick,
		quality: weight('quality'),
		access: weight('access'),
		share1: optionalLine('Name of the statistic', 60),
		weight1: weight('this statistic'),
		share2: optionalLine('Name of the statistic', 60),
		weight2: weight('this statistic'),
		share3: optionalLine('Name of the statistic', 60),
		weight3: weight('this statistic'),
		version
	}),
	v.transform(({ isOn, version, quality, access, ...shares }) => ({
		isOn,
		version,
		weights: [
			{ part: 'quality' as CompositePart, weight: quality },
			{ part: 'access' as CompositePart, weight: access },
			...([1, 2, 3] as const).flatMap((at) =>
				shares[`share${at}`] ? [{ part: `share: ${shares[`share${at}`]}` as CompositePart, weight: shares[`weight${at}`] }] : []
			)
		]
	}))
);
