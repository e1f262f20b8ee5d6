import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf } from '#lib/domain/audit/recording.server.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Typed } from '../versions/draft-fields.ts';
import { asShown, saveDraft, wholeEdit, type Edit, type Shelf } from '../versions/saving.server.ts';
import { byName, withGone } from '../versions/telling.ts';
import type { Scorecard } from './card.ts';
import { isTaken } from './copying.server.ts';
import { partLabels, partNames, partShown, withPart, type DraftPart } from './draft-parts.ts';
import { withQuestion } from './changing-questions.ts';
import { newPlace, placeOf, withoutQuestion } from './draft-places.ts';
import { questionLabels, questionShown } from './draft-questions.ts';
import { columnsOf, sha256Of } from './loading.server.ts';
import { cardById, type StoredCard } from './seeing.server.ts';
import { scorecardVersions } from './tables.ts';

const shelf: Shelf<Scorecard, StoredCard> = {
	kind: 'scorecard version',
	find: cardById,
	isTaken: (db, { scorecard, id }, number) => isTaken(db, scorecard, number, id),
	sha256Of,
	keep: (tx, { id, version }, document, person) =>
		tx
			.update(scorecardVersions)
			.set({ ...columnsOf(document), savedAt: now(), savedBy: person.id, version: version + 1 })
			.where(and(eq(scorecardVersions.id, id), eq(scorecardVersions.version, version)))
			.run(),
	told: (before, after) => {
		const [was, is] = [piecesOf(before), piecesOf(after)];
		return { ...changesOf<object>(was.rest, is.rest), ...changesOf<object>(was.pieces, withGone(was.pieces, is.pieces)) };
	}
};

/** A scorecard in the pieces the audit trail tells apart: what stands around, each section, each question, and their order. */
function piecesOf({ sections, ...rest }: Scorecard) {
	const order = sections.map(({ id, questions }) => `${id}: ${questions.map((question) => question.id).join(', ')}`).join('; ');
	const framed = sections.map(({ id, name, weight }) => ({ id, name, weight }));
	const questions = sections.flatMap((section) => section.questions);
	return {
		rest: { ...rest, order },
		pieces: {
			...byName<object>('section', framed, (one) => (one as { id: string }).id),
			...byName<object>('question', questions, (one) => (one as { id: string }).id)
		}
	};
}

const save = (db: Database, person: Person, id: string, seen: number, edit: Edit<Scorecard>): Outcome =>
	saveDraft(db, person, shelf, id, seen, edit);

/** Saves one part of a draft as it was typed. A draft may be unfinished; only what could not be found again is refused. */
export const savePart = (db: Database, person: Person, id: string, seen: number, part: DraftPart, typed: Typed): Outcome =>
	save(db, person, id, seen, {
		what: partNames[part].toLowerCase(),
		change: (draft) => withPart(draft, part, typed),
		both: (draft) => ({ stands: partShown(draft, part), mine: asShown(typed), labels: partLabels(draft, part) })
	});

/** Saves one question of a draft by the name it had, or a new one (null) in the section its place names. */
export function saveQuestion(db: Database, person: Person, id: string, seen: number, question: string | null, typed: Typed): Outcome {
	const place = (draft: Scorecard) => (question === null ? newPlace(draft, typed.place?.split('/')[0] ?? '') : placeOf(draft, question));
	return save(db, person, id, seen, {
		what: question === null ? `new question ${typed.id ?? ''}` : `question ${question}`,
		change: (draft) => {
			const at = place(draft);
			return at ? withQuestion(draft, at, typed) : gone(draft);
		},
		both: (draft) => {
			const at = place(draft);
			return { stands: at ? questionShown(draft, at) : {}, mine: asShown(typed), labels: at ? questionLabels(draft, at, typed) : {} };
		}
	});
}

const gone = (draft: Scorecard) => ({
	document: draft,
	faults: [{ field: 'id', text: 'Somebody took this question or its section out. Add it as a new one' }]
});

/** Takes a question out of a draft. */
export const removeQuestion = (db: Database, person: Person, id: string, seen: number, question: string): Outcome =>
	save(
		db,
		person,
		id,
		seen,
		wholeEdit(`removed question ${question}`, (draft) => withoutQuestion(draft, question))
	);
