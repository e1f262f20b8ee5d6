import type { SQL } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import type { Report } from './description.ts';

/** What a report is of, as somebody who may read all of it sees it. */
export type ReportSubject = {
	/** Empty where there is only one: the council's. */
	id: string;
	/** In words: 'Housing repairs, 2026/27'. */
	about: string;
	serviceId: string | null;
	teamId: string | null;
	/** Where the report of today is read. */
	address: string;
	/** Whether this person reads it with the names in it. */
	named: boolean;
};

/** How a kind of report is kept as it was on a day. */
export type Keeping = {
	/** What it is of, for a person who may read all of it today; 404 otherwise. The right to read a kept one is this right. */
	subject(db: Database, person: Person, id: string): ReportSubject;
	/** The subjects a person has that right to, as a condition on the columns `kind`, `thing_id`, `service_id`, `team_id` of a list. */
	inSight(person: Person): SQL;
	/** The same without names, where some readers may not see individual staff. Without it every reader reads the same. */
	unnamed?(db: Database, person: Person, id: string, today: string): Report;
	/** Leaves out what only this person sees. Without it the report is kept as it is made for who keeps it. */
	asKept?(db: Database, person: Person, id: string, today: string): Report;
};

/** A kind of report: one entry of the register. */
export type ReportKind = {
	label: string;
	/** Makes it as this person may read it; 404 where they may not. `id` is empty where there is only one. */
	make(db: Database, person: Person, id: string, today: string): Report;
	/** Absent for what is about one person, or the work of some: it is never kept. */
	keeping?: Keeping;
};
