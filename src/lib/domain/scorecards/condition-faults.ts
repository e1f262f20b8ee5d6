import type { Fault, Path } from '#lib/server/document-faults.ts';
import { fieldsOf, known, listOf, type Fields } from '#lib/server/loose-documents.ts';

/** Conditions that can never be met: on the question itself, a later one, one that is not there, or an answer it does not have. */
export function conditionFaults(questions: { question: Fields; path: Path }[]): Fault[] {
	const places = new Map(questions.map(({ question }, place) => [question.id, place]));
	return questions.flatMap(({ question, path }, place) => {
		if (!known(question.onlyIf)) return [];
		const { question: named, is } = fieldsOf(question.onlyIf);
		if (typeof named !== 'string') return [];
		const at = [...path, 'onlyIf', 'question'];
		const earlier = places.get(named);
		if (named === question.id) return [{ path: at, text: 'A question cannot wait for its own answer. Name an earlier question' }];
		if (earlier === undefined) return [{ path: at, text: `There is no question ${named}. Name an earlier question` }];
		if (earlier > place) return [{ path: at, text: `${named} comes later. A question can only wait for one that is asked before it` }];
		const answers = answersOf(questions[earlier]?.question ?? {});
		if (!answers) return [{ path: at, text: `${named} is answered with a number or text. Name a yes-no or choice question` }];
		if (!Array.isArray(is)) return [];
		return is.flatMap((answer: unknown, index) =>
			answers.includes(String(answer))
				? []
				: [
						{
							path: [...path, 'onlyIf', 'is', index],
							text: `${named} has no answer ${String(answer)}. Use one of: ${answers.join(', ')}`
						}
					]
		);
	});
}

/** What a question can be answered with, as a condition names it; null where that is no short list. */
function answersOf({ type, choices }: Fields): string[] | null {
	if (type === 'yes-no') return ['yes', 'no'];
	return type === 'choice' ? listOf(choices).map(({ id }) => String(id)) : null;
}
