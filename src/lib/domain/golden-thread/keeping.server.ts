import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { depthOf, type Level } from './levels.ts';
import { faultIn } from './rules.ts';
import { faultWhenBack } from './standing-again.server.ts';
import { mayKeep } from './strand-thing.ts';
import { lastPlace, putStrand, stateOf, strandRow } from './strand-rows.server.ts';
import type { StrandState } from './tables.ts';
import { threadOf } from './thread.server.ts';

/** What a form says of a strand. */
export type StrandTyped = {
	level: Level;
	title: string;
	why: string;
	ownerId: string | null;
	ownedBy: string;
	fromOn: string | null;
	untilOn: string | null;
	serviceId: string | null;
	teamId: string | null;
	source: string;
};

const notTheirs = (level: Level) =>
	refused('not-theirs', `You cannot keep a ${level} there: choose a level, service and team that are yours to keep`, 'level');

const labels = {
	level: 'Level',
	title: 'What is aimed for',
	why: 'Why',
	ownerId: 'Owner',
	ownedBy: 'Owner in words',
	fromOn: 'From',
	untilOn: 'Until',
	serviceId: 'Service',
	teamId: 'Team',
	source: 'Source'
};

/** What is typed, with the service of its team; or why it cannot be so, or is not the person’s to keep. */
export function fitted(tx: Transaction, person: Person, typed: StrandTyped): Refused | StrandTyped {
	const team = typed.teamId ? tx.select().from(teams).where(eq(teams.id, typed.teamId)).get() : undefined;
	if (typed.teamId && !team) return refused('no-team', 'Choose a team that is there', 'teamId');
	const serviceId = team?.serviceId ?? typed.serviceId;
	if (serviceId && !tx.select({ id: services.id }).from(services).where(eq(services.id, serviceId)).get())
		return refused('no-service', 'Choose a service that is there', 'serviceId');
	if (typed.ownerId && !tx.select({ id: people.id }).from(people).where(eq(people.id, typed.ownerId)).get())
		return refused('no-owner', 'Choose somebody who is there', 'ownerId');
	return fitting(person, { ...typed, serviceId });
}

/** The same of what names a service, a team and an owner that are there. */
export function fitting(person: Person, typed: StrandTyped): Refused | StrandTyped {
	if (typed.fromOn && typed.untilOn && typed.untilOn < typed.fromOn)
		return refused('period', 'The day it ends must be the day it begins or later', 'untilOn');
	if (typed.serviceId && depthOf(typed.level) < depthOf('service objective'))
		return refused('of-council', `A ${typed.level} belongs to the whole council: choose no service`, 'serviceId');
	const wanted = { ...typed, ownedBy: typed.ownerId ? '' : typed.ownedBy };
	return mayKeep(person, wanted) ? wanted : notTheirs(typed.level);
}

/**
 * Adds a strand to the thread, below those it serves. Refused where the person may not keep such a strand, and where it
 * cannot stand there. DOMAIN section 6.
 */
export function addStrand(
	db: Database,
	person: Person,
	typed: StrandTyped,
	parents: readonly string[],
	reference: string | null = null
): Outcome<{ id: string; number: number }> {
	return write(db, (tx) => {
		const fields = fitted(tx, person, typed);
		if ('ok' in fields) return fields;
		const fault = faultIn(threadOf(tx), { id: '', level: fields.level, title: fields.title }, parents);
		if (fault) return refused(fault.code, fault.text, fault.field);
		const wanted: StrandState = { ...fields, reference, parents: [...parents].sort(), position: lastPlace(tx), retiredOn: null };
		const { id, number } = putStrand(tx, person, { id: null, wanted, what: 'added a strand' });
		return done({ id, number });
	});
}

/** Changes what a strand says and where it belongs. A stale save is refused with both texts. */
export function changeStrand(db: Database, person: Person, id: string, typed: StrandTyped, version: number): Outcome {
	return write(db, (tx) => {
		const row = strandRow(tx, id);
		if (!row) return refused('gone', 'This strand is no longer there');
		if (!mayKeep(person, row)) return notTheirs(row.level);
		if (row.version !== version) return staleSave<typeof row>(tx, { kind: 'strand', id }, row, typed, labels);
		const fields = fitted(tx, person, typed);
		if ('ok' in fields) return fields;
		const stands = stateOf(tx, row);
		const current = row.retiredOn
			? []
			: threadOf(tx)
					.parents.get(id)
					?.map((parent) => parent.id);
		const fault = row.retiredOn ? null : faultIn(threadOf(tx), { id, level: fields.level, title: fields.title }, current ?? []);
		if (fault) return refused(fault.code, fault.text, 'level');
		putStrand(tx, person, { id, wanted: { ...stands, ...fields }, what: 'changed a strand' });
		return done();
	});
}

/** Lets a strand serve these others. Refused as `faultIn` says, and from an old version. */
export function placeStrand(db: Database, person: Person, id: string, parents: readonly string[], version: number): Outcome {
	return write(db, (tx) => {
		const row = strandRow(tx, id);
		if (!row || row.retiredOn) return refused('gone', 'This strand is retired: bring it back first', 'parents');
		if (!mayKeep(person, row)) return notTheirs(row.level);
		if (row.version !== version) return changedSince;
		const fault = faultIn(threadOf(tx), row, parents);
		if (fault) return refused(fault.code, fault.text, 'parents');
		const wanted = { ...stateOf(tx, row), parents: [...new Set(parents)].sort() };
		putStrand(tx, person, { id, wanted, what: 'moved a strand' });
		return done();
	});
}

const changedSince = refused('changed-since', 'Somebody has changed this strand since you opened it. Open the page again');

/** Takes a strand out of the thread: it stays on record, nothing leads through it, and it can be brought back. */
export function retireStrand(db: Database, person: Person, id: string, version: number, today: string): Outcome {
	return write(db, (tx) => {
		const row = strandRow(tx, id);
		if (!row || row.retiredOn) return refused('gone', 'This strand is retired already');
		if (!mayKeep(person, row)) return notTheirs(row.level);
		if (row.version !== version) return changedSince;
		putStrand(tx, person, { id, wanted: { ...stateOf(tx, row), retiredOn: today }, what: 'retired a strand' });
		return done();
	});
}

/** Brings a retired strand back, with what it served and what served it, as far as these stand. */
export function bringBack(db: Database, person: Person, id: string, version: number): Outcome {
	return write(db, (tx) => {
		const row = strandRow(tx, id);
		if (!row?.retiredOn) return refused('gone', 'This strand is not retired');
		if (!mayKeep(person, row)) return notTheirs(row.level);
		if (row.version !== version) return changedSince;
		const back = { ...stateOf(tx, row), retiredOn: null };
		const fault = faultWhenBack(tx, row, back.parents);
		if (fault) return refused(fault.code, fault.text);
		putStrand(tx, person, { id, wanted: back, what: 'brought a strand back' });
		return done();
	});
}
