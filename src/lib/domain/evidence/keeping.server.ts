import { and, eq, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { NewContent } from './content.ts';
import { keepFile } from './keeping-file.server.ts';
import { evidence, evidenceVersions } from './tables.ts';
import type { Strength } from './wording.ts';

/** What a person says of a piece of evidence. Days are YYYY-MM-DD; an empty last or review day is none. */
export type Details = {
	title: string;
	shows: string;
	ownerId: string;
	effectiveFrom: string;
	effectiveTo: string;
	strength: Strength;
	reviewOn: string;
};

/** The columns that hold what a person said. */
export const columnsOf = ({ title, shows, ownerId, effectiveFrom, effectiveTo, strength, reviewOn }: Details) => ({
	title,
	shows,
	ownerId,
	effectiveFrom,
	effectiveTo: effectiveTo || null,
	strength,
	reviewOn: reviewOn || null
});

/** The refusal of an owner who is not one of the council's people, or no longer; null for one who is. */
export function ownerRefused(tx: Database, ownerId: string): Refused | null {
	const found = tx
		.select({ id: people.id })
		.from(people)
		.where(and(eq(people.id, ownerId), isNull(people.deactivatedAt)))
		.get();
	return found ? null : refused('unknown-owner', 'Choose who owns it', 'ownerId');
}

/**
 * Adds a piece of evidence to a service, its content as version 1. The caller has asked whether the person may. Refused
 * where the owner is nobody, or the upload is gone. DOMAIN section 2.4.
 */
export function addEvidence(
	db: Database,
	person: Person,
	serviceId: string,
	details: Details,
	content: NewContent
): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const nobody = ownerRefused(tx, details.ownerId);
		if (nobody) return nobody;
		const held = heldBy(tx, person, content);
		if (!held.ok) return held;
		const row = { ...columnsOf(details), kind: content.kind, serviceId };
		const { id } = tx.insert(evidence).values(row).returning({ id: evidence.id }).get();
		insertVersion(tx, person, id, 1, held.columns);
		record(tx, person, `added evidence ${details.title}`, { kind: 'evidence', id }, changesOf({}, { ...row, ...held.columns }));
		return done({ id });
	});
}

type Held = { sha256?: string; fileName?: string; link?: string; note?: string };

/** What a version holds of a content; a file is kept with it. Refused where the upload is gone. */
export function heldBy(tx: Transaction, person: Person, content: NewContent): Outcome<{ columns: Held }> {
	if (content.kind === 'link') return done({ columns: { link: content.link } });
	if (content.kind === 'note') return done({ columns: { note: content.note } });
	if (content.upload === '') return refused('no-file', 'Choose a file', 'file');
	const file = keepFile(tx, person, content.upload);
	return file.ok ? done({ columns: { sha256: file.sha256, fileName: file.fileName } }) : file;
}

export function insertVersion(tx: Transaction, person: Person, evidenceId: string, number: number, held: Held): void {
	tx.insert(evidenceVersions)
		.values({ evidenceId, number, ...held, addedBy: person.id, addedAt: now() })
		.run();
}
