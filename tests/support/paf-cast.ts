import { grants, people } from '#lib/domain/access/tables.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { cast } from './test-database.ts';

const someone = (id: string, name: string, grant: Person['grants'][number]): Person => ({
	id,
	name,
	email: `${id}@marlbourne.example`,
	jobTitle: name,
	grants: [grant]
});

/** The people of PAF beside the cast: a leader of each team, a second assessor, an advisor of the other team. */
export const pafCast = {
	leader: someone('leader', 'Lou Leader', { role: 'team leader', serviceId: null, teamId: 'calls' }),
	otherLeader: someone('other-leader', 'Otto Other', { role: 'team leader', serviceId: null, teamId: 'desk' }),
	second: someone('second', 'Sam Second', { role: 'quality assessor', serviceId: 'repairs', teamId: null }),
	otherAdvisor: someone('other-advisor', 'Oda Advisor', { role: 'advisor', serviceId: null, teamId: null })
};

/** Two teams of housing repairs with their leaders and advisors. Avi is the advisor of the cast; Gus left on 10 November 2026. */
export function withAdvisors(db: Database): Database {
	for (const { id, name, email, jobTitle, grants: held } of Object.values(pafCast)) {
		db.insert(people).values({ id, name, email, jobTitle }).run();
		if (held[0]?.teamId) continue;
		db.insert(grants)
			.values(held.map((grant) => ({ ...grant, personId: id })))
			.run();
	}
	db.insert(teams)
		.values([
			{ id: 'calls', serviceId: 'repairs', name: 'Repairs calls' },
			{ id: 'desk', serviceId: 'repairs', name: 'Repairs desk' },
			{ id: 'plans', serviceId: 'planning', name: 'Planning desk' }
		])
		.run();
	for (const { id, grants: held } of [pafCast.leader, pafCast.otherLeader])
		db.insert(grants)
			.values(held.map((grant) => ({ ...grant, personId: id })))
			.run();
	const member = (id: string, name: string, payrollNumber: string, teamId: string, more: Partial<typeof staff.$inferInsert> = {}) =>
		db
			.insert(staff)
			.values({ id, name, payrollNumber, teamId, isAdvisor: true, ...more })
			.run();
	member('avi', 'Avi Advisor', 'P1', 'calls', { personId: cast.advisor.id });
	member('bea', 'Béa Renée', 'P2', 'calls');
	member('cal', 'Cal Lewis', 'P3', 'desk');
	member('oda', 'Oda Advisor', 'P4', 'desk', { personId: pafCast.otherAdvisor.id });
	member('gus', 'Gus Gone', 'P5', 'calls', { leftOn: '2026-11-10' });
	member('pia', 'Pia Plan', 'P6', 'plans');
	return db;
}
