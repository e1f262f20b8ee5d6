import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { sayRating } from '#lib/domain/results/rating.ts';
import type { Database } from '#lib/server/database.ts';
import type { Section } from '../description.ts';
import { principleRatingsOf } from './gathered.server.ts';

/** The principles check: each chosen framework's principles, how the journey was rated on each, and why. DOMAIN section 4. */
export function principlesSection(db: Database, journeyId: string): Section {
	const ratings = principleRatingsOf(db, journeyId);
	const versions = [...new Set(ratings.map(({ frameworkVersionId }) => frameworkVersionId))];
	const rated = ratings.filter(({ rating }) => rating !== null).length;
	return {
		id: 'principles',
		title: versions.length ? `${rated} of ${ratings.length} principles rated` : 'No principles were checked',
		blocks: versions.length
			? versions.map((version, place) => {
					const framework = frameworkOf(db, version);
					const own = new Map(ratings.filter((one) => one.frameworkVersionId === version).map((one) => [one.criterion, one]));
					return {
						kind: 'table',
						table: {
							id: `principles-${place + 1}`,
							caption: `${framework.name} ${framework.version}`,
							columns: [
								{ key: 'number', label: 'No.', kind: 'text', share: 0.5, width: 8 },
								{ key: 'title', label: 'Principle', kind: 'text', share: 2, width: 40 },
								{ key: 'rating', label: 'Rating', kind: 'text', share: 1, width: 18 },
								{ key: 'comment', label: 'Why', kind: 'text', share: 2.4, width: 60 }
							],
							rows: framework.criteria
								.filter(({ number }) => own.has(number))
								.map(({ number, title }) => {
									const { rating = null, comment = '' } = own.get(number) ?? {};
									return { number, title, rating: rating === null ? 'Not rated yet' : sayRating(framework, rating), comment };
								}),
							empty: 'None of its principles was rated.'
						}
					} as const;
				})
			: [{ kind: 'text', text: 'No compliance framework was chosen for this journey.' }]
	};
}
