import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { can } from '#lib/domain/access/can.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { thingOf } from '#lib/domain/journeys/finding.server.ts';
import { addStage, addStep } from '#lib/domain/maps/adding.server.ts';
import { detachFromStep } from '#lib/domain/maps/attaching.server.ts';
import { nothingChosen, pieceChosen, stageAdded, stageChosen, stepAdded, stepChosen, stepPlaced } from '#lib/domain/maps/editor/forms.ts';
import { moveStageBy, moveStepBy } from '#lib/domain/maps/editor/moving-by.server.ts';
import { neighbourOf } from '#lib/domain/maps/editor/places.ts';
import { mapSeen, mapToChange } from '#lib/domain/maps/map-seen.server.ts';
import { mergeSteps } from '#lib/domain/maps/merging.server.ts';
import { moveStep } from '#lib/domain/maps/moving.server.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { removeStep } from '#lib/domain/maps/removing.server.ts';
import { duplicateStep, splitStep } from '#lib/domain/maps/splitting.server.ts';
import { evidenceOfMap } from '#lib/domain/maps/step-evidence.server.ts';
import { redo, undo } from '#lib/domain/maps/undoing.server.ts';
import { lastChange } from '#lib/domain/maps/watching.server.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

const names = { 'as-is': 'As-is map', 'to-be': 'To-be map' };

export const load: PageServerLoad = (event) => {
	const { person, journey, kind, mapId } = mapSeen(event);
	const { db } = event.locals;
	const query = event.url.searchParams;
	const mayChange = journey.state === 'open' && can(person, 'review journey', thingOf(journey));
	return {
		journey: { id: journey.id, name: journey.name, words: journey.words },
		kind,
		begun: mapId !== null,
		mayChange,
		// before the map is read, so that nothing falls between the two
		number: mapId === null ? 0 : lastChange(db, mapId),
		stages: mapOf(db, journey.id, kind)?.stages ?? [],
		evidence: mapId === null ? {} : evidenceOfMap(db, person, mapId),
		at: mayChange ? query.get('at') : null,
		adding: mayChange ? query.get('add') : null,
		before: query.get('before'),
		crumbs: journeyCrumbs(journey, { label: names[kind] })
	};
};

/** Reads the form, does one thing to the map, and goes back to the step it was done to. */
async function doing<S extends v.GenericSchema<unknown, unknown>>(
	event: RequestEvent,
	schema: S,
	work: (data: v.InferOutput<S>) => Outcome<object>,
	at: (data: v.InferOutput<S>, outcome: object) => string | null
) {
	const form = await parseForm(event, schema);
	if (!form.ok) return fail(400, form);
	const outcome = once(event, form, () => work(form.data));
	if (!outcome.ok) return refusal(form, outcome);
	const step = at(form.data, outcome);
	redirect(303, step === null ? event.url.pathname : `${event.url.pathname}?at=${step}#step-${step}`);
}
type StepGiven = { step: { id: string } };
const same = ({ step }: StepGiven) => step.id;
const made = (_: unknown, outcome: object) => ('stepId' in outcome ? String(outcome.stepId) : null);
const nowhere = () => null;

export const actions: Actions = {
	up: async (event) => {
		const seen = mapToChange(event);
		return doing(event, stepChosen, ({ step }) => moveStepBy(event.locals.db, seen.person, seen, step.id, 'up'), same);
	},
	down: async (event) => {
		const seen = mapToChange(event);
		return doing(event, stepChosen, ({ step }) => moveStepBy(event.locals.db, seen.person, seen, step.id, 'down'), same);
	},
	left: async (event) => {
		const seen = mapToChange(event);
		return doing(event, stepChosen, ({ step }) => moveStepBy(event.locals.db, seen.person, seen, step.id, 'left'), same);
	},
	right: async (event) => {
		const seen = mapToChange(event);
		return doing(event, stepChosen, ({ step }) => moveStepBy(event.locals.db, seen.person, seen, step.id, 'right'), same);
	},
	place: async (event) => {
		const { person, journey } = mapToChange(event);
		const { db } = event.locals;
		return doing(event, stepPlaced, ({ step, toStage, before }) => moveStep(db, person, journey, step.id, toStage, before), same);
	},
	duplicate: async (event) => {
		const { person, journey } = mapToChange(event);
		return doing(event, stepChosen, ({ step }) => duplicateStep(event.locals.db, person, journey, step.id), made);
	},
	split: async (event) => {
		const { person, journey } = mapToChange(event);
		return doing(event, stepChosen, ({ step }) => splitStep(event.locals.db, person, journey, step.id, step.version), same);
	},
	merge: async (event) => {
		const { person, journey } = mapToChange(event);
		return doing(event, stepChosen, ({ step }) => mergeSteps(event.locals.db, person, journey, step.id, step.version), same);
	},
	remove: async (event) => {
		const { person, journey, kind } = mapToChange(event);
		const { db } = event.locals;
		const stages = mapOf(db, journey.id, kind)?.stages ?? [];
		const removed = ({ step }: StepGiven) => neighbourOf(stages, step.id);
		return doing(event, stepChosen, ({ step }) => removeStep(db, person, journey, step.id, step.version), removed);
	},
	detach: async (event) => {
		const { person, journey } = mapToChange(event);
		const { db } = event.locals;
		return doing(
			event,
			pieceChosen,
			({ piece }) => detachFromStep(db, person, journey, piece.stepId, piece.evidenceId),
			({ piece }) => piece.stepId
		);
	},
	add: async (event) => {
		const { person, journey } = mapToChange(event);
		const { db } = event.locals;
		return doing(event, stepAdded, ({ stage, before, does }) => addStep(db, person, journey, stage, { does }, before), made);
	},
	addStage: async (event) => {
		const { person, journey, kind } = mapToChange(event);
		const { db } = event.locals;
		return doing(event, stageAdded, ({ before, ...stage }) => addStage(db, person, journey, kind, stage, before), nowhere);
	},
	stageUp: async (event) => {
		const seen = mapToChange(event);
		return doing(event, stageChosen, ({ stage }) => moveStageBy(event.locals.db, seen.person, seen, stage, 'up'), nowhere);
	},
	stageDown: async (event) => {
		const seen = mapToChange(event);
		return doing(event, stageChosen, ({ stage }) => moveStageBy(event.locals.db, seen.person, seen, stage, 'down'), nowhere);
	},
	undo: async (event) => {
		const { person, journey, kind } = mapToChange(event);
		return doing(event, nothingChosen, () => undo(event.locals.db, person, journey, kind), nowhere);
	},
	redo: async (event) => {
		const { person, journey, kind } = mapToChange(event);
		return doing(event, nothingChosen, () => redo(event.locals.db, person, journey, kind), nowhere);
	}
};
