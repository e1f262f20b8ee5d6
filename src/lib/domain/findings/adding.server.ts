import type { Person } from '#lib/domain/access/person.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { refusedService } from './checking.server.ts';
import type { FindingDetails, HandDetails } from './details.ts';
import { proposeFinding } from './proposing.server.ts';

/**
 * Writes down what a review found on its journey, or on a step of it. Refused as `refusedFinding` says. Who asks has been
 * let in to review the journey. DOMAIN section 3.
 */
export const addFinding = (db: Database, person: Person, journey: Journey, details: FindingDetails): Outcome<{ id: string }> =>
	write(db, (tx) => proposeFinding(tx, person, { ...details, source: 'journey', sourceId: journey.id, journey }));

/**
 * Writes down what was found elsewhere than by the workbench: a complaint, an inspection, what somebody saw. Refused for a
 * service the person does not work for, and as `refusedFinding` says. DOMAIN section 3.
 */
export const addFindingByHand = (db: Database, person: Person, details: HandDetails): Outcome<{ id: string }> =>
	write(db, (tx) => refusedService(person, details.serviceId) ?? proposeFinding(tx, person, details));
