import { and, asc, eq, inArray, isNull, lte, or } from 'drizzle-orm';
import { servicesOf, type Person } from '#lib/domain/access/person.ts';
import { addDays } from '#lib/domain/calendar/dates.ts';
import { tellUsCases } from '#lib/domain/complaints/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { dueMark, eachOrAll, type Need } from './need.ts';

/** The complaints given to a person, and those of a manager's services given to nobody, that are late or due within a week. DOMAIN section 7. */
export function complaintsDue(db: Database, person: Person, today: string): Need[] {
	const managed = servicesOf(person, 'service manager');
	const given = eq(tellUsCases.handlerId, person.id);
	const ownerless =
		managed === 'all' || !managed.length ? undefined : and(isNull(tellUsCases.handlerId), inArray(tellUsCases.serviceId, managed));
	const rows = db
		.select({ number: tellUsCases.number, service: services.name, stage: tellUsCases.stage, dueOn: tellUsCases.dueOn })
		.from(tellUsCases)
		.innerJoin(services, eq(services.id, tellUsCases.serviceId))
		.where(and(or(given, ownerless), lte(tellUsCases.dueOn, addDays(today, 7))))
		.orderBy(asc(tellUsCases.dueOn), asc(tellUsCases.number))
		.limit(200)
		.all()
		.flatMap(({ dueOn, ...row }) => (dueOn ? [{ ...row, dueOn }] : []));
	const late = rows.filter(({ dueOn }) => dueOn < today).length;
	return eachOrAll(
		rows,
		({ number, service, stage, dueOn }) => ({
			href: `/feedback/cases/${number}`,
			title: `See to complaint ${number}`,
			text: `${service}, ${stage ?? ''}. The customer waits for us.`,
			by: dueOn,
			when: dueMark(dueOn, today)
		}),
		(all) => ({
			href: '/feedback/cases?sort=due',
			title: `See to ${all.length} complaints`,
			text: `${late} of them ${late === 1 ? 'is' : 'are'} late, the others are due within a week.`,
			by: all[0]?.dueOn ?? null,
			when: dueMark(all[0]?.dueOn ?? today, today)
		})
	);
}
