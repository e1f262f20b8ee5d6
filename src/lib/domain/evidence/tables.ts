import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { day, holds, id, moment, oneOf, version } from '../../server/columns.ts';
import { people } from '../access/tables.ts';
import { services } from '../organisation/tables.ts';

/** A file's content, kept once however often it is uploaded. */
export const storedFiles = sqliteTable('stored_file', {
	sha256: text('sha256').primaryKey(),
	size: integer('size').notNull(),
	/** As sniffed from its first bytes, never as the browser said. */
	type: text('type').notNull(),
	ending: text('ending').notNull(),
	/** Under what its pieces stand: the id of the upload that brought it first, so that keeping it moves no bytes. */
	pieces: text('pieces').notNull().unique('stored_file_by_pieces')
});

/** A file coming in, or come in and not yet part of anything. What nobody keeps is swept away with its pieces. */
export const uploads = sqliteTable(
	'upload',
	{
		id: id(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		startedAt: moment('started_at').notNull(),
		fileName: text('file_name').notNull(),
		/** Known once it has come in whole. */
		sha256: text('sha256'),
		size: integer('size'),
		type: text('type'),
		ending: text('ending')
	},
	(t) => [index('upload_by_start').on(t.startedAt), index('upload_by_person').on(t.personId)]
);

/** The content in pieces of 256 KB, so that it streams in and out in bounded memory. */
export const filePieces = sqliteTable(
	'file_piece',
	{
		/** The id of the upload that brought it: an `upload` while it comes in, `stored_file.pieces` afterwards. */
		file: text('file').notNull(),
		number: integer('number').notNull(),
		bytes: blob('bytes', { mode: 'buffer' }).notNull()
	},
	(t) => [primaryKey({ columns: [t.file, t.number] })]
);

export const evidenceKinds = ['file', 'link', 'note'] as const;
export const strengths = ['high', 'medium', 'low'] as const;

/** The day a period ends, for sorting and comparing: what has no end comes last. */
export const endOf = (effectiveTo: AnySQLiteColumn) =>
	sql<string>`case when ${effectiveTo} is null then '9999-12-31' else ${effectiveTo} end`;

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
		withdrawnBy: text('withdrawn_by'),
		withdrawnReason: text('withdrawn_reason'),
		version: version()
	},
	(t) => [
		index('evidence_by_service').on(t.serviceId, t.title, t.id),
		index('evidence_by_title').on(t.title, t.id),
		index('evidence_by_end').on(endOf(t.effectiveTo), t.id),
		index('evidence_by_owner').on(t.ownerId, t.title, t.id),
		oneOf('known_evidence_kind', t.kind, evidenceKinds),
		oneOf('known_strength', t.strength, strengths),
		holds('withdrawn_with_reason', sql`${t.withdrawnAt} is null or length(${t.withdrawnReason}) > 0`),
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
