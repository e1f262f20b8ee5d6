import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { foundBefore, proposeFinding } from '#lib/domain/findings/proposing.server.ts';
import type { Severity } from '#lib/domain/findings/severity.ts';
import { staffNames } from '#lib/domain/mystery-shopping/staff-names.server.ts';
import { namesAmong, withoutNames } from '#lib/domain/mystery-shopping/without-names.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { caseNow, nameOf } from './keeping.server.ts';
import { thingOf } from './finding.server.ts';
import { capital } from '#lib/domain/actions/wording.ts';

/**
 * Makes a finding of what was learnt from a case: its lesson, with names taken out, and its cause. Refused without a lesson, for
 * who may not record findings of the service, and where a finding was made of it before. DOMAIN section 3.
 */
export function makeFinding(
	db: Database,
	person: Person,
	caseId: string,
	{ what, severity }: { what: string; severity: Severity }
): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const { row } = caseNow(tx, caseId);
		if (!row.lesson) return refused('no-lesson', 'Write down what was learnt first');
		if (!can(person, 'record finding', thingOf(row))) return refused('not-yours', 'Choose a case of a service you work for');
		if (foundBefore(tx, 'complaint', caseId).length) return refused('found', 'A finding was made of this case already');
		return proposeFinding(tx, person, {
			serviceId: row.serviceId,
			what: withoutNames(what, new Set([...namesAmong([row.customerName]), ...staffNames(tx)])),
			severity,
			whys: row.cause ? [capital(row.cause)] : [],
			howOften: '',
			source: 'complaint',
			sourceId: caseId,
			cameFrom: capital(nameOf(row)) + (row.stage ? `, ${row.stage}` : '')
		});
	});
}

/** The finding made of a case, for a link to it; null where there is none. */
export const findingOf = (db: Database, caseId: string) => foundBefore(db, 'complaint', caseId)[0] ?? null;
