import { sql } from 'drizzle-orm';
import { servicesWhere, teamsWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { glanceAddress, glanceFiltersIn, glanceText } from '#lib/domain/glance/filters.ts';
import { glanceSeen } from '#lib/domain/glance/seen.server.ts';
import { notFound } from '#lib/server/guard.ts';
import type { Database } from '#lib/server/database.ts';
import { nothing, ofServices } from '../kept/sight.ts';
import type { ReportKind } from '../report-kind.ts';
import { performanceReport, reportAtGlance } from './performance-report.server.ts';

/** What an id stands for, for who may see it; only as its filters are always written, so that one view has one id. */
function seenAs(db: Database, person: Person, id: string) {
	const seen = glanceSeen(db, person, glanceFiltersIn(new URLSearchParams(id)));
	return glanceText(seen.filters) === id ? seen : notFound();
}

/** What a reader of released months alone would read. */
function released(db: Database, person: Person, id: string, today: string) {
	const seen = seenAs(db, person, id);
	return reportAtGlance(db, { ...seen, sight: { ...seen.sight, releasedOnly: true } }, today);
}

/**
 * `id` is the filters as text: the dashboard of the council, a service or a team. Who reads released months alone reads it so when kept,
 * too. The council's tells of every service, so it is kept and read by those who see them all; others have those of their services.
 */
export const performanceKind: ReportKind = {
	label: 'Performance at a glance',
	make: performanceReport,
	keeping: {
		subject: (db, person, id) => {
			const { name, serviceId, teamId, sight, filters } = seenAs(db, person, id);
			if (!serviceId && sight.services !== 'all') notFound();
			const about = filters.months === 12 ? name : `${name}, ${filters.months} ${filters.months === 1 ? 'month' : 'months'}`;
			return { id, about, serviceId, teamId, address: glanceAddress(filters), named: !sight.releasedOnly };
		},
		inSight: (person) => {
			const services = servicesWhere(person, 'see measures');
			const led = teamsWhere(person, 'see measures');
			if (services !== 'all' && !services.length && !led.length) return nothing;
			const throughTeam = sql`service_id in (select service_id from team where id in (select value from json_each(${JSON.stringify(led)})))`;
			return sql`(${ofServices(services)} or ${throughTeam})`;
		},
		unnamed: released
	}
};
