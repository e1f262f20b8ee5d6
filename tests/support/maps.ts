import { journeySeen, type Journey } from '#lib/domain/journeys/finding.server.ts';
import type { JourneyMap, MapStep } from '#lib/domain/maps/map.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { startMap, type NewStage } from '#lib/domain/maps/starting.server.ts';
import { emptyStep, type StepFields } from '#lib/domain/maps/step-fields.ts';
import type { MapKind } from '#lib/domain/maps/step-words.ts';
import type { Database } from '#lib/server/database.ts';
import { aJourney } from './journeys.ts';
import { cast, testDatabase } from './test-database.ts';

/** A step of which only what is told is known. */
export const aStep = (does: string, more: Partial<StepFields> = {}) => ({ ...emptyStep, does, ...more, fromStepId: null });

/** Stages with steps named by a letter each: { Report: 'abc' }. */
export const stagesOf = (letters: Record<string, string>): NewStage[] =>
	Object.entries(letters).map(([name, steps]) => ({ name, who: '', steps: [...steps].map((does) => aStep(does)) }));

/** A map of a journey of Housing repairs, begun by its manager. */
export function aMap(stages: NewStage[] | Record<string, string>, { db = testDatabase(), kind = 'as-is' as MapKind } = {}) {
	const journey: Journey = journeySeen(db, cast.manager, aJourney(db, { team: ['colleague'] }));
	const outcome = startMap(db, cast.manager, journey, kind, { from: 'by hand', stages: Array.isArray(stages) ? stages : stagesOf(stages) });
	if (!outcome.ok) throw new Error(outcome.text);
	return { db, journey, kind, mapId: outcome.mapId, number: outcome.number ?? 0, ...looking(db, journey, kind) };
}

/** Ways to look at a map as it stands. */
export function looking(db: Database, journey: Journey, kind: MapKind) {
	const now = (): JourneyMap => mapOf(db, journey.id, kind) ?? { id: '', kind, stages: [] };
	const stage = (name: string) => now().stages.find((one) => one.name === name)?.id ?? '';
	const found = (does: string): MapStep => {
		const step = now()
			.stages.flatMap(({ steps }) => steps)
			.find((one) => one.does === does);
		if (!step) throw new Error(`There is no step ${does}`);
		return step;
	};
	/** 'Report abc, Visit de' */
	const inShort = () =>
		now()
			.stages.map(({ name, steps }) => `${name} ${steps.map(({ does }) => does).join('')}`.trim())
			.join(', ');
	return { now, stage, step: found, id: (does: string) => found(does).id, inShort };
}
