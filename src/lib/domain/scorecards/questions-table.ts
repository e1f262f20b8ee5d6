import { questionsOf } from './asked.ts';
import type { Scorecard } from './card.ts';
import { rulesInWords, worthsInWords } from './question-in-words.ts';

/** The questions of a scorecard as a table to take away. */
export function questionsTable(card: Scorecard) {
	const sectionOf = new Map(card.sections.flatMap((section) => section.questions.map(({ id }) => [id, section] as const)));
	return {
		name: `${card.name} ${card.version}`,
		columns: [
			{ key: 'section', label: 'Section', kind: 'text' as const, width: 24 },
			{ key: 'sectionWeight', label: 'Weight of the section', kind: 'number' as const },
			{ key: 'id', label: 'Question', kind: 'text' as const },
			{ key: 'text', label: 'What is asked', kind: 'text' as const, width: 50 },
			{ key: 'weight', label: 'Weight', kind: 'number' as const },
			{ key: 'scored', label: 'Scored in', kind: 'text' as const },
			{ key: 'answers', label: 'Answers and what they are worth', kind: 'text' as const, width: 40 },
			{ key: 'rules', label: 'Rules', kind: 'text' as const, width: 40 },
			{ key: 'guidance', label: 'Guidance', kind: 'text' as const, width: 50 },
			{ key: 'good', label: 'A good contact', kind: 'text' as const, width: 50 },
			{ key: 'poor', label: 'A poor contact', kind: 'text' as const, width: 50 },
			{ key: 'tests', label: 'What it tests', kind: 'text' as const, width: 24 }
		],
		rows: questionsOf(card).map((question) => ({
			section: sectionOf.get(question.id)?.name ?? '',
			sectionWeight: sectionOf.get(question.id)?.weight ?? null,
			id: question.id,
			text: question.text,
			weight: question.type === 'text' ? null : question.weight,
			scored: question.type === 'text' ? '' : question.scored,
			answers: worthsInWords(question),
			rules: rulesInWords(card, question).join('\n'),
			guidance: question.guidance ?? '',
			good: question.good ?? '',
			poor: question.poor ?? '',
			tests: [question.standard, question.behaviour, question.promise].filter(Boolean).join('\n')
		}))
	};
}
