import type { Person } from '#lib/domain/access/person.ts';
import { planOf, type Stretch } from '#lib/domain/actions/plan.ts';
import { actionsToPlan, plansSeen, type PlannedAction } from '#lib/domain/actions/planning.server.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Report, Section } from '../description.ts';
import { planTable } from '../plan-table.ts';

const many = (count: number) => `${count} ${count === 1 ? 'action' : 'actions'}`;

/** The one-year action plan of a service, or of all that the person sees, with the financial years behind it. DOMAIN section 3. */
export function planReport(db: Database, person: Person, serviceId: string | null, today: string): Report {
	const plan = planOf(actionsToPlan(db, person, serviceId, today), today);
	const council = councilOf(db)?.name ?? '';
	const { council: all, services } = plansSeen(db, person);
	const whose = services.find(({ id }) => id === serviceId)?.name ?? (all ? council : 'Your services');
	const year = plan.year.flatMap(({ actions }) => actions);
	const late = plan.year.filter(({ kind }) => kind === 'late').flatMap(({ actions }) => actions).length;
	const part = (stretch: Stretch<PlannedAction>, n: number): Section => ({
		id: `stretch-${n + 1}`,
		title: `${stretch.label}: ${many(stretch.actions.length)}`,
		blocks: [
			{ kind: 'table', table: planTable(`stretch-${n + 1}`, stretch.label, stretch.actions, { named: true, service: serviceId === null }) }
		]
	});
	return {
		name: `Action plan ${whose}`,
		title: `${whose}: ${many(year.length)} in the year`,
		subtitle: `One-year action plan, ${showDay(plan.from)} to ${showDay(plan.to)}`,
		lead: late ? `${many(late)} ${late === 1 ? 'is' : 'are'} late.` : 'Nothing is late.',
		facts: [
			['In the year', String(year.length)],
			['Late', String(late)],
			['In the years behind', String(plan.forward.flatMap(({ actions }) => actions).length)]
		],
		council,
		madeAt: now(),
		sections: [...plan.year, ...plan.forward].map(part)
	};
}
