import { questionShown } from './draft-questions.ts';
import type { Place } from './draft-places.ts';
import type { StoredCard } from './seeing.server.ts';

/** What the page of one question of a draft shows, by its place; the place after the last of a section is a new one. */
export const draftQuestionPage = (draft: StoredCard, place: Place, standards: Record<string, string>) => ({
	id: draft.id,
	over: `${draft.name} · draft of version ${draft.number}`,
	version: draft.version,
	draft: draft.document,
	place,
	section: draft.document.sections[place.section]?.id,
	shown: questionShown(draft.document, place),
	standards: Object.keys(standards)
});
