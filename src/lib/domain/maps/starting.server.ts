import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { changing, quoted, type Changed, type OfJourney } from './changing.server.ts';
import { gap } from './positions.server.ts';
import type { MapRows } from './rows-in-change.server.ts';
import { faultsIn, type StepFields } from './step-fields.ts';
import { stageFault } from './adding.server.ts';
import type { MapKind } from './step-words.ts';
import { maps } from './tables.ts';

/** A map as it can be begun from: no ids, in order. */
export type NewStep = StepFields & { fromStepId: string | null };
export type NewStage = { name: string; who: string; steps: NewStep[] };

/** Where a map comes from: in words for its history ('from the template “…”'), and its first content (none for an empty map). */
export type Beginning = { from: string; stages: NewStage[] };

/**
 * Begins a map of a journey. Refused where it has stages already: nothing is ever written over. DOMAIN section 4.
 */
export function startMap(
	db: Database,
	person: Person,
	journey: OfJourney,
	kind: MapKind,
	{ from, stages }: Beginning
): Outcome<{ mapId: string } & Changed> {
	const fault = stages.flatMap((stage) => [stageFault(stage), ...stage.steps.map(firstFault)]).find((one) => one !== null);
	if (fault) return fault;
	return changing(db, person, journey, (rows) => {
		const begun = rows.mapId(kind);
		if (begun && rows.stagesIn(begun).length)
			return refused('begun', `The ${kind} map has been begun already. Change it, or import over it, on its own page`);
		const mapId = begun ?? rows.tx.insert(maps).values({ journeyId: journey.id, kind }).returning({ id: maps.id }).get().id;
		const what = `began the ${kind} map ${from}`;
		fill(rows, mapId, stages);
		// an empty one has no rows that could be taken back, but it was begun all the same
		if (!begun && !stages.length) record(rows.tx, person, what, { kind: 'map', id: mapId });
		return { mapId, what, about: { kind: 'map', id: mapId }, gives: { mapId } };
	});
}

function firstFault(step: StepFields) {
	const [fault] = faultsIn(step);
	return fault ? refused('fault', `Step ${quoted(step.does)}: ${fault.text}`, fault.field) : null;
}

function fill(rows: MapRows, mapId: string, stages: NewStage[]): void {
	stages.forEach(({ name, who, steps }, i) => {
		const stageId = randomUUID();
		rows.put('stage', stageId, { id: stageId, mapId, position: (i + 1) * gap, name, who, version: 1 });
		steps.forEach((step, at) => {
			const id = randomUUID();
			rows.put('step', id, { id, mapId, stageId, position: (at + 1) * gap, ...step, version: 1 });
		});
	});
}
