import { asc, eq } from 'drizzle-orm';
import { can, type Thing } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { staffNames } from '#lib/domain/mystery-shopping/staff-names.server.ts';
import { namesAmong, withoutNames } from '#lib/domain/mystery-shopping/without-names.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { complaintStages, tellUsCases } from './tables.ts';

export type CaseRow = typeof tellUsCases.$inferSelect;
export type StageRow = typeof complaintStages.$inferSelect;

export const thingOf = ({ serviceId, handlerId }: Pick<CaseRow, 'serviceId' | 'handlerId'>): Thing => ({ serviceId, ownerId: handlerId });

/** The stages of a case in the order in which they were opened; the last is the one it stands at. */
export const stagesOf = (db: Database, caseId: string): StageRow[] =>
	db
		.select()
		.from(complaintStages)
		.where(eq(complaintStages.caseId, caseId))
		.orderBy(asc(complaintStages.stage), asc(complaintStages.attempt))
		.all();

/**
 * A case by its number, for who may see it; 404 for everybody else. Only who handles it learns who the customer is: for others
 * the name and how to reach them are empty, and names are taken out of every text.
 */
export function caseSeen(db: Database, person: Person, number: string) {
	const found = /^\d{1,9}$/.test(number)
		? db
				.select({ row: tellUsCases, service: services.name, team: teams.name, handler: people.name })
				.from(tellUsCases)
				.innerJoin(services, eq(services.id, tellUsCases.serviceId))
				.leftJoin(teams, eq(teams.id, tellUsCases.teamId))
				.leftJoin(people, eq(people.id, tellUsCases.handlerId))
				.where(eq(tellUsCases.number, Number(number)))
				.get()
		: undefined;
	if (!found || !can(person, 'see case', thingOf(found.row))) notFound();
	const mayHandle = can(person, 'handle complaints', thingOf(found.row));
	const names = mayHandle ? namesAmong([]) : new Set([...namesAmong([found.row.customerName]), ...staffNames(db)]);
	const told = (text: string) => (mayHandle ? text : withoutNames(text, names));
	const { customerName, customerContact, reference, ...row } = found.row;
	const shown = {
		...row,
		words: told(row.words),
		lesson: told(row.lesson),
		changeMade: told(row.changeMade),
		withdrawnReason: told(row.withdrawnReason)
	};
	return {
		...shown,
		service: found.service,
		team: found.team,
		handler: found.handler,
		thing: thingOf(found.row),
		mayHandle,
		customer: mayHandle ? { name: customerName, contact: customerContact, reference } : null,
		stages: stagesOf(db, row.id).map((stage) => ({
			...stage,
			why: told(stage.why),
			extendedReason: told(stage.extendedReason),
			answer: told(stage.answer),
			remedy: told(stage.remedy)
		}))
	};
}
export type CaseSeen = ReturnType<typeof caseSeen>;
