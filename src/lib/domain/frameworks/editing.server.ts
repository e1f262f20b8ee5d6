import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { dayOf, showDay, showTime } from '#lib/domain/calendar/dates.ts';
import { conflictOf, done, refused, stale, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { isTaken } from './copying.server.ts';
import type { Framework } from './document.ts';
import { criterionFields, criterionShown, numberedAnew, placeOf, withCriterion, withoutCriterion } from './draft-criteria.ts';
import type { FieldFault, Typed } from './draft-fields.ts';
import { partLabels, partNames, partShown, withPart, type DraftPart } from './draft-parts.ts';
import { sha256Of } from './loading.server.ts';
import { versionById, type StoredVersion } from './seeing.server.ts';
import { frameworkVersions } from './tables.ts';

/** How one part of a draft is changed, and shown where somebody else saved first. */
type Edit = {
	what: string;
	change: (draft: Framework) => { document: Framework; faults: FieldFault[] };
	both: (draft: Framework) => { stands: Typed; mine: Typed; labels: Record<string, string> };
};

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
		whole(`removed criterion ${number}`, (draft) => withoutCriterion(draft, number))
	);

/** Puts the criteria in the order of their levels and numbers them anew. */
export const numberAnew = (db: Database, person: Person, id: string, seen: number): Outcome =>
	save(db, person, id, seen, whole('numbered the criteria anew', numberedAnew));

const gone = (draft: Framework) => ({
	document: draft,
	faults: [{ field: 'number', text: 'Somebody took this criterion out. Add it as a new one' }]
});
const whole = (what: string, change: (draft: Framework) => Framework): Edit => ({
	what,
	change: (draft) => ({ document: change(draft), faults: [] }),
	both: () => ({ stands: {}, mine: {}, labels: {} })
});

/** A browser sends a line's end as two characters; beside what stands that must not look like a difference. */
const asShown = (typed: Typed): Typed =>
	Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, text.replace(/\r\n?/g, '\n').trim()]));

function save(db: Database, person: Person, id: string, seen: number, edit: Edit): Outcome {
	return write(db, (tx) => {
		const draft = versionById(tx, id);
		if (draft?.state !== 'draft') return refused('not-a-draft', 'This version cannot be changed any more. Copy it into a new draft.');
		if (draft.version !== seen) return overtaken(tx, draft, edit);
		const { document, faults } = edit.change(draft.document);
		const [fault] = faults;
		if (fault) return refused('unreadable', fault.text, fault.field);
		if (isTaken(tx, draft.framework, document.version, id))
			return refused('number-taken', `There is already a version ${document.version}`, 'number');
		const sha256 = sha256Of(document);
		if (sha256 === draft.sha256) return done();
		tx.update(frameworkVersions)
			.set({
				document,
				sha256,
				name: document.name,
				number: document.version,
				savedAt: now(),
				savedBy: person.id,
				version: seen + 1
			})
			.where(and(eq(frameworkVersions.id, id), eq(frameworkVersions.version, seen)))
			.run();
		record(
			tx,
			person,
			`edited draft ${draft.name} ${draft.number}: ${edit.what}`,
			{ kind: 'framework version', id },
			told(draft.document, document)
		);
		return done();
	});
}

/** What a save changed, for the audit trail: only the criteria that differ, not the whole list. */
function told(before: Framework, after: Framework) {
	const { criteria: old, ...rest } = before;
	const { criteria: now, ...others } = after;
	const byNumber = (list: Framework['criteria']) =>
		Object.fromEntries(list.map((criterion) => [`criterion ${criterion.number}`, criterion]));
	const [was, is] = [byNumber(old), byNumber(now)];
	const missing = Object.fromEntries(
		Object.keys(was)
			.filter((key) => !(key in is))
			.map((key) => [key, null])
	);
	return { ...changesOf<object>(rest, others), ...changesOf<object>(was, { ...is, ...missing }) };
}

function overtaken(tx: Transaction, draft: StoredVersion, edit: Edit): Outcome {
	const by = draft.savedBy ? tx.select({ name: people.name }).from(people).where(eq(people.id, draft.savedBy)).get()?.name : null;
	const at = draft.savedAt ? `${showTime(draft.savedAt)} on ${showDay(dayOf(draft.savedAt))}` : 'another time';
	const { stands, mine, labels } = edit.both(draft.document);
	return stale(conflictOf({ ...stands, version: draft.version }, mine, labels, { by: by ?? 'Somebody', at }));
}
