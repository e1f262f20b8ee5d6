import { and, eq, isNull } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { maps, mapSteps } from '#lib/domain/maps/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { refused, type Refused } from '#lib/domain/outcome.ts';
import type { Transaction } from '#lib/server/database.ts';
import { mostWhys, type FindingDetails } from './details.ts';

/** What a finding says already: it may go on saying it, though the service, the step or the framework has gone since. */
type Before = Pick<FindingDetails, 'serviceId' | 'stepId' | 'frameworkVersionId' | 'criterion'>;

/**
 * Why a finding cannot be kept like this; null where it can. On a journey its service is one the journey crosses and its
 * step stands on the as-is map, elsewhere its service is open; the whys follow each other without a gap, and a principle
 * stands in a published compliance framework.
 */
export function refusedFinding(tx: Transaction, journey: Journey | null, details: FindingDetails, before?: Before): Refused | null {
	const { whys } = details;
	const misplaced = journey ? refusedOnJourney(tx, journey, details, before) : refusedElsewhere(tx, details, before);
	if (misplaced) return misplaced;
	const gap = whys.findIndex((why) => !why.trim());
	if (gap >= 0) return refused('why-missing', 'Answer this why, or empty those after it', `why${gap + 1}`);
	if (whys.length > mostWhys) return refused('too-many-whys', 'Ask why five times at most', 'why5');
	return refusedPrinciple(tx, details, before);
}

/** The refusal to change anything of a review that is over; null while it is open, and for what no review found. */
export const refusedAfterReview = (journey: Pick<Journey, 'state'> | null): Refused | null =>
	journey && journey.state !== 'open'
		? refused('review-closed', `This review is ${journey.state}, so what it found stands as it is`)
		: null;

/** The refusal to write down something about a service the person does not work for; null where they do. */
export const refusedService = (person: Person, serviceId: string): Refused | null =>
	can(person, 'record finding', { serviceId }) ? null : refused('unknown-service', 'Choose one of the services you work for', 'serviceId');

function refusedOnJourney(tx: Transaction, journey: Journey, { serviceId, stepId }: FindingDetails, before?: Before): Refused | null {
	const over = refusedAfterReview(journey);
	if (over) return over;
	if (![journey.serviceId, ...journey.crosses].includes(serviceId))
		return refused('unknown-service', 'Choose one of the services the journey crosses', 'serviceId');
	if (stepId && stepId !== before?.stepId && !isOnMap(tx, journey.id, stepId))
		return refused('unknown-step', 'Choose a step of the as-is map: this one has gone', 'stepId');
	return null;
}

function refusedElsewhere(tx: Transaction, { serviceId, stepId }: FindingDetails, before?: Before): Refused | null {
	if (stepId) return refused('unknown-step', 'Only a finding on a journey has a step', 'stepId');
	if (serviceId === before?.serviceId) return null;
	const open = and(eq(services.id, serviceId), isNull(services.closedOn));
	const isOpen = !!tx.select({ id: services.id }).from(services).where(open).get();
	return isOpen ? null : refused('unknown-service', 'Choose a service that is open', 'serviceId');
}

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
