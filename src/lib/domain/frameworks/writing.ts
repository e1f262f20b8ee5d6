import { writeYaml } from '#lib/server/writing-yaml.ts';
import type { Framework } from './document.ts';

/*
 * The order in which the fields of a framework file are written, whatever order they were stored in. One list does
 * for all its parts, because no two parts want the same two fields in a different order.
 */
const fieldOrder = (
	'id number name award version kind about worth theme level title publisher year place text source why evidence better ' +
	'descriptions thresholds atLevel below levels scale outcomes atMost atLeast share ratings themes criteria'
).split(' ');

/** A framework as the text of its file, in a fixed order: reading it gives the same framework, writing that the same text. */
export const asYaml = (framework: Framework): string => writeYaml(framework, fieldOrder);

/** One criterion as a line of a spreadsheet. Lists are one entry to a line within the cell. */
export type CriterionRow = {
	number: string;
	level: number | null;
	theme: string;
	title: string;
	text: string;
	why: string;
	evidence: string;
	better: string;
	source: string;
	descriptions: string;
};

/** The criteria of a framework as plain rows, in the framework's order; the theme by its name, descriptions by level. */
export function asRows(framework: Framework): CriterionRow[] {
	const themes = new Map(framework.themes.map((theme) => [theme.id, theme.name]));
	return framework.criteria.map((criterion) => ({
		number: criterion.number,
		level: criterion.level ?? null,
		theme: themes.get(criterion.theme) ?? criterion.theme,
		title: criterion.title,
		text: criterion.text,
		why: criterion.why,
		evidence: criterion.evidence.join('\n'),
		better: criterion.better.join('\n'),
		source: criterion.source,
		descriptions: (criterion.descriptions ?? []).map((text, index) => `${levelName(framework, index)}: ${text}`).join('\n')
	}));
}

function levelName(framework: Framework, index: number): string {
	const level = framework.levels?.[index];
	return level ? `${level.number} ${level.name}` : String(index + 1);
}
