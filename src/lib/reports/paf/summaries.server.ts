import type { Person } from '#lib/domain/access/person.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { summariesStamp } from '#lib/domain/paf-summaries/stamp.server.ts';
import type { Scope } from '#lib/domain/paf-summaries/summary.ts';
import { seesCouncilSummary, serviceSummarised, teamSummarised } from '#lib/domain/paf-summaries/summary-seen.server.ts';
import { summaryOf } from '#lib/domain/paf-summaries/summary-reading.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { keptByStamp } from '#lib/server/kept-by-stamp.ts';
import type { Report } from '../description.ts';
import { summaryReport, type Summarised } from './summary-report.server.ts';

/** The report on a scope, made once until what it rests on is written; of the moment at which it is asked for. */
function reportOn(db: Database, scope: Scope, summarised: Summarised, today: string): Report {
	const name = JSON.stringify(['PAF report', scope, summarised, today]);
	const report = keptByStamp(db, name, summariesStamp(db), () => summaryReport(db, summarised, summaryOf(db, scope, today)));
	return { ...report, madeAt: now() };
}

/** The summary of a team, for whoever may see it; 404 otherwise. */
export function teamSummary(db: Database, person: Person, id: string, today: string): Report {
	const team = teamSummarised(db, person, id);
	return reportOn(db, { of: 'team', id: team.id }, { name: `${team.name}, ${team.service}`, parts: null }, today);
}

/** The summary of a service with its teams. */
export function serviceSummary(db: Database, person: Person, id: string, today: string): Report {
	const service = serviceSummarised(db, person, id);
	return reportOn(db, { of: 'service', id: service.id }, { name: service.name, parts: 'teams' }, today);
}

/** The summary of the council with its services, without individuals. */
export function councilSummary(db: Database, person: Person, today: string): Report {
	if (!seesCouncilSummary(person)) notFound();
	return reportOn(db, { of: 'council', id: '' }, { name: councilOf(db)?.name ?? '', parts: 'services' }, today);
}
