import { and, asc, count, eq, inArray, min } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { surveyAnswers, surveys } from '#lib/domain/surveys/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { dayAndMonth, eachOrAll, type Need } from './need.ts';

const many = (n: number) => (n === 1 ? '1 answer' : `${n.toLocaleString('en-GB')} answers`);

/** The surveys a person runs with answers that came too fast and wait to be looked at: until then they count nowhere. */
export function answersHeld(db: Database, person: Person): Need[] {
	const mine = servicesWhere(person, 'run surveys');
	if (!mine.length) return [];
	const rows = db
		.select({ number: surveys.number, title: surveys.title, n: count(), first: min(surveyAnswers.day) })
		.from(surveyAnswers)
		.innerJoin(surveys, eq(surveys.id, surveyAnswers.surveyId))
		.where(and(eq(surveyAnswers.state, 'held'), mine === 'all' ? undefined : inArray(surveys.serviceId, mine)))
		.groupBy(surveys.id)
		.orderBy(asc(surveys.number))
		.all();
	const when = (day: string | null) => ({ kind: 'watch' as const, text: day ? `Since ${dayAndMonth(day)}` : 'Waiting' });
	return eachOrAll(
		rows,
		({ number, title, n, first }) => ({
			href: `/feedback/surveys/${number}/held`,
			title: `Look at ${many(n)} held back in “${title}”`,
			text: 'They came faster than people answer. Let them count or refuse them: until then they count nowhere.',
			by: first,
			when: when(first)
		}),
		(all) => ({
			href: '/feedback/surveys',
			title: `Look at answers held back in ${all.length} surveys`,
			text: `${many(all.reduce((sum, { n }) => sum + n, 0))} came faster than people answer and count nowhere until somebody has looked.`,
			by: all[0]?.first ?? null,
			when: when(all[0]?.first ?? null)
		})
	);
}
