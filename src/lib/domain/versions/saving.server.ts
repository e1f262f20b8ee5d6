import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { record, type Change } from '#lib/domain/audit/recording.server.ts';
import { dayOf, showDay, showTime } from '#lib/domain/calendar/dates.ts';
import { conflictOf, done, refused, stale, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { FieldFault, Typed } from './draft-fields.ts';

/** A version of a document as its table keeps it. */
type Stored<D> = {
	id: string;
	state: string;
	version: number;
	name: string;
	number: string;
	document: D;
	sha256: string;
	savedBy: string | null;
	savedAt: number | null;
};

/** Where the versions of a kind of document are kept. */
export type Shelf<D, Row extends Stored<D>> = {
	/** As the audit trail names one. */
	kind: string;
	find: (db: Database, id: string) => Row | undefined;
	/** Whether another version than this one has a number. */
	isTaken: (db: Database, row: Row, number: string) => boolean;
	sha256Of: (document: D) => string;
	/** Puts the document in the place of the one that stands, and counts its version on. */
	keep: (tx: Transaction, row: Row, document: D, person: Person) => void;
	/** What a save changed, for the audit trail: only the entries that differ, not whole lists. */
	told: (before: D, after: D) => Change;
};

/** How one part of a draft is changed, and shown where somebody else saved first. */
export type Edit<D> = {
	what: string;
	change: (draft: D) => { document: D; faults: FieldFault[] };
	both: (draft: D) => { stands: Typed; mine: Typed; labels: Record<string, string> };
};

/** An edit of which nothing is typed, such as taking something out: of two at once the second is refused without texts to compare. */
export const wholeEdit = <D>(what: string, change: (draft: D) => D): Edit<D> => ({
	what,
	change: (draft) => ({ document: change(draft), faults: [] }),
	both: () => ({ stands: {}, mine: {}, labels: {} })
});

/** A browser sends a line's end as two characters; beside what stands that must not look like a difference. */
export const asShown = (typed: Typed): Typed =>
	Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, text.replace(/\r\n?/g, '\n').trim()]));

/**
 * Saves an edit of a draft, with its audit line. A draft may be unfinished; only what could not be found again is refused.
 * @param seen the version the person was looking at: somebody's later save is shown beside theirs (DOMAIN section 8)
 */
export function saveDraft<D extends { version: string }, Row extends Stored<D>>(
	db: Database,
	person: Person,
	shelf: Shelf<D, Row>,
	id: string,
	seen: number,
	edit: Edit<D>
): Outcome {
	return write(db, (tx) => {
		const draft = shelf.find(tx, id);
		if (draft?.state !== 'draft') return refused('not-a-draft', 'This version cannot be changed any more. Copy it into a new draft.');
		if (draft.version !== seen) return overtaken(tx, draft, edit);
		const { document, faults } = edit.change(draft.document);
		const [fault] = faults;
		if (fault) return refused('unreadable', fault.text, fault.field);
		if (shelf.isTaken(tx, draft, document.version))
			return refused('number-taken', `There is already a version ${document.version}`, 'number');
		if (shelf.sha256Of(document) === draft.sha256) return done();
		shelf.keep(tx, draft, document, person);
		record(
			tx,
			person,
			`edited draft ${draft.name} ${draft.number}: ${edit.what}`,
			{ kind: shelf.kind, id },
			shelf.told(draft.document, document)
		);
		return done();
	});
}

function overtaken<D>(tx: Transaction, draft: Stored<D>, edit: Edit<D>): Outcome {
	const by = draft.savedBy ? tx.select({ name: people.name }).from(people).where(eq(people.id, draft.savedBy)).get()?.name : null;
	const at = draft.savedAt ? `${showTime(draft.savedAt)} on ${showDay(dayOf(draft.savedAt))}` : 'another time';
	const { stands, mine, labels } = edit.both(draft.document);
	return stale(conflictOf({ ...stands, version: draft.version }, mine, labels, { by: by ?? 'Somebody', at }));
}
