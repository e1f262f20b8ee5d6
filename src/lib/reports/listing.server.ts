import { sql } from 'drizzle-orm';
import { can, servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { shownResult } from '#lib/domain/results/shown-result.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import type { Database } from '#lib/server/database.ts';
import { written } from '#lib/server/prepared-query.ts';
import { hasScoredContactReports } from './listing-scored-contacts.server.ts';

const pageSize = 50;

type Row = { id: string; service: string; cycle: string; version: string; agreedOn: string; level: number | null; award: string | null };

/** Whether the person may read reports of assessments and journeys. */
export const hasServiceReports = (person: Person): boolean =>
	can(person, 'see council report') || servicesWhere(person, 'see service report').length > 0;

/** Whether there are reports for this person at all: administrators and shoppers have none. */
export const hasReports = (person: Person): boolean => hasServiceReports(person) || hasScoredContactReports(person);

/** Agreed assessments whose report a person may read, newest first, fifty a page. `next` is what the next page comes after. */
export function reportsSeen(db: Database, person: Person, after: string | null) {
	const services = servicesWhere(person, 'see service report');
	const mine = services === 'all' ? sql`1` : sql`a.service_id in (select value from json_each(${JSON.stringify(services)}))`;
	const [day = '9999', id = ''] = (after ?? '').split('|');
	const beyond = after === null ? sql`1` : sql`(a.agreed_on, a.id) < (${day}, ${id})`;
	const found = db.all<Row>(sql`
		select a.id, s.name as service, c.name as cycle, a.framework_version_id as version, a.agreed_on as agreedOn,
			a.agreed_level as level, a.agreed_award as award
		from assessment a join service s on s.id = a.service_id join cycle c on c.id = a.cycle_id
		where a.status = 'agreed' and ${mine} and ${beyond}
		order by a.agreed_on desc, a.id desc limit ${written(pageSize + 1)}`);
	const rows = found.slice(0, pageSize);
	const last = rows.at(-1);
	return {
		reports: rows.map(({ id, service, cycle, version, agreedOn, level, award }) => {
			const framework = frameworkOf(db, version);
			const shown = shownResult(framework, { basis: 'agreed', level, award, index: null, met: 0, applicable: 0 });
			return { id, service, cycle, framework: `${framework.name} ${framework.version}`, day: showDay(agreedOn), shown };
		}),
		next: found.length > pageSize && last ? `${last.agreedOn}|${last.id}` : null
	};
}
