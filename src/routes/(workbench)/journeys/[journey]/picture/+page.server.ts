import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { acrossOf, inParts } from '#lib/domain/maps/picture/parts.ts';
import { mostDemand } from '#lib/domain/maps/picture/lanes.ts';
import { pictureOf } from '#lib/domain/maps/picture/picture-page.server.ts';
import { channelCostsOf, findingsOf } from '#lib/domain/findings/reading.server.ts';
import { formerReview } from '#lib/domain/journeys/reviewing-again.server.ts';
import { taskListOf } from '#lib/domain/journeys/task-list.server.ts';
import { betweenReviews, compareFigures } from '#lib/domain/maps/comparing-figures.ts';
import { differenceInWords } from '#lib/domain/maps/difference-words.ts';
import { differenceOf } from '#lib/domain/maps/difference.ts';
import { figuresOf } from '#lib/domain/maps/figures.ts';
import type { JourneyMap } from '#lib/domain/maps/map.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { sentOnce } from '#lib/ui/sent-once.ts';
import type { PageServerLoad } from './$types';

/** It is only looked at: without a script the steps are sent once, not twice. */
export const csr = false;

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	const { groups, maps, ...picture } = pictureOf(db, journey);
	const costs = channelCostsOf(db);
	const figures = (map: JourneyMap | null) => map && figuresOf(map, costs);
	const former = formerReview(db, person, journey);
	const before = former && mapOf(db, former.id, 'as-is');
	return {
		journey,
		since: before && maps['as-is'] ? compareFigures(figures(before), figures(maps['as-is']), betweenReviews) : null,
		former: former ? { id: former.id, number: former.number } : null,
		...picture,
		next: taskListOf(db, journey, today).find(({ isNext }) => isNext)?.step ?? null,
		parts: sentOnce(event, inParts(groups, acrossOf(groups))),
		most: mostDemand(groups.flatMap(({ columns }) => columns)),
		changes: maps['as-is'] && maps['to-be'] ? differenceInWords(differenceOf(maps['as-is'], maps['to-be'])) : null,
		figures: sentOnce(event, compareFigures(figures(maps['as-is']), figures(maps['to-be']))),
		findings: findingsOf(db, journey.id).map(({ id, what, severity, step, recommendations }) => ({
			id,
			what,
			severity,
			step,
			recommendations
		})),
		crumbs: journeyCrumbs(journey, { label: 'Picture' })
	};
};
