import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { showShortDay } from '#lib/domain/calendar/dates.ts';
import { servicesToTell } from '#lib/domain/complaints/choosing.server.ts';
import { channels } from '#lib/domain/journeys/channels.ts';
import { keepAnswer, refusedAnswerDay } from '#lib/domain/surveys/answering.server.ts';
import { answerFields } from '#lib/domain/surveys/forms.ts';
import { partNames, ratings } from '#lib/domain/surveys/part-words.ts';
import { surveyAnswers, surveys } from '#lib/domain/surveys/tables.ts';
import { ratedParts } from '#lib/domain/surveys/words.ts';
import { day, line } from '#lib/server/fields.ts';
import { unguarded } from '../formula-guard.ts';
import { importKind, type Plan } from '../import-kind.ts';
import { channelIn, dayIn } from './channel-words.ts';

const cell = (tidy: (text: string) => string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((text): string | undefined => tidy(text.trim()))
	);
/** '5', or the answer in words, 'Very satisfied'. */
const ratingIn = (text: string) => String(ratings.find(({ label }) => label.toLowerCase() === text.toLowerCase())?.value ?? text);
const yesOrNo: Record<string, string> = { y: 'yes', true: 'yes', n: 'no', false: 'no' };
const { resolved, channel, comment, overall, welcome, wait, efficiency, interaction, delivery } = answerFields;
const rated = cell(ratingIn);
const answeredOn = day('the day it was answered');
const schema = v.object({
	reference: v.pipe(cell(unguarded), line('the reference', 'Reference', 60)),
	day: v.pipe(
		v.optional(v.string(), ''),
		v.transform((text): v.InferInput<typeof answeredOn> => dayIn(text)),
		answeredOn
	),
	service: cell(unguarded),
	channel: v.pipe(cell(channelIn), channel),
	overall: v.pipe(rated, overall),
	welcome: v.pipe(rated, welcome),
	wait: v.pipe(rated, wait),
	efficiency: v.pipe(rated, efficiency),
	interaction: v.pipe(rated, interaction),
	delivery: v.pipe(rated, delivery),
	resolved: v.pipe(
		cell((text) => yesOrNo[text.toLowerCase()] ?? text.toLowerCase()),
		resolved
	),
	comment: v.pipe(cell(unguarded), comment)
});

/** The answers of one survey. Each stands under its reference and is taken in once. */
export const surveyAnswersImport = importKind({
	kind: 'survey answers',
	name: 'Survey answers',
	about: 'Answers to this survey, a row each.',
	columns: [
		{
			key: 'reference',
			label: 'Reference',
			about: 'Unlike any other of the survey. Required.',
			example: 'P-0042',
			required: true,
			also: ['Ref', 'Number']
		},
		{
			key: 'day',
			label: 'Day',
			about: 'When it was answered, such as 14/03/2026. Required.',
			example: '2026-03-14',
			required: true,
			also: ['Date']
		},
		{
			key: 'service',
			label: 'Service',
			about: 'Its name as it stands here, where the survey is of the whole council. May be empty.',
			example: ''
		},
		{ key: 'channel', label: 'Channel', about: `One of ${channels.join(', ')}. May be empty.`, example: 'phone' },
		...ratedParts.map((part) => ({
			key: part,
			label: partNames[part],
			about: `From 1, very dissatisfied, to 5, very satisfied, or in words. ${part === 'overall' ? 'Required.' : 'May be empty.'}`,
			example: '4',
			...(part === 'overall' ? { required: true } : {})
		})),
		{ key: 'resolved', label: partNames.resolved, about: 'yes, no, or empty.', example: 'yes' },
		{
			key: 'comment',
			label: 'Comment',
			about: 'Without names, addresses and telephone numbers. May be empty.',
			example: 'Quick and friendly'
		}
	],
	notes: ['An answer whose reference is here already is not added again.', 'Nothing that is here is changed or removed by a file.'],
	schema,
	plan(db, rows, { into, today }) {
		const plan: Plan = { problems: [], steps: [] };
		const survey = db.select().from(surveys).where(eq(surveys.id, into)).get();
		if (!survey) throw new Error('There is no such survey');
		const services = new Map(servicesToTell(db).map(({ value, label }) => [label.toLowerCase(), value]));
		const known = db.select({ reference: surveyAnswers.reference }).from(surveyAnswers).where(eq(surveyAnswers.surveyId, into)).all();
		const there = new Set(known.map(({ reference }) => reference));
		const inFile = new Set<string>();
		for (const { row, is } of rows) {
			const { service = '', ...answer } = is;
			const problem = (column: string, text: string) => plan.problems.push({ row, column, text });
			const serviceId = service ? services.get(service.toLowerCase()) : '';
			const wrong = refusedAnswerDay(survey, answer.day, today);
			if (inFile.has(answer.reference)) problem('Reference', `${answer.reference} stands in the file twice`);
			if (serviceId === undefined) problem('Service', `There is no open service called ${service}`);
			if (wrong) problem('Day', wrong.text);
			if (inFile.has(answer.reference) || serviceId === undefined || wrong) continue;
			inFile.add(answer.reference);
			const text = `answer ${answer.reference} of ${showShortDay(answer.day)}`;
			if (there.has(answer.reference)) plan.steps.push({ row, what: 'same', text: `${text} is here` });
			else
				plan.steps.push({
					row,
					what: 'add',
					text: `Adds ${text}`,
					run: (tx, person) => keepAnswer(tx, person, survey, { ...answer, serviceId }, 'import', today)
				});
		}
		return plan;
	}
});
