import { allAgreement, type Agreement } from '../statistics/all-agreement.ts';
import type { Rating, Ratings } from '../statistics/rating-table.ts';

/** One rating, wherever it was made. */
export type OneRating = {
	question: string;
	subject: string;
	rater: string;
	/** What was said. */
	answer: string;
	/** Its place in the question’s own order, where it has one. */
	value: number | null;
	/** Its place in an order that all questions share; `value` unless told. */
	worth?: number | null;
};

/** A question that is rated; `scale` is how many answers there are to choose from, `ordered` whether they have an order. */
export type RatedQuestion = { id: string; text: string; scale?: number | undefined; ordered: boolean };

export type Compared = {
	overall: Agreement;
	questions: (RatedQuestion & { agreement: Agreement })[];
	/** The raters in the order in which they are named. */
	raters: string[];
};

/** A row for each unit, a column for each rater. */
function tableOf(all: readonly OneRating[], raters: readonly string[], of: (one: OneRating) => Rating): Ratings {
	const place = new Map(raters.map((rater, at) => [rater, at]));
	const rows = new Map<string, Rating[]>();
	for (const one of all) {
		const unit = JSON.stringify([one.question, one.subject]);
		const row = rows.get(unit) ?? raters.map(() => null);
		row[place.get(one.rater) as number] = of(one);
		rows.set(unit, row);
	}
	return [...rows.values()];
}

/**
 * How far raters agree, on each question and on all together, where a unit is one question about one subject. Over all
 * questions the order counts only where every question has one. A rating without a value (not applicable) is an answer like
 * any other in the nominal figures, and missing from the ordinal and interval ones.
 */
export function compareRatings(questions: readonly RatedQuestion[], all: readonly OneRating[]): Compared {
	const raters = [...new Set(all.map(({ rater }) => rater))];
	const agreementOf = (some: readonly OneRating[], order: ((one: OneRating) => Rating) | null, scale?: number) =>
		allAgreement(
			tableOf(some, raters, ({ answer }) => answer),
			order && tableOf(some, raters, order),
			scale
		);
	const own = ({ value }: OneRating) => value;
	const shared = ({ value, worth = value }: OneRating) => worth;
	const byQuestion = new Map<string, OneRating[]>();
	for (const one of all) {
		const known = byQuestion.get(one.question);
		if (known) known.push(one);
		else byQuestion.set(one.question, [one]);
	}
	return {
		raters,
		overall: agreementOf(all, questions.every(({ ordered }) => ordered) ? shared : null),
		questions: questions.map((question) => ({
			...question,
			agreement: agreementOf(byQuestion.get(question.id) ?? [], question.ordered ? own : null, question.scale)
		}))
	};
}
