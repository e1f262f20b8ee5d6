import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { day, oneOf } from '../../server/columns.ts';
import { assessments } from '../assessments/tables.ts';
import { bases } from './basis.ts';
import type { LevelStanding } from './result.ts';
import type { ThemeStanding } from './theme-profile.ts';

/**
 * The result of an assessment on one basis, kept in step within each write, so that boards and heat maps never
 * work through answers. `holdsUntil` is the last day it stands without anybody saving: evidence goes out of date.
 */
export const results = sqliteTable(
	'result',
	{
		assessmentId: text('assessment_id')
			.notNull()
			.references(() => assessments.id),
		basis: text('basis', { enum: bases }).notNull(),
		level: integer('level'),
		award: text('award'),
		index: integer('maturity_index'),
		share: real('share'),
		answered: integer('answered').notNull(),
		total: integer('total').notNull(),
		met: integer('met').notNull(),
		applicable: integer('applicable').notNull(),
		/** By theme, in the framework's order. */
		themes: text('themes', { mode: 'json' }).$type<ThemeStanding[]>().notNull(),
		/** By level, lowest first. */
		levels: text('levels', { mode: 'json' }).$type<LevelStanding[]>().notNull(),
		holdsUntil: day('holds_until')
	},
	(t) => [
		primaryKey({ columns: [t.assessmentId, t.basis] }),
		index('result_by_hold').on(t.holdsUntil),
		oneOf('known_basis', t.basis, bases)
	]
);

/** What blocks the next award of an agreed assessment, one row a criterion: the commonest gaps are counted from here. */
export const gaps = sqliteTable(
	'gap',
	{
		assessmentId: text('assessment_id')
			.notNull()
			.references(() => assessments.id),
		cycleId: text('cycle_id').notNull(),
		criterion: text('criterion').notNull(),
		why: text('why').notNull()
	},
	(t) => [primaryKey({ columns: [t.assessmentId, t.criterion] }), index('gap_by_cycle').on(t.cycleId, t.criterion)]
);
