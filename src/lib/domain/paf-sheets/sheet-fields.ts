import { statisticLines } from './statistic-lines.ts';
import type { SheetTyped } from './sheet-reading.server.ts';

const say = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));

/** What the form of a sheet begins with: what stands, or the names of the team's usual statistics. */
export function sheetFields(typed: SheetTyped | null, usual: readonly { name: string; unit: string }[]): Record<string, string> {
	const lines = Array.from({ length: statisticLines }, (_, at) => {
		const stands = typed ? typed.statistics[at] : undefined;
		const { name = '', unit = '' } = stands ?? (typed ? {} : (usual[at] ?? {}));
		const n = at + 1;
		return {
			[`name${n}`]: name,
			[`unit${n}`]: unit,
			[`numerator${n}`]: say(stands?.numerator),
			[`denominator${n}`]: say(stands?.denominator)
		};
	});
	const { escalations, errors, compliments, complaints, note } = typed ?? { note: '' };
	const counts = { escalations: say(escalations), errors: say(errors), compliments: say(compliments), complaints: say(complaints) };
	return { ...counts, note, ...Object.assign({}, ...lines) } as Record<string, string>;
}
