import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf } from '#lib/domain/audit/recording.server.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Typed } from '../versions/draft-fields.ts';
import { asShown, saveDraft, wholeEdit, type Edit, type Shelf } from '../versions/saving.server.ts';
import { byName, withGone } from '../versions/telling.ts';
import { isTaken } from './copying.server.ts';
import type { Framework } from './document.ts';
import { criterionFields, criterionShown, numberedAnew, placeOf, withCriterion, withoutCriterion } from './draft-criteria.ts';
import { partLabels, partNames, partShown, withPart, type DraftPart } from './draft-parts.ts';
import { sha256Of } from './loading.server.ts';
import { versionById, type StoredVersion } from './seeing.server.ts';
import { frameworkVersions } from './tables.ts';

const shelf: Shelf<Framework, StoredVersion> = {
	kind: 'framework version',
	find: versionById,
	isTaken: (db, { framework, id }, number) => isTaken(db, framework, number, id),
	sha256Of,
	keep: (tx, { id, version }, document, person) =>
		tx
			.update(frameworkVersions)
			.set({
				document,
				sha256: sha256Of(document),
				name: document.name,
				number: document.version,
				savedAt: now(),
				savedBy: person.id,
				version: version + 1
			})
			.where(and(eq(frameworkVersions.id, id), eq(frameworkVersions.version, version)))
			.run(),
	told: ({ criteria: old, ...rest }, { criteria: now, ...others }) => {
		const was = byName('criterion', old, ({ number }) => number);
		const is = byName('criterion', now, ({ number }) => number);
		return { ...changesOf<object>(rest, others), ...changesOf<object>(was, withGone(was, is)) };
	}
};
const save = (db: Database, person: Person, id: string, seen: number, edit: Edit<Framework>): Outcome =>
	saveDraft(db, person, shelf, id, seen, edit);

/** Saves one part of a draft as it was typed. A draft may be unfinished; only what could not be found again is refused. */
export const savePart = (db: Database, person: Person, id: string, seen: number, part: DraftPart, typed: Typed): Outcome =>
	save(db, person, id, seen, {
		what: partNames[part].toLowerCase(),
		change: (draft) => withPart(draft, part, typed),
		both: (draft) => ({ stands: partShown(draft, part), mine: asShown(typed), labels: partLabels(draft, part) })
	});

/** Saves one criterion of a draft by the number it had, or a new one (null). */
export const saveCriterion = (db: Database, person: Person, id: string, seen: number, number: string | null, typed: Typed): Outcome => {
	const place = (draft: Framework) => (number === null ? draft.criteria.length : placeOf(draft, number));
	return save(db, person, id, seen, {
		what: number === null ? `new criterion ${typed.number ?? ''}` : `criterion ${number}`,
		change: (draft) => (place(draft) < 0 ? gone(draft) : withCriterion(draft, place(draft), typed)),
		both: (draft) => ({
			stands: place(draft) < 0 ? {} : criterionShown(draft, place(draft)),
			mine: asShown(typed),
			labels: { ...Object.fromEntries(criterionFields(draft, place(draft)).map(({ name, label }) => [name, label])), after: 'Comes after' }
		})
	});
};

/** Takes a criterion out of a draft. */
export const removeCriterion = (db: Database, person: Person, id: string, seen: number, number: string): Outcome =>
	save(
		db,
		person,
		id,
		seen,
		wholeEdit(`removed criterion ${number}`, (draft) => withoutCriterion(draft, number))
	);

/** Puts the criteria in the order of their levels and numbers them anew. */
export const numberAnew = (db: Database, person: Person, id: string, seen: number): Outcome =>
	save(db, person, id, seen, wholeEdit('numbered the criteria anew', numberedAnew));

const gone = (draft: Framework) => ({
	document: draft,
	faults: [{ field: 'number', text: 'Somebody took this criterion out. Add it as a new one' }]
});
