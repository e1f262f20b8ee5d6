import * as v from 'valibot';
import { and, eq } from 'drizzle-orm';
import { ratingsOf } from '#lib/domain/calibration/rater-tables.server.ts';
import { ratings } from '#lib/domain/calibration/tables.ts';
import { done } from '#lib/domain/outcome.ts';
import { unguarded } from '../formula-guard.ts';
import { importKind, type Plan } from '../import-kind.ts';

const cell = (label: string, most: number) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((text) => unguarded(text).replace(/\s+/g, ' ').trim()),
		v.maxLength(most, `${label} must be ${most} characters or fewer`)
	);
const filled = (label: string, what: string, most: number) => v.pipe(cell(label, most), v.nonEmpty(`Enter ${what}`));

/** A question that has no name, where there is only one. */
const onlyQuestion = 'Rating';
const holes = new Set(['', '.', '-', '–']);

const schema = v.object({
	subject: filled('Subject', 'what was rated', 120),
	rater: filled('Rater', 'who rated it', 120),
	question: cell('Question', 200),
	value: cell('Value', 120)
});

/** Ratings made elsewhere, a row each. A row without a value is a hole: it says that somebody did not rate something. */
export const ratingsImport = importKind({
	kind: 'ratings',
	name: 'Ratings',
	about: 'Ratings made elsewhere: who said what about which subject, on which question.',
	columns: [
		{
			key: 'subject',
			label: 'Subject',
			about: 'What was rated: a reference or a number. Required.',
			example: 'Call 1',
			required: true,
			also: ['Unit', 'Item', 'Interaction']
		},
		{
			key: 'rater',
			label: 'Rater',
			about: 'Who rated it: a letter or a number does. Required.',
			example: 'A',
			required: true,
			also: ['Assessor', 'Observer', 'Coder']
		},
		{ key: 'question', label: 'Question', about: 'What was asked. May be empty where there is only one question.', example: 'Greeting' },
		{
			key: 'value',
			label: 'Value',
			about: 'The rating: a number or a word. Empty, or a dot, where this rater did not rate it.',
			example: '3',
			required: true,
			also: ['Rating', 'Score', 'Answer']
		}
	],
	examples: [
		{ subject: 'Call 1', rater: 'B', question: 'Greeting', value: '4' },
		{ subject: 'Call 2', rater: 'A', question: 'Greeting', value: '.' },
		{ subject: 'Call 2', rater: 'B', question: 'Greeting', value: '2' }
	],
	notes: [
		'Ratings of a question that are all numbers are compared by their order and distance too; words only by whether they are the same.',
		'A rating that is in the table already is changed where the file says another value. Nothing is removed by a file.'
	],
	schema,
	plan(db, rows, { into }) {
		const plan: Plan = { problems: [], steps: [] };
		const key = (one: { question: string; subject: string; rater: string }) => JSON.stringify([one.question, one.subject, one.rater]);
		const standing = new Map(ratingsOf(db, into).map((one) => [key(one), one.value]));
		const seen = new Map<string, number>();
		for (const { row, is } of rows) {
			const { value, ...about } = { ...is, question: is.question || onlyQuestion };
			const before = seen.get(key(about));
			const said = `${about.rater} on ${about.subject}, ${about.question}`;
			if (before !== undefined) plan.problems.push({ row, column: 'Rater', text: `Row ${before} is about ${said} too` });
			else if (holes.has(value)) plan.steps.push({ row, what: 'same', text: `${said}: not rated` });
			else {
				const there = standing.get(key(about));
				const here = and(
					eq(ratings.tableId, into),
					eq(ratings.question, about.question),
					eq(ratings.subject, about.subject),
					eq(ratings.rater, about.rater)
				);
				if (there === value) plan.steps.push({ row, what: 'same', text: `${said}: ${value} is there` });
				else if (there === undefined)
					plan.steps.push({
						row,
						what: 'add',
						text: `${said}: ${value}`,
						// the import as a whole has its line in the audit trail
						run: (tx) => (
							tx
								.insert(ratings)
								.values({ tableId: into, ...about, value })
								.run(),
							done()
						)
					});
				else
					plan.steps.push({
						row,
						what: 'change',
						text: `${said}: from ${there} to ${value}`,
						run: (tx) => (tx.update(ratings).set({ value }).where(here).run(), done())
					});
			}
			seen.set(key(about), before ?? row);
		}
		return plan;
	}
});
