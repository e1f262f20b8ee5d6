import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { moderationQueue } from '#lib/domain/moderation/moderation-queue.server.ts';
import type { Database } from '#lib/server/database.ts';
import { dueMark, eachOrAll, type Need } from './need.ts';

/** What a moderator has begun, and what waits for one: never what they submitted or answered themselves. DOMAIN section 2.3. */
export function moderationsWaiting(db: Database, person: Person, today: string): Need[] {
	if (!servicesWhere(person, 'moderate').length) return [];
	const begun = moderationQueue(db, person, 'in moderation').rows.filter(({ moderatorId }) => moderatorId === person.id);
	const { rows: submitted, next } = moderationQueue(db, person, 'submitted');
	return [
		...begun.map(({ id, service, dueOn, decided, total }) => ({
			href: `/assessments/${id}/moderation`,
			title: `Carry on moderating ${service}`,
			text: `${decided} of ${total} criteria are decided.`,
			by: dueOn,
			when: dueMark(dueOn, today)
		})),
		...eachOrAll(
			submitted,
			({ id, service, dueOn, submittedBy, claimedLevel, claimedAward }) => ({
				href: `/assessments/${id}/moderation`,
				title: `Moderate ${service}`,
				text: `${submittedBy ?? 'The service'} handed it in${claimedLevel === null ? '' : ` and claims level ${claimedLevel}`}${
					claimedAward ? `, ${claimedAward}` : ''
				}.`,
				by: dueOn,
				when: dueMark(dueOn, today)
			}),
			(all) => ({
				href: '/moderation',
				title: `Moderate ${next ? 'more than ' : ''}${all.length} assessments`,
				text: `The first due is ${all[0]?.service ?? ''}.`,
				by: all[0]?.dueOn ?? null,
				when: dueMark(all[0]?.dueOn ?? today, today)
			})
		)
	];
}
