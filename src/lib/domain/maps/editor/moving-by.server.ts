import type { Person } from '#lib/domain/access/person.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import type { Changed } from '../changing.server.ts';
import { moveStage, moveStep } from '../moving.server.ts';
import { mapOf } from '../reading.server.ts';
import type { MapKind } from '../step-words.ts';
import { placeBy, type Way } from './places.ts';

type Where = { journey: Journey; kind: MapKind };
const farthest: Record<Way, string> = {
	up: 'This step is the first of the map already',
	down: 'This step is the last of the map already',
	left: 'This step is in the first stage already',
	right: 'This step is in the last stage already'
};

/** Moves a step one place or one stage, as the buttons and keys of the editor do. Refused where it can go no further. */
export function moveStepBy(db: Database, person: Person, { journey, kind }: Where, stepId: string, way: Way): Outcome<Changed> {
	const place = placeBy(mapOf(db, journey.id, kind)?.stages ?? [], stepId, way);
	if (!place) return refused('no-further', farthest[way]);
	return moveStep(db, person, journey, stepId, place.stage, place.before);
}

/** Moves a stage with its steps one place. Refused where it can go no further. */
export function moveStageBy(db: Database, person: Person, { journey, kind }: Where, stageId: string, way: 'up' | 'down'): Outcome<Changed> {
	const ids = (mapOf(db, journey.id, kind)?.stages ?? []).map(({ id }) => id);
	const i = ids.indexOf(stageId);
	const before = way === 'up' ? ids[i - 1] : (ids[i + 2] ?? null);
	if (i < 0 || before === undefined || (way === 'down' && i === ids.length - 1))
		return refused('no-further', `This stage is the ${way === 'up' ? 'first' : 'last'} of the map already`);
	return moveStage(db, person, journey, stageId, before);
}
