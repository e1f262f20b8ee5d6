import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { principleRatings } from '#lib/domain/journeys/tables.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { scaleOf } from '#lib/domain/results/scale.ts';
import { ratingInWords } from '#lib/domain/results/wording.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { Framework } from '../frameworks/document.ts';
import type { PrincipleRating } from './check.ts';

/** A rating as it is typed, from the version the person saw: 0 where nothing was rated. `asYouGo` may still lack its reason. */
export type TypedRating = PrincipleRating & { version: number; asYouGo: boolean };

function refusedRating(journey: Journey, framework: Framework, { criterion, rating, comment, asYouGo }: TypedRating): Refused | null {
	if (journey.state !== 'open') return refused('review-closed', `This review is ${journey.state}, so its principles check stands as it is`);
	if (!framework.criteria.some(({ number }) => number === criterion))
		return refused('unknown-principle', 'This framework has no such principle: open the page again');
	if (rating === 'not applicable')
		return comment.trim() || asYouGo ? null : refused('no-reason', 'Enter why this does not apply to the journey', 'comment');
	const isKnown = rating === null || scaleOf(framework).some(({ id }) => id === rating);
	return isKnown ? null : refused('unknown-rating', 'Choose one of the ratings', 'rating');
}

/**
 * Rates one principle of a framework for a journey. Refused where the review is over, the rating is not one of the
 * framework's, or 'not applicable' lacks its reason; stale, with both texts, where somebody rated it since. DOMAIN section 4.
 */
export function ratePrinciple(
	db: Database,
	person: Person,
	journey: Journey,
	frameworkVersionId: string,
	typed: TypedRating
): Outcome<{ version: number }> {
	return write(db, (tx) => {
		const framework = frameworkOf(tx, frameworkVersionId);
		const refusal = refusedRating(journey, framework, typed);
		if (refusal) return refusal;
		const { criterion, rating, comment, version } = typed;
		const here = and(
			eq(principleRatings.journeyId, journey.id),
			eq(principleRatings.frameworkVersionId, frameworkVersionId),
			eq(principleRatings.criterion, criterion)
		);
		const row = tx.select().from(principleRatings).where(here).get();
		const stands = row ?? { rating: null, comment: '', version: 0 };
		// a principle has no row of its own to hang audit lines on: its place names it
		const thing = { kind: 'principle rating', id: `${journey.id} ${frameworkVersionId} ${criterion}` };
		const inWords = (row: { rating: string | null; comment: string }) => ({
			rating: row.rating === null ? '' : ratingInWords(framework, row.rating),
			comment: row.comment
		});
		if (stands.version !== version)
			return staleSave(tx, thing, { ...inWords(stands), version: stands.version }, inWords({ rating, comment }), {
				rating: 'Rating',
				comment: 'Comment'
			});
		const change = changesOf<{ rating: string | null; comment: string }>(stands, { rating, comment });
		if (!Object.keys(change).length) return done({ version });
		const fields = { rating, comment, ratedBy: person.id, version: version + 1 };
		if (row) tx.update(principleRatings).set(fields).where(here).run();
		else
			tx.insert(principleRatings)
				.values({ journeyId: journey.id, frameworkVersionId, criterion, ...fields })
				.run();
		record(tx, person, `rated ${criterion} of ${framework.name} on journey ${journey.number}`, thing, change);
		return done({ version: version + 1 });
	});
}
