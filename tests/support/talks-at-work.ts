import { and, eq } from 'drizzle-orm';
import { personById } from '#lib/domain/access/finding.server.ts';
import { people } from '#lib/domain/access/tables.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { oneToOneSeen } from '#lib/domain/one-to-ones/finding.server.ts';
import { saveOneToOne } from '#lib/domain/one-to-ones/noting.server.ts';
import { addObjective } from '#lib/domain/one-to-ones/objectives.server.ts';
import { startOneToOne } from '#lib/domain/one-to-ones/starting.server.ts';
import { staff } from '#lib/domain/organisation/tables.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { saveSheet } from '#lib/domain/paf-sheets/sheet-saving.server.ts';
import { staffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { monthsLater } from '#lib/domain/paf/month.ts';
import { monthlySheets } from '#lib/domain/paf-sheets/tables.ts';
import { coursesNow } from '#lib/domain/training/listing.server.ts';
import { keepFirstCourses } from '#lib/domain/training/loading.server.ts';
import type { Database } from '#lib/server/database.ts';

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.text}`);
	return outcome;
}

const idOf = (db: Database, who: string) =>
	db
		.select({ id: people.id })
		.from(people)
		.where(eq(people.email, `${who}@marlbourne.example`))
		.get()!.id;

/**
 * The advisor of the example council with last month's sheet, a one-to-one whose notes wait to be agreed, and an objective; and the
 * courses. Gives what stands in addresses.
 */
export function talksAtWork(db: Database): { staff: string; sheet: string; one: string; objective: string; course: string } {
	const today = dayOf(Date.now());
	const sheet = monthsLater(today.slice(0, 7), -1);
	const leader = personById(db, idOf(db, 'team.leader'))!;
	const record = db
		.select({ id: staff.id })
		.from(staff)
		.where(eq(staff.personId, idOf(db, 'advisor')))
		.get()!;
	const member = staffSeen(db, leader, record.id);
	must(keepFirstCourses(db));
	const statistics = [{ name: 'Adherence', numerator: 73, denominator: 80, unit: '%' }];
	const counts = { escalations: 1, errors: 0, compliments: 2, complaints: 0, note: 'A month of many new starters' };
	const stands = db
		.select({ version: monthlySheets.version })
		.from(monthlySheets)
		.where(and(eq(monthlySheets.staffId, record.id), eq(monthlySheets.month, sheet)))
		.get();
	must(saveSheet(db, leader, member, sheet, { ...counts, statistics, version: stands?.version ?? 0 }, today));
	const { id: one } = must(startOneToOne(db, leader, member, { month: sheet, heldOn: today }, today));
	const seen = oneToOneSeen(db, leader, one);
	must(saveOneToOne(db, leader, seen, { notes: 'We listened to two calls together.', version: seen.version }));
	const typed = { text: 'Say the next step in every call', measure: 'Ten in a row', dueOn: null, oneToOneId: one };
	const { id: objective } = must(addObjective(db, leader, member, typed));
	return { staff: record.id, sheet, one, objective, course: coursesNow(db)[0]!.id };
}
