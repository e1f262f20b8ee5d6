import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment, version, yes } from '../../server/columns.ts';
import { assessments } from '../assessments/tables.ts';

/** What the moderator says of one answer. */
export const moderations = sqliteTable(
	'moderation',
	{
		assessmentId: text('assessment_id')
			.notNull()
			.references(() => assessments.id),
		criterion: text('criterion').notNull(),
		rating: text('rating'),
		/** Only where the service said not applicable. */
		notApplicableAccepted: yes('not_applicable_accepted'),
		comment: text('comment').notNull().default(''),
		moderatedBy: text('moderated_by').notNull(),
		moderatedAt: moment('moderated_at').notNull(),
		version: version()
	},
	(t) => [primaryKey({ columns: [t.assessmentId, t.criterion] })]
);
