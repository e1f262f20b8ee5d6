import { sql } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { waveWithResults } from '#lib/domain/mystery-shopping/finding.server.ts';
import { waveStates } from '#lib/domain/mystery-shopping/words.ts';
import { notFound } from '#lib/server/guard.ts';
import type { ReportKind } from '../report-kind.ts';
import { waveReport } from './wave-report.server.ts';

/** The person with what they hold over the whole council only: what they see of a service's or a team's staff is nobody else's to read. */
const overTheCouncil = (person: Person): Person => ({
	...person,
	grants: person.grants.filter(({ serviceId, teamId }) => !serviceId && !teamId)
});

/** Kept of a whole wave, by and for those who see all its services: a manager's own services are read live. */
export const waveKind: ReportKind = {
	label: 'Mystery shopping',
	make: (db, person, id) => waveReport(db, person, id),
	keeping: {
		subject: (db, person, id) => {
			const { wave, programme, services } = waveWithResults(db, person, id);
			if (services !== 'all') notFound();
			return {
				id,
				about: `${programme.name}, ${wave.name}`,
				serviceId: null,
				teamId: null,
				address: `/reports/mystery-shopping/${id}`,
				named: true
			};
		},
		inSight: (person) => {
			const seen = waveStates.filter((status) => servicesWhere(person, 'see shopping results', { status }) === 'all');
			return sql`thing_id in (select id from shopping_wave where state in (select value from json_each(${JSON.stringify(seen)})))`;
		},
		asKept: (db, person, id) => waveReport(db, overTheCouncil(person), id)
	}
};
