import type { Framework } from '../frameworks/document.ts';
import { scaleOf } from '../results/scale.ts';
import { ratingInWords } from '../results/wording.ts';
import { byTheme, missingIn, type Check, type PrincipleRating } from './check.ts';

type Against = {
	framework: Framework;
	ratings: readonly (PrincipleRating & { version: number })[];
	check: Check;
	findings: Record<string, string>;
};

/** A principles check as its page shows it: the scale, and by theme each principle with what was said of it and the finding that names it. */
export function shownCheck({ framework, ratings, check, findings }: Against) {
	const said = new Map(ratings.map((rating) => [rating.criterion, rating]));
	const nothing = (criterion: string) => ({ criterion, rating: null, comment: '', version: 0 });
	return {
		framework: { name: framework.name, number: framework.version, about: framework.about },
		choices: [
			...scaleOf(framework).map(({ id, name }) => ({ value: id, label: name })),
			{ value: 'not applicable', label: 'Not applicable' }
		],
		scale: scaleOf(framework).map(({ name, about }) => ({ name, about })),
		check,
		themes: byTheme(framework).map(({ theme, criteria }) => ({
			id: theme.id,
			name: theme.name,
			principles: criteria.map(({ number, title, text, source }) => {
				const rating = said.get(number) ?? nothing(number);
				return {
					number,
					title,
					text,
					source,
					rating: rating.rating ?? '',
					inWords: rating.rating === null ? 'Not rated yet' : ratingInWords(framework, rating.rating),
					comment: rating.comment,
					version: rating.version,
					lacksReason: missingIn(framework, rating) === 'no reason for not applicable',
					finding: findings[number] ?? null
				};
			})
		}))
	};
}

export type ShownPrinciple = ReturnType<typeof shownCheck>['themes'][number]['principles'][number];
