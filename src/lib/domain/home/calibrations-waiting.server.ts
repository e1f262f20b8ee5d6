import { sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import { dueMark, type Need } from './need.ts';

type Row = { number: number; title: string; dueOn: string | null; left: number };

const many = (left: number) => (left === 1 ? 'One interaction waits' : `${left} interactions wait`);
const markOf = (dueOn: string | null, today: string, text: string): Need['when'] =>
	dueOn ? dueMark(dueOn, today) : { kind: 'here', text };

/** Calibrations somebody takes part in and has not scored to the end. DOMAIN section 5.2. */
export function calibrationsToScore(db: Database, person: Person, today: string): Need[] {
	const rows = rowsOf<Row>(
		db,
		sql`
		select c.number, c.title, c.due_on as dueOn, count(*) as "left"
		from calibration_assessor a
		join calibration c on c.id = a.calibration_id and c.state = 'scoring'
		join calibration_interaction i on i.calibration_id = c.id
		left join calibration_form f on f.interaction_id = i.id and f.person_id = a.person_id
		left join scored_form s on s.id = f.form_id
		where a.person_id = ${person.id} and s.completed_at is null
		group by c.id order by c.due_on is null, c.due_on, c.number limit 10`
	);
	return rows.map(({ number, title, dueOn, left }) => ({
		href: `/calibrations/${number}`,
		title: `Score calibration ${number}: ${title}`,
		text: `${many(left)} for you. Nobody sees your answers before all are shown.`,
		by: dueOn,
		when: markOf(dueOn, today, 'To score')
	}));
}

/** Calibrations somebody runs that can be shown: everybody has scored everything, or their day has come. DOMAIN section 5.2. */
export function calibrationsToReveal(db: Database, person: Person, today: string): Need[] {
	if (!can(person, 'run calibration', { ownerId: person.id })) return [];
	const rows = rowsOf<Row>(
		db,
		sql`
		select c.number, c.title, c.due_on as dueOn, sum(s.completed_at is null) as "left"
		from calibration c
		join calibration_assessor a on a.calibration_id = c.id
		join calibration_interaction i on i.calibration_id = c.id
		left join calibration_form f on f.interaction_id = i.id and f.person_id = a.person_id
		left join scored_form s on s.id = f.form_id
		where c.run_by = ${person.id} and c.state = 'scoring'
		group by c.id having "left" = 0 or c.due_on < ${today}
		order by c.due_on is null, c.due_on, c.number limit 10`
	);
	return rows.map(({ number, title, dueOn, left }) => ({
		href: `/calibrations/${number}/reveal`,
		title: `Show the answers of calibration ${number}: ${title}`,
		text: left
			? `Its day is over, and ${left === 1 ? 'one form is' : `${left} forms are`} not complete.`
			: 'Everybody has scored everything.',
		by: dueOn,
		when: markOf(dueOn, today, 'To show')
	}));
}
