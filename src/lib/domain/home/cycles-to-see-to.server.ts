import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { cyclesSeen, isRunning } from '#lib/domain/cycles/listing.server.ts';
import { statusCounts } from '#lib/domain/cycles/progress.server.ts';
import type { Database } from '#lib/server/database.ts';
import { dueMark, type Need } from './need.ts';

/** How many running cycles are looked into; a council seldom runs more than two at once. */
const looked = 3;

/** The cycles that are neither closed nor wholly agreed, for whoever sees cycles: the latest three. */
export const runningCycles = (db: Database, person: Person) =>
	can(person, 'see cycles') ? cyclesSeen(db).rows.filter(isRunning).slice(0, looked) : [];

/** What a programme lead has to see to: a cycle to launch where none runs, and services that are late in those that do. DOMAIN section 2.3. */
export function cyclesToSeeTo(db: Database, person: Person, today: string): Need[] {
	if (!can(person, 'run cycles')) return [];
	const { rows } = cyclesSeen(db);
	const running = rows.filter(isRunning).slice(0, looked);
	if (!running.length) {
		const text = rows.length ? 'The last one is agreed or closed.' : 'It gives each service an assessment to answer.';
		return [{ href: '/cycles/new', title: 'Launch a cycle', text, by: null, when: { kind: 'quiet', text: 'When you are ready' } }];
	}
	return running.flatMap(({ id, name, dueOn, agreed, total }) => {
		const late = statusCounts(db, id, today).reduce((sum, row) => sum + row.late, 0);
		if (!late) return [];
		return {
			href: `/cycles/${id}?late=yes`,
			title: `${late === 1 ? 'One service is' : `${late} services are`} late in ${name}`,
			text: `Due ${dueOn < today ? 'since' : 'by'} the date each was given; ${agreed} of ${total} are agreed.`,
			by: dueOn,
			when: dueMark(dueOn, today)
		};
	});
}
