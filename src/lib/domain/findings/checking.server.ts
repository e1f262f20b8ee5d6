import { and, eq } from 'drizzle-orm';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { maps, mapSteps } from '#lib/domain/maps/tables.ts';
import { refused, type Refused } from '#lib/domain/outcome.ts';
import type { Transaction } from '#lib/server/database.ts';
import { mostWhys, type FindingDetails } from './details.ts';

/** What a finding says already: it may go on saying it, though the step or the framework has gone since. */
type Before = Pick<FindingDetails, 'stepId' | 'frameworkVersionId' | 'criterion'>;

/**
 * Why a finding cannot be kept like this; null where it can. Its service is one the journey crosses, its step stands on the
 * as-is map, the whys follow each other without a gap, and a principle stands in a published compliance framework.
 */
export function refusedFinding(tx: Transaction, journey: Journey, details: FindingDetails, before?: Before): Refused | null {
	const { serviceId, stepId, whys } = details;
	if (journey.state !== 'open') return closedReview(journey);
	if (![journey.serviceId, ...journey.crosses].includes(serviceId))
		return refused('unknown-service', 'Choose one of the services the journey crosses', 'serviceId');
	if (stepId && stepId !== before?.stepId && !isOnMap(tx, journey.id, stepId))
		return refused('unknown-step', 'Choose a step of the as-is map: this one has gone', 'stepId');
	const gap = whys.findIndex((why) => !why.trim());
	if (gap >= 0) return refused('why-missing', 'Answer this why, or empty those after it', `why${gap + 1}`);
	if (whys.length > mostWhys) return refused('too-many-whys', 'Ask why five times at most', 'why5');
	return refusedPrinciple(tx, details, before);
}

/** The refusal to change anything of a review that is over. */
export const closedReview = ({ state }: Pick<Journey, 'state'>): Refused =>
	refused('review-closed', `This review is ${state}, so what it found stands as it is`);

function isOnMap(tx: Transaction, journeyId: string, stepId: string): boolean {
	const onMap = and(eq(mapSteps.id, stepId), eq(maps.journeyId, journeyId), eq(maps.kind, 'as-is'));
	return !!tx.select({ id: mapSteps.id }).from(mapSteps).innerJoin(maps, eq(maps.id, mapSteps.mapId)).where(onMap).get();
}

function refusedPrinciple(tx: Transaction, { frameworkVersionId, criterion }: FindingDetails, before?: Before): Refused | null {
	if (!frameworkVersionId && !criterion) return null;
	if (frameworkVersionId === before?.frameworkVersionId && criterion === before?.criterion) return null;
	const found = frameworkVersionId
		? tx
				.select({ kind: frameworkVersions.kind, state: frameworkVersions.state, document: frameworkVersions.document })
				.from(frameworkVersions)
				.where(eq(frameworkVersions.id, frameworkVersionId))
				.get()
		: undefined;
	const isThere =
		found?.kind === 'compliance' && found.state === 'published' && found.document.criteria.some(({ number }) => number === criterion);
	return isThere ? null : refused('unknown-principle', 'Choose a principle of a published framework', 'principle');
}
