import { servicesWhere, teamsWhere } from '#lib/domain/access/can.ts';
import { has, type Person } from '#lib/domain/access/person.ts';
import { ownStaff } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { trainingDueOf, trainingListed } from '#lib/domain/training/listing.server.ts';
import type { Database } from '#lib/server/database.ts';
import { dueMark, eachOrAll, type Need } from './need.ts';

const markOf = (dueOn: string | null, today: string): Need['when'] => (dueOn ? dueMark(dueOn, today) : { kind: 'bad', text: 'Not taken' });

/** For an advisor: the training that is overdue or due soon. Tamworth 4.3, Northampton answer 14. */
export function ownTrainingDue(db: Database, person: Person, today: string): Need[] {
	if (!has(person, 'advisor')) return [];
	const [record] = ownStaff(db, person).filter(({ leftOn }) => leftOn === null);
	if (!record) return [];
	const due = trainingDueOf(db, record.id, today).filter(({ state }) => state === 'overdue' || state === 'due soon');
	return eachOrAll(
		due,
		({ course, dueOn, why }) => ({
			href: '/paf/mine/training',
			title: `Take ${course}`,
			text: `Training: ${why}.`,
			by: dueOn ?? today,
			when: markOf(dueOn, today)
		}),
		(all) => ({
			href: '/paf/mine/training',
			title: `Take ${all.length} courses`,
			text: `The first is ${all[0]?.course ?? ''}.`,
			by: all[0]?.dueOn ?? today,
			when: markOf(all[0]?.dueOn ?? null, today)
		})
	);
}

/** For a team leader: how many of their staff have training that is overdue. */
export function teamTrainingOverdue(db: Database, person: Person, today: string): Need[] {
	const over = servicesWhere(person, 'run one-to-one');
	if (over !== 'all' && !over.length && !teamsWhere(person, 'run one-to-one').length) return [];
	const overdue = trainingListed(db, person, { team: '', course: '', state: 'overdue', sort: 'due', page: 0 }, today);
	if (!overdue.length) return [];
	const staff = new Set(overdue.map(({ staffId }) => staffId)).size;
	return [
		{
			href: '/paf/training?state=overdue',
			title: `Training is overdue for ${staff === 1 ? (overdue[0]?.name ?? '') : `${staff} of your staff`}`,
			text: overdue.length === 1 ? `${overdue[0]?.course ?? ''}.` : `${overdue.length} courses between them.`,
			by: null,
			when: { kind: 'watch', text: 'Overdue' }
		}
	];
}
