import * as v from 'valibot';
import type { DocumentKind } from '../../server/document-faults.ts';
import { amount, list, slug, whole, words } from '../../server/document-fields.ts';
import { fieldsOf, listOf, repeatedIn } from '../../server/loose-documents.ts';
import { readDocument } from '../../server/reading-documents.ts';
import { channels } from '../journeys/channels.ts';
import { isPeriod } from './period.ts';
import { computations, directions, frequencies, targetKinds, themes, units } from './words.ts';

const among = <const T extends readonly string[]>(values: T, what: string) =>
	v.pipe(v.picklist(values, `${what} must be one of: ${values.join(', ')}`), v.title(what));

const month = (what: string) =>
	v.pipe(v.string(`${what} must be a month, like 2026-04`), v.check(isPeriod, `${what} must be a month, like 2026-04`), v.title(what));

const target = v.pipe(
	v.strictObject({
		value: amount('The target', 0, 1_000_000, 2),
		from: month('The first month'),
		until: v.optional(month('The last month')),
		channel: v.optional(among(channels, 'The channel')),
		kind: v.optional(among(targetKinds, 'The kind'), 'target'),
		source: v.optional(words(200, 'The source'))
	}),
	v.title('A target')
);

const measure = v.pipe(
	v.strictObject({
		key: slug('The key of a measure'),
		name: words(120, 'The name'),
		theme: among(themes, 'The theme'),
		why: v.optional(words(600, 'Why it is measured')),
		unit: among(units, 'The unit'),
		numerator: words(300, 'The numerator'),
		denominator: v.optional(words(300, 'The denominator')),
		direction: among(directions, 'The direction'),
		source: v.optional(words(300, 'The source')),
		dataFrom: v.optional(words(300, 'Where the figures come from')),
		frequency: v.optional(among(frequencies, 'The frequency'), 'month'),
		staleAfter: whole('The number of days after which a value is old', 1, 800),
		computation: v.optional(among(computations, 'What the workbench works out')),
		targets: v.optional(list(target, 'The list of targets'))
	}),
	v.title('A measure')
);
const file = v.pipe(v.strictObject({ measures: list(measure, 'The list of measures') }), v.title('The file of measures'));

export type MeasuresFile = v.InferOutput<typeof file>;

/** A rate without a denominator, or a count with one. */
const denominators = (value: unknown) =>
	listOf(fieldsOf(value).measures).flatMap((one, at) => {
		const { unit, denominator } = fieldsOf(one);
		if (typeof unit !== 'string' || (unit === 'number') === (denominator === undefined)) return [];
		const text = unit === 'number' ? 'A plain number has no denominator' : `A measure in ${unit} needs a denominator`;
		return [{ path: ['measures', at, 'denominator'], text }];
	});

const kind: DocumentKind<MeasuresFile> = {
	what: 'list of measures',
	schema: file,
	inconsistencies: (value) => [
		...repeatedIn(listOf(fieldsOf(value).measures), ['measures'], 'key', 'measure'),
		...repeatedIn(listOf(fieldsOf(value).measures), ['measures'], 'name', 'measure'),
		...denominators(value)
	]
};

/** Reads a file of measures and says everything that is wrong with it at once, by line and field. DOMAIN section 7. */
export const readMeasures = (text: string, name: string) => readDocument(kind, text, name);
