import type { ReviewStep } from '../journeys/method.ts';
import { parts, type Guidance, type Part, type Toolkit } from './document.ts';

/** What a part of a step's guidance lost and gained, line by line. */
export type PartChange = { step: ReviewStep; part: Part; gone: string[]; added: string[] };

const changeOf = (step: ReviewStep, part: Part, before: string[], after: string[]): PartChange => ({
	step,
	part,
	gone: before.filter((line) => !after.includes(line)),
	added: after.filter((line) => !before.includes(line))
});

/** What changed from one version to the next, in the order of the steps; lines that only moved are not named. */
export function toolkitChanges(before: Toolkit, after: Toolkit): PartChange[] {
	const earlier = new Map<ReviewStep, Guidance>(before.steps.map((guidance) => [guidance.step, guidance]));
	return after.steps.flatMap((guidance) => {
		const old = earlier.get(guidance.step);
		return parts
			.map((part) => changeOf(guidance.step, part, old?.[part] ?? [], guidance[part]))
			.filter(({ gone, added }) => gone.length || added.length);
	});
}
