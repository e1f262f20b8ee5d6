import type { Question, Scorecard } from '../scorecards/card.ts';
import { leniencies, type Leniency } from '../statistics/leniency.ts';
import type { CompleteForm } from './complete-form.ts';
import { compareRatings, type Compared } from './ratings-compared.ts';
import { answerGiven, answerInWords, questionsCompared, ratingsOfSession, scoredQuestions } from './session-ratings.ts';
import { interactionName } from './words.ts';

/** Of so many answers that the expert gave too, how many are the same. */
export type WithKey = { same: number; of: number };

/** How the answers to one question about one interaction fall. */
export type Fall = {
	position: number;
	interaction: string;
	/** Each answer with how many gave it, the commonest first; and by whom, for whoever runs the session. */
	answers: { text: string; count: number; by: string[] }[];
	key: string | null;
	own: string | null;
};

/** Everything a session shows after the reveal; of persons only what the reader may see. */
export type SessionResult = {
	compared: Compared;
	/** Null where there is no key. */
	withKey: WithKey | null;
	withKeyByQuestion: Map<string, WithKey> | null;
	/** Of all assessors for whoever runs the session, else of the reader alone. */
	people: { personId: string; name: string; leniency: Leniency | null; withKey: WithKey | null }[];
};

type Reader = { id: string; runs: boolean };

const expert = (forms: readonly CompleteForm[], position: number) => forms.find((form) => form.isKey && form.position === position);

/** The answers that the expert gave too, same or not. */
function withKey(questions: readonly Question[], forms: readonly CompleteForm[], of: readonly CompleteForm[]): WithKey {
	const pairs = of.flatMap((form) =>
		questions.flatMap((question) => {
			const key = answerGiven(question, expert(forms, form.position)?.answers.get(question.id));
			const given = answerGiven(question, form.answers.get(question.id));
			return key === null || given === null ? [] : [key === given];
		})
	);
	return { same: pairs.filter(Boolean).length, of: pairs.length };
}

/**
 * The agreement of a session, its assessors’ agreement with the key, and their leniency in points of quality before any
 * critical failure. The expert is compared with, never counted among the assessors. DOMAIN section 5.2.
 */
export function sessionResult(card: Scorecard, forms: readonly CompleteForm[], reader: Reader): SessionResult {
	const assessed = forms.filter(({ isKey }) => !isKey);
	const questions = scoredQuestions(card);
	const isKeyed = forms.some(({ isKey }) => isKey);
	const lenient = leniencies(
		assessed.flatMap(({ personId, position, quality }) =>
			quality === null ? [] : [{ assessor: personId, work: interactionName(position), score: quality / 100 }]
		)
	);
	const names = new Map(assessed.map(({ personId, name }) => [personId, name]));
	const shown = [...names].filter(([personId]) => reader.runs || personId === reader.id);
	return {
		compared: compareRatings(questionsCompared(card), ratingsOfSession(card, assessed)),
		withKey: isKeyed ? withKey(questions, forms, assessed) : null,
		withKeyByQuestion: isKeyed ? new Map(questions.map((one) => [one.id, withKey([one], forms, assessed)])) : null,
		people: shown.map(([personId, name]) => ({
			personId,
			name,
			leniency: lenient.find(({ assessor }) => assessor === personId) ?? null,
			withKey: isKeyed
				? withKey(
						questions,
						forms,
						assessed.filter((form) => form.personId === personId)
					)
				: null
		}))
	};
}

/** How the answers to one question fall, interaction by interaction. Who gave which only for whoever runs the session. */
export function fallOf(question: Question, forms: readonly CompleteForm[], reader: Reader): Fall[] {
	const positions = [...new Set(forms.map(({ position }) => position))];
	return positions.map((position) => {
		const here = forms.filter((form) => form.position === position);
		const said = (form: CompleteForm | undefined) =>
			form ? answerInWords(question, answerGiven(question, form.answers.get(question.id))) : null;
		const by = new Map<string, string[]>();
		for (const form of here.filter(({ isKey }) => !isKey)) {
			const text = said(form) ?? '';
			by.set(text, [...(by.get(text) ?? []), form.name]);
		}
		return {
			position,
			interaction: `${interactionName(position)}: ${here[0]?.reference ?? ''}`,
			answers: [...by]
				.map(([text, names]) => ({ text, count: names.length, by: reader.runs ? names : [] }))
				.sort((a, b) => b.count - a.count),
			key: said(here.find(({ isKey }) => isKey)),
			own: said(here.find(({ personId }) => personId === reader.id))
		};
	});
}
