import * as v from 'valibot';
import { amount, list, slug, words } from '#lib/server/document-fields.ts';
import { channels } from '../journeys/channels.ts';
import { answerTypes, partIdForm, parts, timers, uses, type Scorecard } from './card.ts';

/*
 * What a scorecard file says. DOMAIN section 5. What one field alone can get wrong is said here; what two fields can get
 * wrong together is in `consistency.ts`. Each `v.title` is the field's name in messages.
 */

const oneOf = <const T extends readonly string[]>(values: T, what: string) =>
	v.pipe(v.picklist(values, `${what} must be one of: ${values.join(', ')}`), v.title(what));
const truth = (what: string) => v.pipe(v.boolean(`${what} must be true or false`), v.title(what));
const partId = (what: string) =>
	v.pipe(
		v.string(`${what} must be text: put it in quotation marks`),
		v.regex(partIdForm, `${what} must be letters, figures and hyphens, starting with a letter, such as A2`),
		v.title(what)
	);

const choice = v.pipe(
	v.strictObject({
		id: slug('The id of a choice'),
		name: words(80, 'The name of a choice'),
		worth: amount('The worth of a choice', 0, 1, 5)
	}),
	v.title('A choice')
);
const numberBand = v.pipe(
	v.strictObject({
		upTo: v.optional(amount('The end of a number band', 0, 999_999_999, 4)),
		worth: amount('The worth of a number band', 0, 1, 5)
	}),
	v.title('A number band')
);
const onlyIf = v.pipe(
	v.strictObject({
		question: partId('The earlier question'),
		is: list(v.pipe(v.string('An answer must be text: put it in quotation marks'), v.title('An answer')), 'The list of answers')
	}),
	v.title('The condition of a question')
);

const question = v.pipe(
	v.strictObject({
		id: partId('The id of a question'),
		text: words(300, 'The text of a question'),
		weight: v.optional(amount('The weight of a question', 0, 1000, 3), 0),
		type: oneOf(answerTypes, 'The type of a question'),
		choices: v.optional(list(choice, 'The list of choices')),
		bands: v.optional(list(numberBand, 'The list of number bands')),
		unit: v.optional(words(30, 'What the number counts')),
		timer: v.optional(oneOf(timers, 'The timer')),
		critical: v.optional(truth('Critical')),
		scored: v.optional(oneOf(parts, 'What a question is scored in'), 'quality'),
		mayBeNotApplicable: v.optional(truth('May be not applicable')),
		onlyIf: v.optional(onlyIf),
		guidance: v.optional(words(1000, 'The guidance of a question')),
		good: v.optional(words(600, 'The example of a good contact')),
		poor: v.optional(words(600, 'The example of a poor contact')),
		standard: v.optional(words(20, 'The contact standard')),
		behaviour: v.optional(words(120, 'The behaviour')),
		promise: v.optional(words(120, 'The promise'))
	}),
	v.title('A question')
);

const section = v.pipe(
	v.strictObject({
		id: partId('The id of a section'),
		name: words(80, 'The name of a section'),
		weight: amount('The weight of a section', 0, 1000, 3),
		questions: list(question, 'The list of questions')
	}),
	v.title('A section')
);

const scoreBand = v.pipe(
	v.strictObject({
		id: slug('The id of a score band'),
		name: words(40, 'The name of a score band'),
		from: amount('The start of a score band', 0, 100, 2)
	}),
	v.title('A score band')
);

export const scorecardSchema: v.GenericSchema<unknown, Scorecard> = v.pipe(
	v.strictObject({
		id: slug('The id of the scorecard'),
		name: words(120, 'The name of the scorecard'),
		version: v.pipe(
			v.string('The version must be text: put it in quotation marks'),
			v.regex(/^\d{1,4}\.\d{1,4}$/, 'The version must look like 1.0'),
			v.title('The version')
		),
		use: oneOf(uses, 'The use'),
		channel: oneOf(channels, 'The channel'),
		about: words(2000, 'About the scorecard'),
		source: words(400, 'The source'),
		passMark: amount('The pass mark', 0, 100, 2),
		bands: list(scoreBand, 'The list of score bands'),
		sections: list(section, 'The list of sections')
	}),
	v.title('The scorecard')
);
