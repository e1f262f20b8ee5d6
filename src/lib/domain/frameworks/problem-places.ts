import type { Framework } from './document.ts';
import { criterionFields } from './draft-criteria.ts';
import { anchorOf } from '../versions/draft-fields.ts';
import { fieldGroups, partsFor } from './draft-parts.ts';
import type { Path } from '#lib/server/document-faults.ts';

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
		return `criteria/${criterion.number}${anchorOf(fields, path)}`;
	}
	for (const part of partsFor(draft.kind)) {
		const fields = fieldGroups(draft, part).flatMap((group) => group.fields);
		const found = anchorOf(fields, path);
		if (found) return `${part}${found}`;
	}
	return partsFor(draft.kind).find((part) => part === list) ?? 'about';
}
