import * as v from 'valibot';
import { answer } from '#lib/domain/assessments/answering.server.ts';
import { commentText } from '#lib/domain/assessments/forms.ts';
import { choicesOf, notApplicable, sayRating } from '#lib/domain/results/rating.ts';
import { isAnswerable } from '#lib/domain/assessments/status.ts';
import type { Criterion } from '#lib/domain/frameworks/document.ts';
import { unguarded } from '../formula-guard.ts';
import { importKind, type Against, type Plan, type Typed } from '../import-kind.ts';
import { answerWords, readAnswer } from './answer-words.ts';
import { assessmentSoFar, type AnswerNow, type AssessmentSoFar } from './assessment-so-far.server.ts';

const schema = v.object({
	number: v.pipe(v.string('Enter the number of the criterion'), v.trim(), v.nonEmpty('Enter the number of the criterion')),
	title: v.optional(v.pipe(v.string(), v.trim()), ''),
	answer: v.string(),
	comment: v.pipe(
		commentText,
		v.transform((text) => text.replaceAll(/\r\n?/g, '\n'))
	),
	version: v.pipe(v.string(), v.trim(), v.regex(/^\d{1,9}$/, 'Enter the version that the downloaded file has here'), v.transform(Number))
});
type AnswerRow = Typed<v.InferOutput<typeof schema>>;
type Said = { rating: string | null; comment: string };

/** The answers of one assessment, filled in offline. The columns are those of the download; what helps to answer is not read back. */
export const answersImport = importKind({
	kind: 'answers',
	name: 'Answers',
	about: 'Answers and comments of one assessment, filled in on the downloaded spreadsheet.',
	columns: [
		{ key: 'number', label: 'Number', about: 'The criterion. Leave it as it is.', example: '1.1', required: true, also: ['Criterion'] },
		{ key: 'level', label: 'Level', about: 'For reading only.', example: '', read: false },
		{ key: 'theme', label: 'Theme', about: 'For reading only.', example: '', read: false },
		{
			key: 'title',
			label: 'Title',
			about: 'Leave it as it is: it shows that a number was not altered by the spreadsheet program.',
			example: ''
		},
		{ key: 'text', label: 'What is asked', about: 'For reading only.', example: '', read: false },
		{ key: 'good', label: 'What good evidence looks like', about: 'For reading only.', example: '', read: false },
		{ key: 'answer', label: 'Answer', about: 'One of the answers listed below.', example: 'Largely', required: true, also: ['Rating'] },
		{
			key: 'comment',
			label: 'Comment',
			about: 'Up to 4,000 characters. For “not applicable” the reason, which must be given.',
			example: '',
			required: true
		},
		{
			key: 'evidence',
			label: 'Evidence',
			about: 'What is attached now. For reading only: attach evidence on the page.',
			example: '',
			read: false
		},
		{
			key: 'version',
			label: 'Version',
			about: 'Leave it as it is: it shows whether somebody answered meanwhile.',
			example: '1',
			required: true
		}
	],
	notes: [
		'Rows may be taken out: their answers stay as they are.',
		'An empty answer takes an answer away.',
		'An answer that was carried over and comes back unaltered still has to be confirmed on the page.'
	],
	schema,
	plan(db, rows, against) {
		const soFar = assessmentSoFar(db, against.into);
		const plan: Plan = { problems: [], steps: [] };
		if (!isAnswerable(soFar.assessment))
			plan.problems.push({
				row: 0,
				column: '',
				text: `The answers cannot be changed: ${soFar.assessment.cycle.closedAt === null ? 'this assessment has been submitted' : 'this cycle is closed'}`
			});
		const words = answerWords(soFar.framework);
		const byNumber = new Map(soFar.framework.criteria.map((criterion) => [criterion.number.toLowerCase(), criterion]));
		const seen = new Map<string, number>();
		for (const row of rows) {
			const named = byNumber.get(row.is.number.toLowerCase());
			const criterion = meant(soFar, row, named);
			const problem = (column: string, text: string) => void plan.problems.push({ row: row.row, column, text });
			const standing = criterion && soFar.answers.get(criterion.number);
			if (!criterion || !standing) problem('Number', `There is no criterion ${row.is.number} in this assessment`);
			else if (seen.has(criterion.number))
				problem('Number', `Row ${seen.get(criterion.number)} is about criterion ${criterion.number} too`);
			else planRow(soFar, criterion, standing, words, row, against, plan, problem);
			if (criterion) seen.set(criterion.number, seen.get(criterion.number) ?? row.row);
		}
		return plan;
	}
});

/** A spreadsheet program takes 5.10 for the figure 5.1: then the title tells which of the two is meant. */
function meant({ framework }: AssessmentSoFar, { is }: AnswerRow, named: Criterion | undefined): Criterion | undefined {
	if (!is.title || named?.title === is.title || !/^\d+(\.\d+)?$/.test(is.number)) return named;
	const titled = framework.criteria.filter(({ number, title }) => title === is.title && Number(number) === Number(is.number));
	return titled.length === 1 ? titled[0] : named;
}

function planRow(
	soFar: AssessmentSoFar,
	criterion: Criterion,
	standing: AnswerNow,
	words: ReturnType<typeof answerWords>,
	{ row, is }: AnswerRow,
	{ today }: Against,
	plan: Plan,
	problem: (column: string, text: string) => void
) {
	const { framework, assessment } = soFar;
	const other = is.title && is.title !== criterion.title ? framework.criteria.find(({ title }) => title === is.title) : undefined;
	if (other) return problem('Number', `The title is that of criterion ${other.number}. Put the number or the title right`);
	const rating = readAnswer(words, is.answer);
	const choices = choicesOf(framework, assessment.service.kind);
	if (rating === undefined) return problem('Answer', `“${is.answer}” is not one of the answers: ${choices.map(say(framework)).join(', ')}`);
	if (rating !== null && !choices.includes(rating))
		return problem('Answer', 'The corporate service gives these answers itself, so it cannot inherit them');
	// a CSV opened and saved as a workbook keeps the apostrophe that guarded its cell
	const comment = unguarded(is.comment) === standing.comment ? standing.comment : is.comment;
	const said = { rating, comment };
	if (rating === standing.rating && comment === standing.comment) {
		const still = standing.toConfirm ? ', still to be confirmed' : '';
		plan.steps.push({ row, what: 'same', text: `${criterion.number} stays ${say(framework)(standing.rating)}${still}` });
		return;
	}
	if (rating === notApplicable && !comment) return problem('Comment', 'Enter the reason why this does not apply');
	if (is.version !== standing.version) return problem('Version', staleRow(framework, standing));
	plan.steps.push({
		row,
		what: standing.rating === null && standing.comment === '' ? 'add' : 'change',
		text: `${criterion.number} ${changeInWords(framework, standing, said)}`,
		run: (tx, person) => {
			// a comment alone confirms no answer that was carried over
			const typed = { criterion: criterion.number, ...said, version: standing.version, asYouGo: rating === standing.rating };
			return answer(tx, person, assessment, typed, today);
		}
	});
}

const say = (framework: AssessmentSoFar['framework']) => (rating: string | null) => sayRating(framework, rating);

const staleRow = (framework: AssessmentSoFar['framework'], { by, rating, version }: AnswerNow) =>
	`${by ?? 'Somebody'} answered this after the file was downloaded (now: ${sayRating(framework, rating)}). ` +
	`Take the row out to keep that, or write ${version} here to replace it`;

function changeInWords(framework: AssessmentSoFar['framework'], from: AnswerNow, to: Said): string {
	const ratings = `from ${sayRating(framework, from.rating)} to ${sayRating(framework, to.rating)}`;
	const rating = from.rating === to.rating ? '' : from.rating === null ? sayRating(framework, to.rating) : ratings;
	const comment =
		from.comment === to.comment ? '' : to.comment === '' ? 'comment removed' : from.comment === '' ? 'comment added' : 'comment changed';
	return [rating, comment].filter(Boolean).join(', ');
}
