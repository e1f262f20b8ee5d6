import * as v from 'valibot';
import { choice, chosen, line, optionalLine, text, version } from '#lib/server/fields.ts';
import { channels } from '../journeys/channels.ts';
import { readPeriod } from './reading-period.ts';
import { directions, frequencies, targetKinds, themes, units } from './words.ts';

const days = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.regex(/^\d{1,3}$/, 'Enter a number of days, like 45'),
	v.transform(Number),
	v.check((number) => number >= 1 && number <= 800, 'Days must be between 1 and 800')
);

const measureFields = v.object({
	name: line('a name', 'Name', 120),
	theme: choice(themes, 'Choose what it is about'),
	why: text('Why it is measured', 600),
	unit: choice(units, 'Choose what it is counted in'),
	numerator: line('what is counted', 'What is counted', 300),
	denominator: optionalLine('What it is out of', 300),
	direction: choice(directions, 'Choose which way is good'),
	source: optionalLine('Source', 300),
	dataFrom: optionalLine('Where the figures come from', 300),
	ownerId: v.optional(v.string(), ''),
	frequency: choice(frequencies, 'Choose how often there is a value'),
	staleAfter: days
});

const together = <T extends { unit: string; denominator: string }>() =>
	[
		v.forward(
			v.check<T, string>(
				({ unit, denominator }) => unit === 'number' || denominator !== '',
				'Enter what it is out of: no rate is shown without it'
			),
			['denominator'] as never
		),
		v.forward(
			v.check<T, string>(
				({ unit, denominator }) => unit !== 'number' || denominator === '',
				'A plain number is out of nothing: leave this empty'
			),
			['denominator'] as never
		)
	] as const;

export const measureForm = v.pipe(measureFields, ...together<v.InferOutput<typeof measureFields>>());
const changed = v.object({ ...measureFields.entries, version });
export const changedMeasureForm = v.pipe(changed, ...together<v.InferOutput<typeof changed>>());
export type MeasureTyped = v.InferOutput<typeof measureForm>;

export const versionForm = v.object({ version });

/** A month as people type it; YYYY-MM afterwards. */
export const month = (label: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty(`Enter ${label}, like 03/2026`),
		v.rawTransform(({ dataset, addIssue, NEVER }) => {
			const read = readPeriod(dataset.value);
			if (read) return read;
			addIssue({ message: `${label[0]?.toUpperCase()}${label.slice(1)} must be a month, like 03/2026 or March 2026` });
			return NEVER;
		})
	);
const optionalMonth = (label: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.rawTransform(({ dataset, addIssue, NEVER }): string => {
			const read = dataset.value === '' ? '' : readPeriod(dataset.value);
			if (read !== null) return read;
			addIssue({ message: `${label[0]?.toUpperCase()}${label.slice(1)} must be a month, like 03/2026 or March 2026` });
			return NEVER;
		})
	);

/** A number with at most two decimals, as people type it: '80', '1,200', '4.5 %', '£4.90'. */
const figure = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value.replaceAll(/[£%,\s]/g, '')),
	v.nonEmpty('Enter the value to reach'),
	v.regex(/^\d{1,7}(\.\d{1,2})?$/, 'The value must be a number, like 80 or 4.5'),
	v.transform((value) => Math.round(Number(value) * 100))
);

export const targetForm = v.pipe(
	v.object({
		kind: choice(targetKinds, 'Choose whether it is a target or a benchmark'),
		hundredths: figure,
		fromPeriod: month('the first month'),
		untilPeriod: optionalMonth('the last month'),
		serviceId: v.optional(v.string(), ''),
		channel: v.optional(v.union([v.literal(''), v.picklist(channels, 'Choose a channel')]), ''),
		source: optionalLine('Source', 200)
	}),
	v.forward(
		v.check(({ fromPeriod, untilPeriod }) => !untilPeriod || untilPeriod >= fromPeriod, 'The last month must be the first month or later'),
		['untilPeriod']
	)
);
export type TargetTyped = v.InferOutput<typeof targetForm>;
/** Ends a target: it holds up to and with this month. */
export const targetEndForm = v.object({ id: chosen('Choose a target'), untilPeriod: month('the last month') });

export const releaseForm = v.object({ note: text('Note', 500) });

/** A whole number as people type it: '1204', '1,204'. */
export const wholeNumber = (what: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((value) => value.replaceAll(/[,\s]/g, '')),
		v.nonEmpty(`Enter ${what}`),
		v.regex(/^\d{1,12}$/, `${what[0]?.toUpperCase()}${what.slice(1)} must be a whole number, like 1204`),
		v.transform(Number)
	);
