import type { JourneyMap } from '#lib/domain/maps/map.ts';

/** A step of the as-is map as contacts name it: its number counts through the whole map. */
export type DemandStep = { id: string; number: number; within: string; does: string; stage: string };

/** The steps of a map in order, numbered 1, 2, 3 through all its stages; `within` numbers them by stage: '2.1'. */
export function demandSteps(map: Pick<JourneyMap, 'stages'> | null): DemandStep[] {
	const steps = (map?.stages ?? []).flatMap((stage, i) =>
		stage.steps.map(({ id, does }, j) => ({ id, does, stage: stage.name, within: `${i + 1}.${j + 1}` }))
	);
	return steps.map((step, i) => ({ ...step, number: i + 1 }));
}

const bare = (text: string) => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** What a cell says about a step: its number, its number within its stage, or what the customer does there. */
export type StepNamed = { ok: true; id: string | null } | { ok: false; text: string };

/** Finds the step that a text names; '' names none, and so does a text that could mean two. */
export function stepNamed(steps: readonly DemandStep[], text: string): StepNamed {
	const said = bare(text);
	if (!said) return { ok: true, id: null };
	const numbered = /^\d+$/.test(said)
		? steps.filter(({ number }) => number === Number(said))
		: steps.filter(({ within }) => within === said);
	// a step written as it is shown: '7. Rings to ask when'
	const named = steps.filter(({ does, number }) => bare(does) === said || bare(`${number}. ${does}`) === said);
	const found = numbered.length ? numbered : named;
	if (found.length > 1) return { ok: false, text: `Several steps are called “${text}”. Write the step's number` };
	if (found[0]) return { ok: true, id: found[0].id };
	return {
		ok: false,
		text: steps.length
			? `The as-is map has no step “${text}”. Write a number from 1 to ${steps.length}, or what the customer does there`
			: `The journey has no as-is map yet, so “${text}” cannot be found. Leave the step empty`
	};
}

/** '7. Rings to ask when' */
export const sayStep = ({ number, does }: Pick<DemandStep, 'number' | 'does'>): string => `${number}. ${does}`;
