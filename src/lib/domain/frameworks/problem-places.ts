import type { Framework } from './document.ts';
import { criterionFields } from './draft-criteria.ts';
import type { DraftField } from './draft-fields.ts';
import { fieldGroups, partsFor } from './draft-parts.ts';
import type { Path } from '#lib/server/document-faults.ts';

const holds = (field: DraftField, path: Path) =>
	field.path.length <= path.length && field.path.every((step, index) => step === path[index]);
/** The other way round: something is wrong with a whole entry, and its first field is the nearest. */
const isIn = (field: DraftField, path: Path) => path.every((step, index) => step === field.path[index]);

/**
 * Where in the draft's pages a problem is put right: the address below the draft's own, such as `criteria/1.1#why`.
 * Empty where no page has it: the list of criteria, which stands on the draft's first page.
 */
export function placeOfProblem(draft: Framework, path: Path): string {
	const [list, index] = path;
	if (list === 'criteria') {
		const criterion = typeof index === 'number' ? draft.criteria[index] : undefined;
		if (!criterion) return '';
		const fields = criterionFields(draft, Number(index));
		return `criteria/${criterion.number}${anchor(fields, path)}`;
	}
	for (const part of partsFor(draft.kind)) {
		const fields = fieldGroups(draft, part).flatMap((group) => group.fields);
		const found = anchor(fields, path);
		if (found) return `${part}${found}`;
	}
	return partsFor(draft.kind).find((part) => part === list) ?? 'about';
}

function anchor(fields: DraftField[], path: Path): string {
	const field = fields.find((one) => holds(one, path)) ?? fields.find((one) => isIn(one, path));
	return field ? `#${field.name}` : '';
}
