import { servicesWhere, teamsWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { appealsToDecide } from '#lib/domain/paf/appeals-listing.server.ts';
import { nameOf } from '#lib/domain/paf/showing.ts';
import type { Database } from '#lib/server/database.ts';
import { dayAndMonth, eachOrAll, type Need } from './need.ts';

/** Appeals that wait for this person's decision, never against what they scored, nor their own. An advisor waits, so they come first. DOMAIN section 5.2. */
export function appealsWaiting(db: Database, person: Person, today: string): Need[] {
	const over = servicesWhere(person, 'decide appeal');
	if (over !== 'all' && !over.length && !teamsWhere(person, 'decide appeal').length) return [];
	const since = (at: number) => ({ kind: 'watch' as const, text: `Since ${dayAndMonth(dayOf(at))}` });
	return eachOrAll(
		appealsToDecide(db, person),
		({ number, advisor, channel, at, appealedAt }) => ({
			href: `/paf/assessments/${number}`,
			title: `Decide the appeal of ${advisor}`,
			text: `Against the score of ${nameOf(channel, at)}.`,
			by: today,
			when: since(appealedAt)
		}),
		(all) => ({
			href: '/paf/appeals',
			title: `Decide ${all.length} appeals`,
			text: `The first is by ${all[0]?.advisor ?? ''}.`,
			by: today,
			when: since(all[0]?.appealedAt ?? 0)
		})
	);
}
