import { criterionFields, criterionShown } from './draft-criteria.ts';
import type { StoredVersion } from './seeing.server.ts';

/** What the page of one criterion of a draft shows, by its place in the list; the place after the last is a new one. */
export function draftCriterionPage(draft: StoredVersion, place: number) {
	const { document } = draft;
	return {
		id: draft.id,
		over: `${draft.name} · draft of version ${draft.number}`,
		version: draft.version,
		fields: criterionFields(document, place),
		shown: criterionShown(document, place),
		others: document.criteria.filter((_, other) => other !== place).map(({ number, title }) => ({ number, title }))
	};
}
