import { and, asc, eq, inArray, isNull, lte, ne } from 'drizzle-orm';
import { servicesOf, type Person } from '#lib/domain/access/person.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { addDays } from '#lib/domain/calendar/dates.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { dueMark, eachOrAll, type Need } from './need.ts';

const openStatuses = ['not started', 'on track', 'at risk'] as const;

/** A person's own actions that are late or due within a fortnight. DOMAIN section 3. */
export function actionsDue(db: Database, person: Person, today: string): Need[] {
	const rows = db
		.select({ number: actions.number, title: actions.title, service: services.name, dueOn: actions.dueOn })
		.from(actions)
		.innerJoin(services, eq(services.id, actions.serviceId))
		.where(and(eq(actions.ownerId, person.id), inArray(actions.status, openStatuses), lte(actions.dueOn, addDays(today, 14))))
		.orderBy(asc(actions.dueOn), asc(actions.number))
		.limit(200)
		.all();
	const late = rows.filter(({ dueOn }) => dueOn < today).length;
	return eachOrAll(
		rows,
		({ number, title, service, dueOn }) => ({
			href: `/actions/${number}`,
			title,
			text: `Your action ${number}, ${service}. Finish it, or say how it stands.`,
			by: dueOn,
			when: dueMark(dueOn, today)
		}),
		(all) => ({
			href: `/actions?owner=${person.id}`,
			title: `See to ${all.length} of your actions`,
			text: `${late} of them ${late === 1 ? 'is' : 'are'} late, the others are due within a fortnight.`,
			by: all[0]?.dueOn ?? null,
			when: dueMark(all[0]?.dueOn ?? today, today)
		})
	);
}

/** The actions of a service manager's services whose review date has come and whose outcome nobody has recorded. DOMAIN section 3. */
export function actionsToReview(db: Database, person: Person, today: string): Need[] {
	const managed = servicesOf(person, 'service manager');
	if (managed === 'all' || !managed.length) return [];
	const rows = db
		.select({ number: actions.number, title: actions.title, service: services.name, reviewOn: actions.reviewOn, measure: actions.measure })
		.from(actions)
		.innerJoin(services, eq(services.id, actions.serviceId))
		.where(and(inArray(actions.serviceId, managed), lte(actions.reviewOn, today), isNull(actions.outcome), ne(actions.status, 'dropped')))
		.orderBy(asc(actions.reviewOn), asc(actions.number))
		.limit(200)
		.all();
	return eachOrAll(
		rows,
		({ number, title, service, reviewOn, measure }) => ({
			href: `/actions/${number}/outcome`,
			title: `Review: ${title}`,
			text: `${service}. ${measure ? `Did the measure move: ${measure}?` : 'What came of it?'}`,
			by: reviewOn,
			when: dueMark(reviewOn, today)
		}),
		(all) => ({
			href: '/actions?status=all',
			title: `Review ${all.length} actions`,
			text: `The first is action ${all[0]?.number ?? ''}, ${all[0]?.title ?? ''}.`,
			by: all[0]?.reviewOn ?? null,
			when: dueMark(all[0]?.reviewOn ?? today, today)
		})
	);
}
