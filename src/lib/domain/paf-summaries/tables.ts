import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { oneOf } from '../../server/columns.ts';
import { staff, teams } from '../organisation/tables.ts';
import { sumChannels } from '../paf/states.ts';
import { scorecardVersions } from '../scorecards/tables.ts';

const sums = {
	/** Assessments that count, with a quality score. */
	n: integer('n').notNull().default(0),
	/** Sum and sum of squares of their quality scores in hundredths of a point. */
	quality: integer('quality').notNull().default(0),
	qualitySquares: integer('quality_squares').notNull().default(0),
	/** Those with an access score, and its sum in hundredths. */
	accessN: integer('access_n').notNull().default(0),
	access: integer('access').notNull().default(0),
	criticalFailures: integer('critical_failures').notNull().default(0)
};

/** Kept in the same transaction as whatever changes it; for each channel, and for 'all'. */
export const staffMonths = sqliteTable(
	'paf_staff_month',
	{
		staffId: text('staff_id')
			.notNull()
			.references(() => staff.id),
		month: text('month').notNull(),
		teamId: text('team_id')
			.notNull()
			.references(() => teams.id),
		channel: text('channel', { enum: sumChannels }).notNull(),
		...sums
	},
	(t) => [
		primaryKey({ columns: [t.staffId, t.month, t.teamId, t.channel] }),
		index('staff_month_by_team').on(t.teamId, t.month, t.channel, t.n),
		oneOf('known_staff_month_channel', t.channel, sumChannels)
	]
);

/** The same sums for a team, with how many people they are about. */
export const teamMonths = sqliteTable(
	'paf_team_month',
	{
		teamId: text('team_id')
			.notNull()
			.references(() => teams.id),
		month: text('month').notNull(),
		channel: text('channel', { enum: sumChannels }).notNull(),
		...sums,
		people: integer('people').notNull().default(0)
	},
	(t) => [
		primaryKey({ columns: [t.teamId, t.month, t.channel] }),
		index('team_month_by_month').on(t.month, t.channel),
		oneOf('known_team_month_channel', t.channel, sumChannels)
	]
);

/** How many of a team's counted assessments fell into each band of the scorecard. */
export const bandMonths = sqliteTable(
	'paf_band_month',
	{
		teamId: text('team_id')
			.notNull()
			.references(() => teams.id),
		month: text('month').notNull(),
		scorecardVersionId: text('scorecard_version_id')
			.notNull()
			.references(() => scorecardVersions.id),
		/** The id of the band on the scorecard. */
		band: text('band').notNull(),
		n: integer('n').notNull().default(0)
	},
	(t) => [primaryKey({ columns: [t.teamId, t.month, t.scorecardVersionId, t.band] })]
);

/** What became of each question of a scorecard in a team's counted assessments. */
export const questionMonths = sqliteTable(
	'paf_question_month',
	{
		teamId: text('team_id')
			.notNull()
			.references(() => teams.id),
		month: text('month').notNull(),
		scorecardVersionId: text('scorecard_version_id')
			.notNull()
			.references(() => scorecardVersions.id),
		question: text('question').notNull(),
		/** Answered with something that is worth between 0 and 1. */
		asked: integer('asked').notNull().default(0),
		/** Not applicable, or not asked. */
		leftOut: integer('left_out').notNull().default(0),
		/** Sum of the worths, in millionths. */
		worth: integer('worth').notNull().default(0),
		/** Worth less than a half. */
		missed: integer('missed').notNull().default(0)
	},
	(t) => [
		primaryKey({ columns: [t.teamId, t.month, t.scorecardVersionId, t.question] }),
		index('question_month_by_card').on(t.scorecardVersionId, t.month)
	]
);
