import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, holds, id, moment, oneOf, version } from '../../server/columns.ts';
import { people } from '../access/tables.ts';
import { services } from '../organisation/tables.ts';

/** A file's content, kept once however often it is uploaded. */
export const storedFiles = sqliteTable('stored_file', {
	sha256: text('sha256').primaryKey(),
	size: integer('size').notNull(),
	/** As sniffed from its first bytes, never as the browser said. */
	type: text('type').notNull(),
	ending: text('ending').notNull()
});

/** The content in pieces of 256 KB, so that it streams in and out in bounded memory. */
export const filePieces = sqliteTable(
	'file_piece',
	{
		/** SHA-256 of the whole file, or the id of an upload that is still coming in. */
		file: text('file').notNull(),
		number: integer('number').notNull(),
		bytes: blob('bytes', { mode: 'buffer' }).notNull()
	},
	(t) => [primaryKey({ columns: [t.file, t.number] })]
);

export const evidenceKinds = ['file', 'link', 'note'] as const;
export const strengths = ['high', 'medium', 'low'] as const;

/** A piece of evidence: DOMAIN section 2.4. */
export const evidence = sqliteTable(
	'evidence',
	{
		id: id(),
		kind: text('kind', { enum: evidenceKinds }).notNull(),
		title: text('title').notNull(),
		/** What it shows. */
		shows: text('shows').notNull(),
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id),
		ownerId: text('owner_id')
			.notNull()
			.references(() => people.id),
		/** The effective period: when it is true. No end means it is true until somebody says otherwise. */
		effectiveFrom: day('effective_from').notNull(),
		effectiveTo: day('effective_to'),
		strength: text('strength', { enum: strengths }).notNull(),
		reviewOn: day('review_on'),
		/** The number of the version that stands now. */
		currentVersion: integer('current_version').notNull().default(1),
		withdrawnAt: moment('withdrawn_at'),
		version: version()
	},
	(t) => [
		index('evidence_by_service').on(t.serviceId, t.title),
		index('evidence_by_end').on(t.effectiveTo, t.serviceId),
		index('evidence_by_owner').on(t.ownerId),
		oneOf('known_evidence_kind', t.kind, evidenceKinds),
		oneOf('known_strength', t.strength, strengths),
		holds('period_in_order', sql`${t.effectiveTo} is null or ${t.effectiveTo} >= ${t.effectiveFrom}`)
	]
);

/** What a piece of evidence held at one time; older ones stay. */
export const evidenceVersions = sqliteTable(
	'evidence_version',
	{
		id: id(),
		evidenceId: text('evidence_id')
			.notNull()
			.references(() => evidence.id),
		number: integer('number').notNull(),
		sha256: text('sha256').references(() => storedFiles.sha256),
		fileName: text('file_name'),
		link: text('link'),
		note: text('note'),
		addedBy: text('added_by').notNull(),
		addedAt: moment('added_at').notNull()
	},
	(t) => [
		uniqueIndex('evidence_version_by_number').on(t.evidenceId, t.number),
		index('evidence_version_by_file').on(t.sha256),
		holds('one_content', sql`(${t.sha256} is not null) + (${t.link} is not null) + (${t.note} is not null) = 1`)
	]
);
