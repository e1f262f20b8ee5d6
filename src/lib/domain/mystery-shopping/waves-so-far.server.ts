import { and, asc, eq, isNotNull, lte, sql } from 'drizzle-orm';
import { services } from '#lib/domain/organisation/tables.ts';
import { scorecardVersions, scoredForms } from '#lib/domain/scorecards/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { scenarios, visits, waves } from './tables.ts';
import type { WaveCounted } from './wave-by-wave.ts';

const inPoints = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100);

/** The waves of a programme up to this one, in order, with the scores of their checked visits; their answers are not read. */
export function wavesSoFar(db: Database, { programmeId, number }: { programmeId: string; number: number }): WaveCounted[] {
	const rows = db
		.select({
			wave: { id: waves.id, name: waves.name, state: waves.state },
			channel: scenarios.channel,
			serviceId: visits.serviceId,
			service: services.name,
			quality: scoredForms.quality,
			access: scoredForms.access,
			passMark: sql<number>`${scorecardVersions.document} ->> '$.passMark'`
		})
		.from(waves)
		.innerJoin(visits, and(eq(visits.waveId, waves.id), eq(visits.state, 'checked')))
		.innerJoin(scoredForms, eq(scoredForms.id, visits.formId))
		.innerJoin(scorecardVersions, eq(scorecardVersions.id, scoredForms.scorecardVersionId))
		.innerJoin(scenarios, eq(scenarios.id, visits.scenarioId))
		.innerJoin(services, eq(services.id, visits.serviceId))
		.where(and(eq(waves.programmeId, programmeId), lte(waves.number, number), isNotNull(waves.confirmedAt)))
		.orderBy(asc(waves.number), asc(visits.number))
		.all();
	const found = new Map<string, WaveCounted>();
	for (const { wave, quality, access, passMark, ...visit } of rows) {
		const counted = found.get(wave.id) ?? { ...wave, visits: [] };
		found.set(wave.id, counted);
		counted.visits.push({
			...visit,
			...{ teamId: null, team: null, staffId: null, staffName: null, answers: [], verbatims: [] },
			quality: inPoints(quality),
			access: inPoints(access),
			passed: quality === null ? null : quality >= passMark * 100
		});
	}
	return [...found.values()];
}
