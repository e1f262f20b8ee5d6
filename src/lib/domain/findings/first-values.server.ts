import { and, eq } from 'drizzle-orm';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { principleRatings } from '#lib/domain/journeys/tables.ts';
import { ratingInWords } from '#lib/domain/results/wording.ts';
import type { Database } from '#lib/server/database.ts';
import type { FindingChoices } from './choosing.server.ts';
import { principleField, principleIn, whyFields } from './details.ts';

/** What the form of a new finding starts with: the step or the breached principle that its address names. */
export function startingFinding(db: Database, journey: Journey, query: URLSearchParams): Record<string, string> {
	return {
		what: '',
		serviceId: journey.serviceId,
		stepId: query.get('step') ?? '',
		severity: '',
		howOften: '',
		...whyFields([]),
		principle: '',
		breaches: '',
		...ofPrinciple(db, journey, principleIn(query.get('principle') ?? ''))
	};
}

/** What the form of a finding added by hand starts with: the only service there is to choose. */
export const startingByHand = ({ services }: FindingChoices): Record<string, string> => ({
	what: '',
	source: '',
	cameFrom: '',
	serviceId: services.length === 1 ? (services[0]?.value ?? '') : '',
	severity: '',
	howOften: '',
	...whyFields([]),
	principle: '',
	breaches: ''
});

/** The words of a principle that the check rated, with its comment; nothing where it was not rated on this journey. */
function ofPrinciple(db: Database, { id }: Journey, named: ReturnType<typeof principleIn>): Record<string, string> {
	const { frameworkVersionId, criterion } = named;
	if (!frameworkVersionId || !criterion) return {};
	const rated = db
		.select({ rating: principleRatings.rating, comment: principleRatings.comment })
		.from(principleRatings)
		.where(
			and(
				eq(principleRatings.journeyId, id),
				eq(principleRatings.frameworkVersionId, frameworkVersionId),
				eq(principleRatings.criterion, criterion)
			)
		)
		.get();
	if (!rated) return {};
	const framework = frameworkOf(db, frameworkVersionId);
	const title = framework.criteria.find(({ number }) => number === criterion)?.title ?? '';
	const what = `“${title}” (${framework.name}, ${criterion}) is ${ratingInWords(framework, rated.rating).toLowerCase()} on this journey.`;
	return { what: [what, rated.comment].filter(Boolean).join(' '), principle: principleField({ frameworkVersionId, criterion }) };
}
