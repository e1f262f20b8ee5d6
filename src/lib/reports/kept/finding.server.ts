import { and, desc, eq, gt, lt, asc } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { keptReports } from '#lib/domain/kept-reports/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import type { Report } from '../description.ts';
import { hashOfKept } from './keeping.server.ts';
import { subjectOf } from './subject.server.ts';

type Row = typeof keptReports.$inferSelect;

/** The version of a kept report that a reader may read: with names where they read them live too, else without. */
function readable(row: Row, named: boolean) {
	const [text, sha256] = named || row.unnamed === null ? [row.content, row.sha256] : [row.unnamed, row.unnamedSha256];
	return { report: JSON.parse(text) as Report, sha256: sha256 ?? '', isWhole: hashOfKept(text) === sha256 };
}

/** A kept report by its number, for whoever may read that report live, as they may read it; 404 otherwise. */
export function keptSeen(db: Database, person: Person, number: string) {
	const found = /^[1-9]\d{0,8}$/.test(number)
		? db
				.select({ row: keptReports, keeper: people.name })
				.from(keptReports)
				.innerJoin(people, eq(people.id, keptReports.keptBy))
				.where(eq(keptReports.number, Number(number)))
				.get()
		: undefined;
	if (!found) notFound();
	const { row, keeper } = found;
	const subject = subjectOf(db, person, row.kind, row.thingId);
	return {
		...readable(row, subject.named),
		number: row.number,
		kind: row.kind,
		label: subject.label,
		about: row.about,
		address: subject.address,
		thingId: row.thingId,
		keptAt: row.keptAt,
		keptOn: row.keptOn,
		/** Null for a reader who may not see individual staff. */
		keptBy: subject.named ? keeper : null,
		note: row.note,
		isScheduled: row.scheduleId !== null
	};
}
export type KeptSeen = ReturnType<typeof keptSeen>;

const ofSame = ({ kind, thingId }: KeptSeen) => and(eq(keptReports.kind, kind), eq(keptReports.thingId, thingId));

/** The numbers of the kept reports of the same before and after this one; null where there is none. */
export function neighboursOf(db: Database, kept: KeptSeen): { before: number | null; after: number | null } {
	const one = (beyond: ReturnType<typeof and>, order: ReturnType<typeof asc>) =>
		db
			.select({ number: keptReports.number })
			.from(keptReports)
			.where(and(ofSame(kept), beyond))
			.orderBy(order)
			.get()?.number ?? null;
	return {
		before: one(lt(keptReports.number, kept.number), desc(keptReports.number)),
		after: one(gt(keptReports.number, kept.number), asc(keptReports.number))
	};
}

/** The kept reports of the same that this one can be compared with, the newest first; the last fifty. */
export const othersOf = (db: Database, kept: KeptSeen): { number: number; keptAt: number }[] =>
	db
		.select({ number: keptReports.number, keptAt: keptReports.keptAt })
		.from(keptReports)
		.where(ofSame(kept))
		.orderBy(desc(keptReports.number))
		.limit(51)
		.all()
		.filter(({ number }) => number !== kept.number);
