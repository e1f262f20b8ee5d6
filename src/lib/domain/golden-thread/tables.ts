import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, holds, id, inAnyCase, moment, oneOf, version } from '../../server/columns.ts';
import { people } from '../access/tables.ts';
import { services, teams } from '../organisation/tables.ts';
import { levels } from './levels.ts';
import { tieKinds } from './ties.ts';

/** One strand of the golden thread: what the council, a service, a team or a member of staff aims for. DOMAIN section 6. */
export const strands = sqliteTable(
	'strand',
	{
		id: id(),
		/** How people name it: 'strand 14'. */
		number: integer('number').notNull(),
		/** How a file names it, where it came from one: 'ENF-P2'. */
		reference: text('reference'),
		level: text('level', { enum: levels }).notNull(),
		title: text('title').notNull(),
		why: text('why').notNull().default(''),
		ownerId: text('owner_id').references(() => people.id),
		/** Who owns it in words, where it is a post or a group rather than somebody who signs in. */
		ownedBy: text('owned_by').notNull().default(''),
		fromOn: day('from_on'),
		untilOn: day('until_on'),
		/** Where it belongs to one service, or to one team of it. */
		serviceId: text('service_id').references(() => services.id),
		teamId: text('team_id').references(() => teams.id),
		/** The document it is taken from, and the place in it. */
		source: text('source').notNull().default(''),
		/** Its place among those beside it. */
		position: integer('position').notNull(),
		retiredOn: day('retired_on'),
		version: version()
	},
	(t) => [
		uniqueIndex('strand_by_number').on(t.number),
		uniqueIndex('strand_by_reference').on(inAnyCase(t.reference)),
		index('strand_by_level').on(t.level, t.position, t.number),
		index('strand_by_service').on(t.serviceId, t.level, t.position),
		index('strand_by_team').on(t.teamId, t.level, t.position),
		index('strand_by_owner').on(t.ownerId),
		oneOf('known_strand_level', t.level, levels),
		holds('strand_with_title', sql`length(${t.title}) > 0`),
		holds('strand_period_in_order', sql`${t.untilOn} >= ${t.fromOn}`)
	]
);

/** That a strand serves another, one level or more above it. */
export const strandParents = sqliteTable(
	'strand_parent',
	{
		strandId: text('strand_id')
			.notNull()
			.references(() => strands.id),
		parentId: text('parent_id')
			.notNull()
			.references(() => strands.id)
	},
	(t) => [
		primaryKey({ columns: [t.strandId, t.parentId] }),
		index('strand_parent_by_parent').on(t.parentId, t.strandId),
		holds('not_its_own_parent', sql`${t.strandId} <> ${t.parentId}`)
	]
);

/** What is tied to a strand; `thing` names it as ties.ts says. */
export const strandTies = sqliteTable(
	'strand_tie',
	{
		strandId: text('strand_id')
			.notNull()
			.references(() => strands.id),
		kind: text('kind', { enum: tieKinds }).notNull(),
		thing: text('thing').notNull(),
		tiedBy: text('tied_by').notNull(),
		tiedAt: moment('tied_at').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.strandId, t.kind, t.thing] }),
		index('strand_tie_by_thing').on(t.kind, t.thing, t.strandId),
		index('strand_tie_by_person').on(t.tiedBy),
		oneOf('known_tie_kind', t.kind, tieKinds)
	]
);

/** A strand as it was before and after a change, with the strands it serves: what undoing takes back. */
export type StrandState = {
	level: (typeof levels)[number];
	title: string;
	why: string;
	ownerId: string | null;
	ownedBy: string;
	fromOn: string | null;
	untilOn: string | null;
	serviceId: string | null;
	teamId: string | null;
	source: string;
	reference: string | null;
	position: number;
	retiredOn: string | null;
	parents: string[];
};

/** One change of a strand, so that whoever made it can take it back. */
export const strandChanges = sqliteTable(
	'strand_change',
	{
		id: integer('id').primaryKey(),
		strandId: text('strand_id')
			.notNull()
			.references(() => strands.id),
		/** Changes that were made together have one number: that of the first. */
		together: integer('together').notNull(),
		/** In words: 'moved under strand 4'. */
		what: text('what').notNull(),
		/** Null where it was added. */
		before: text('before', { mode: 'json' }).$type<StrandState>(),
		after: text('after', { mode: 'json' }).$type<StrandState>().notNull(),
		madeBy: text('made_by').notNull(),
		madeAt: moment('made_at').notNull(),
		undoneAt: moment('undone_at')
	},
	(t) => [index('strand_change_by_person').on(t.madeBy, t.id), index('strand_change_by_strand').on(t.strandId, t.id)]
);

/** Counts the changes of the thread, so that what is worked out from it is kept until the next. */
export const threadStamps = sqliteTable('thread_stamp', { id: integer('id').primaryKey(), number: integer('number').notNull() }, (t) => [
	holds('one_thread_stamp', sql`${t.id} = 1`)
]);
