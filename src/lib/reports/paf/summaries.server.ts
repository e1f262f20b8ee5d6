import type { Person } from '#lib/domain/access/person.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { seesCouncilSummary, serviceSummarised, teamSummarised } from '#lib/domain/paf-summaries/summary-seen.server.ts';
import { summaryOf } from '#lib/domain/paf-summaries/summary-reading.server.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import type { Report } from '../description.ts';
import { summaryReport } from './summary-report.server.ts';

/** The summary of a team, for whoever may see it; 404 otherwise. */
export function teamSummary(db: Database, person: Person, id: string, today: string): Report {
	const team = teamSummarised(db, person, id);
	return summaryReport(db, { name: `${team.name}, ${team.service}`, parts: null }, summaryOf(db, { of: 'team', id: team.id }, today));
}

/** The summary of a service with its teams. */
export function serviceSummary(db: Database, person: Person, id: string, today: string): Report {
	const service = serviceSummarised(db, person, id);
	return summaryReport(db, { name: service.name, parts: 'teams' }, summaryOf(db, { of: 'service', id: service.id }, today));
}

/** The summary of the council with its services, without individuals. */
export function councilSummary(db: Database, person: Person, today: string): Report {
	if (!seesCouncilSummary(person)) notFound();
	return summaryReport(db, { name: councilOf(db)?.name ?? '', parts: 'services' }, summaryOf(db, { of: 'council', id: '' }, today));
}
