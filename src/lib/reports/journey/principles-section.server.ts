import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { begunChecksOf } from '#lib/domain/principles/reading.server.ts';
import { sayRating } from '#lib/domain/results/rating.ts';
import type { Database } from '#lib/server/database.ts';
import type { Section } from '../description.ts';
import { principleRatingsOf } from './gathered.server.ts';

/** The principles check: how the journey stands against each chosen framework, each principle with its rating and why. DOMAIN section 4. */
export function principlesSection(db: Database, journeyId: string): Section {
	const checks = begunChecksOf(db, journeyId);
	const ratings = principleRatingsOf(db, journeyId);
	const breached = checks.reduce((sum, check) => sum + check.breached.length, 0);
	const rated = checks.reduce((sum, check) => sum + check.rated, 0);
	if (!checks.length)
		return {
			id: 'principles',
			title: 'No principles were checked',
			blocks: [{ kind: 'text', text: 'No compliance framework was chosen for this journey.' }]
		};
	return {
		id: 'principles',
		title: `${breached} of ${rated} principles are not met`,
		blocks: checks.map(({ id, name, number: version, rated, of, outcome, breached }, place) => {
			const framework = frameworkOf(db, id);
			const own = new Map(ratings.filter((one) => one.frameworkVersionId === id).map((one) => [one.criterion, one]));
			return {
				kind: 'table',
				table: {
					id: `principles-${place + 1}`,
					caption: `${name} ${version}`,
					note: `${rated} of ${of} rated, ${breached.length} of them not met${outcome ? `: ${outcome}` : ''}.`,
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
	};
}
