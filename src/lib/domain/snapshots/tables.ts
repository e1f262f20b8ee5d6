import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, moment } from '../../server/columns.ts';
import { assessments } from '../assessments/tables.ts';
import type { Snapshot } from './snapshot.ts';

/** What was agreed, whole and for ever. A reopened assessment keeps its old snapshots. */
export const snapshots = sqliteTable(
	'snapshot',
	{
		id: id(),
		assessmentId: text('assessment_id')
			.notNull()
			.references(() => assessments.id),
		number: integer('number').notNull(),
		takenAt: moment('taken_at').notNull(),
		takenBy: text('taken_by').notNull(),
		content: text('content', { mode: 'json' }).$type<Snapshot>().notNull(),
		sha256: text('sha256').notNull(),
		reopenedAt: moment('reopened_at'),
		reopenedBy: text('reopened_by'),
		reopenReason: text('reopen_reason')
	},
	(t) => [uniqueIndex('snapshot_by_number').on(t.assessmentId, t.number)]
);
