import type { JourneyMap, MapStep } from '#lib/domain/maps/map.ts';
import type { WantedStage, WantedStep } from '#lib/domain/maps/replacing.server.ts';
import { stepFieldNames, stepLabels } from '#lib/domain/maps/step-fields.ts';
import type { Change } from '../tables.ts';

/* What a file would change of a map, a line each. They name what stands now, so that a check goes out of date with it. */

/** A text short enough to stand in a line. */
export const short = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text}”`.replaceAll(/\s+/g, ' ');
const say = (value: unknown) =>
	value === null || value === '' ? 'nothing' : value === true ? 'yes' : value === false ? 'no' : short(String(value));

/** What a row does to a step. */
export function stepLine(row: number, wanted: WantedStep, now: MapStep | undefined, stage: WantedStage, map: JourneyMap): Change {
	if (!now) return { row, what: 'add', text: `Adds step ${short(wanted.does)} to stage ${short(stage.name)}` };
	const fields = stepFieldNames.filter((field) => wanted[field] !== now[field]);
	const parts = fields.map((field) => `${stepLabels[field]} from ${say(now[field])} to ${say(wanted[field])}`);
	if (wanted.fromStepId !== now.fromStepId) parts.push('the as-is step it was made from');
	const was = map.stages.find(({ steps }) => steps.includes(now));
	if (was && was.id !== stage.id) parts.push(`stage from ${short(was.name)} to ${short(stage.name)}`);
	return parts.length
		? { row, what: 'change', text: `Changes step ${short(now.does)}: ${parts.join('; ')}` }
		: { row, what: 'same', text: `Step ${short(now.does)} stays as it is` };
}

/** What becomes of the stages. */
export function stageLines(map: JourneyMap, wanted: WantedStage[]): Change[] {
	const lines: Change[] = [];
	for (const stage of wanted) {
		const now = map.stages.find(({ id }) => id === stage.id);
		if (!now) lines.push({ row: 0, what: 'add', text: `Adds stage ${short(stage.name)}` });
		else if (now.who !== stage.who || now.name !== stage.name)
			lines.push({
				row: 0,
				what: 'change',
				text: `Changes stage ${short(now.name)}: ${[now.name !== stage.name ? `name to ${say(stage.name)}` : '', now.who !== stage.who ? `who is there from ${say(now.who)} to ${say(stage.who)}` : ''].filter(Boolean).join('; ')}`
			});
	}
	for (const { id, name } of map.stages)
		if (!wanted.some((stage) => stage.id === id)) lines.push({ row: 0, what: 'change', text: `Removes stage ${short(name)}` });
	return lines;
}

/** A line where what stays stands in another order. */
export function orderLines(map: JourneyMap, wanted: WantedStage[]): Change[] {
	const inOrder = (before: string[], after: (string | null)[]) => {
		const kept = after.filter((id) => id !== null && before.includes(id));
		return before.filter((id) => kept.includes(id)).join() === kept.join();
	};
	const lines: Change[] = [];
	if (
		!inOrder(
			map.stages.map(({ id }) => id),
			wanted.map(({ id }) => id)
		)
	)
		lines.push({ row: 0, what: 'change', text: 'Puts the stages in another order' });
	for (const stage of wanted) {
		const now = map.stages.find(({ id }) => id === stage.id);
		if (
			now &&
			!inOrder(
				now.steps.map(({ id }) => id),
				stage.steps.map(({ id }) => id)
			)
		)
			lines.push({ row: 0, what: 'change', text: `Puts the steps of stage ${short(stage.name)} in another order` });
	}
	return lines;
}
