import type { MapStage, MapStep } from '../map.ts';
import type { EvidenceBySteps } from '../step-evidence.ts';
import type { Since } from '../watching.server.ts';

/**
 * The stages as they stand after what was changed since. What was not touched is the same object as before, so a page draws
 * only what is new. A step whose words have not come yet waits for them.
 */
export function followed(stages: readonly MapStage[], since: Since): MapStage[] {
	if (!since.changes.length) return [...stages];
	const gone = new Set(since.removed);
	const steps = new Map<string, MapStep>(stages.flatMap((stage) => stage.steps.map((step) => [step.id, step] as const)));
	for (const { stageId: _, ...step } of since.steps) steps.set(step.id, step);
	const heads = new Map<string, Omit<MapStage, 'steps'>>(stages.map((stage) => [stage.id, stage]));
	for (const stage of since.stages) heads.set(stage.id, stage);
	return since.order.flatMap(({ stageId, steps: ids }) => {
		const head = heads.get(stageId);
		if (!head || gone.has(stageId)) return [];
		const own = ids.flatMap((id) => (gone.has(id) ? [] : (steps.get(id) ?? [])));
		return [{ id: head.id, name: head.name, who: head.who, version: head.version, steps: own }];
	});
}

/** The evidence of the steps as it stands after what was changed since: that of a touched step is told anew, or is gone. */
export function evidenceFollowed(
	evidence: EvidenceBySteps,
	{ steps, removed, evidence: told }: Pick<Since, 'steps' | 'removed'> & { evidence: EvidenceBySteps }
): EvidenceBySteps {
	const touched = new Set([...steps.map(({ id }) => id), ...removed]);
	return { ...Object.fromEntries(Object.entries(evidence).filter(([id]) => !touched.has(id))), ...told };
}
