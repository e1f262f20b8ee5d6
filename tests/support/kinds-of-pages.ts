import { eq, sql } from 'drizzle-orm';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { calibrations } from '#lib/domain/calibration/tables.ts';
import { tellUsCases } from '#lib/domain/complaints/tables.ts';
import { recommendations } from '#lib/domain/findings/tables.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { mapKinds } from '#lib/domain/maps/step-words.ts';
import { maps } from '#lib/domain/maps/tables.ts';
import { waves } from '#lib/domain/mystery-shopping/tables.ts';
import { pafAssessments } from '#lib/domain/paf/tables.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import type { Database } from '#lib/server/database.ts';

/** Tells the pages of one route apart by how the things in their address stand: a draft's page is another than that of what was agreed. */
export function kindsOfPages(db: Database): (route: string, path: string) => string {
	const standings = new Map<string, string>();
	for (const { id, status } of [
		...db.select({ id: assessments.id, status: assessments.status }).from(assessments).all(),
		...db.select({ id: frameworkVersions.id, status: frameworkVersions.state }).from(frameworkVersions).all(),
		...db
			.select({ id: sql<string>`cast(${recommendations.number} as text)`, status: recommendations.state })
			.from(recommendations)
			.all(),
		...db
			.select({ id: journeys.id, status: sql<string>`${journeys.state} || count(${maps.id})` })
			.from(journeys)
			.leftJoin(maps, eq(maps.journeyId, journeys.id))
			.groupBy(journeys.id)
			.all(),
		...db
			.select({ id: sql<string>`cast(${calibrations.number} as text)`, status: calibrations.state })
			.from(calibrations)
			.all(),
		...db
			.select({ id: sql<string>`cast(${pafAssessments.number} as text)`, status: pafAssessments.state })
			.from(pafAssessments)
			.all(),
		...db.select({ id: scorecardVersions.id, status: scorecardVersions.state }).from(scorecardVersions).all(),
		...db.select({ id: waves.id, status: waves.state }).from(waves).all(),
		...db
			.select({
				id: sql<string>`cast(${tellUsCases.number} as text)`,
				status: sql<string>`${tellUsCases.state} || coalesce(${tellUsCases.stage}, '') || (${tellUsCases.lesson} <> '') || coalesce((select max(s.acknowledged_on is not null) || max(s.due_first is not null) from complaint_stage s where s.case_id = ${tellUsCases.id} and s.answered_on is null), '')`
			})
			.from(tellUsCases)
			.all(),
		...mapKinds.map((kind) => ({ id: kind, status: kind }))
	])
		// things of two kinds can have the same number
		standings.set(id, (standings.get(id) ?? '') + status);
	return (route, path) =>
		`${route} ${path
			.split('/')
			.map((part) => standings.get(part) ?? '')
			.join('')}`;
}
