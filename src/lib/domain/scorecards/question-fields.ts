import type { DraftField, Typed } from '../versions/draft-fields.ts';
import { questionsOf } from './asked.ts';
import { answerTypes, parts, timers, type Question, type Scorecard } from './card.ts';
import { questionAt, type Place } from './draft-places.ts';
import { choicesOf, notApplicable } from './form-fields.ts';
import { timerNames } from './timers.ts';

export const typeNames: Record<Question['type'], string> = {
	'yes-no': 'Yes or no',
	choice: 'One of several answers, each with its worth',
	number: 'A number, judged by bands',
	text: 'Text, not scored'
};
const partLabels = { access: 'Access: getting through, waiting, finding the place', quality: 'Quality: how the contact was handled' };

/** The questions that come before a place and that a condition can name. */
const earlier = (draft: Scorecard, { section, question }: Place): Question[] =>
	draft.sections
		.slice(0, section + 1)
		.flatMap(({ questions }, index) => (index === section ? questions.slice(0, question) : questions))
		.filter(({ type }) => type === 'yes-no' || type === 'choice');

/** The fields of one question in groups, for its type and the question its condition names, as chosen (or as they stand). */
export function questionGroups(draft: Scorecard, place: Place, typed: Typed = {}): { id: string; title: string; fields: DraftField[] }[] {
	const stands = questionAt(draft, place);
	const type = typed.type ?? stands?.type ?? 'yes-no';
	const named = typed['only-if'] ?? stands?.onlyIf?.question ?? '';
	const at = (...more: (string | number)[]) => ['sections', place.section, 'questions', place.question, ...more];
	const before = earlier(draft, place);
	// the one it names may have moved behind it: it stays to be seen, and is reported
	const offered = [
		...before,
		...questionsOf(draft).filter(({ id }) => id === stands?.onlyIf?.question && !before.some((one) => one.id === id))
	];
	const condition = offered.find(({ id }) => id === named);
	const isScored = type !== 'text';
	return [
		{
			id: 'asks',
			title: 'What is asked',
			fields: [
				{ name: 'id', label: 'Name', hint: 'Such as A2. Each question has its own; answers are kept by it', kind: 'line', path: at('id') },
				{ name: 'text', label: 'Question', kind: 'text', path: at('text') },
				{
					name: 'type',
					label: 'How it is answered',
					kind: 'choice',
					path: at('type'),
					options: answerTypes.map((value) => ({ value, label: typeNames[value] }))
				},
				...(type === 'number' ? numberFields(draft, at) : [])
			]
		},
		{
			id: 'counts',
			title: 'How it counts',
			fields: [
				...(isScored
					? [
							{ name: 'weight', label: 'Weight', hint: 'Beside the others of its section', kind: 'number' as const, path: at('weight') },
							{
								name: 'scored',
								label: 'Scored in',
								kind: 'choice' as const,
								path: at('scored'),
								options: parts.map((value) => ({ value, label: partLabels[value] }))
							},
							{
								name: 'critical',
								label: 'Critical',
								hint: 'Anything but its best answer makes every score 0',
								kind: 'tick' as const,
								path: at('critical')
							}
						]
					: []),
				{
					name: 'mayBeNotApplicable',
					label: 'May be not applicable',
					hint: 'Then it is left out, and its weight goes to the rest of the section',
					kind: 'tick',
					path: at('mayBeNotApplicable')
				}
			]
		},
		{
			id: 'when',
			title: 'When it is asked',
			fields: [
				{
					name: 'only-if',
					label: 'Asked only after an answer to',
					kind: 'choice',
					path: at('onlyIf', 'question'),
					empty: 'None: it is always asked',
					options: offered.map(({ id, text }) => ({ value: id, label: shortened(`${id} ${text}`) }))
				},
				...(condition
					? [
							{
								name: 'only-is[]',
								label: `Asked if ${condition.id} is`,
								kind: 'ticks' as const,
								path: at('onlyIf', 'is'),
								options: answersOf(condition).map(({ id, name }) => ({ value: id, label: name }))
							}
						]
					: [])
			]
		},
		{
			id: 'guidance',
			title: 'Guidance',
			fields: [
				{ name: 'guidance', label: 'How to judge it', kind: 'text', path: at('guidance'), optional: true },
				{ name: 'good', label: 'A good contact', kind: 'text', path: at('good'), optional: true },
				{ name: 'poor', label: 'A poor contact', kind: 'text', path: at('poor'), optional: true }
			]
		},
		{
			id: 'tests',
			title: 'What it tests',
			fields: [
				{ name: 'standard', label: 'Contact standard', hint: 'Its number, such as P1', kind: 'line', path: at('standard'), optional: true },
				{ name: 'behaviour', label: 'Behaviour', kind: 'line', path: at('behaviour'), optional: true },
				{ name: 'promise', label: 'Promise', kind: 'line', path: at('promise'), optional: true }
			]
		},
		{
			id: 'place',
			title: 'Where it stands',
			fields: [{ name: 'place', label: 'Place', kind: 'choice', path: at('place'), options: placesFor(draft, stands), empty: 'Choose' }]
		}
	];
}

/** A number says what it counts, and which of the timers of its use fills it. */
const numberFields = ({ use }: Scorecard, at: (...more: string[]) => (string | number)[]): DraftField[] => [
	{ name: 'unit', label: 'What the number counts', hint: 'Such as rings or seconds', kind: 'line', path: at('unit'), optional: true },
	{
		name: 'timer',
		label: 'Filled by the timer of',
		kind: 'choice',
		path: at('timer'),
		empty: 'None: it is typed',
		options: timers.filter((timer) => (timer === 'scoring') === (use === 'PAF')).map((value) => ({ value, label: timerNames[value] }))
	}
];

const shortened = (text: string) => (text.length > 70 ? `${text.slice(0, 69)}…` : text);
/** The answers a condition can name: all but not applicable. */
export const answersOf = (question: Question) => choicesOf(question).filter(({ id }) => id !== notApplicable);

const placesFor = (draft: Scorecard, itself: Question | undefined) =>
	draft.sections.flatMap(({ id, name, questions }) => [
		{ value: `${id}/`, label: `${id}. ${name}: first` },
		...questions
			.filter((question) => question !== itself)
			.map((question) => ({ value: `${id}/${question.id}`, label: shortened(`After ${question.id} ${question.text}`) }))
	]);
