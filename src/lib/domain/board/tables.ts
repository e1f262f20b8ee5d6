import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { day, holds, id, inAnyCase, moment, oneOf, version } from '../../server/columns.ts';
import { people } from '../access/tables.ts';
import { attendances, decisionKinds, itemKinds, meetingStates, views } from './words.ts';

/** A meeting of the Engagement Board. */
export const meetings = sqliteTable(
	'meeting',
	{
		id: id(),
		number: integer('number').notNull(),
		heldOn: day('held_on').notNull(),
		/** Hours and minutes in Europe/London: '14:00'. */
		startsAt: text('starts_at').notNull(),
		place: text('place').notNull().default(''),
		state: text('state', { enum: meetingStates }).notNull().default('planned'),
		/** How many members must be present for anything to be decided: the setting on the day the meeting was made. */
		quorum: integer('quorum').notNull(),
		/** What else the minutes say. */
		minutes: text('minutes').notNull().default(''),
		version: version()
	},
	(t) => [
		uniqueIndex('meeting_by_number').on(t.number),
		index('meeting_by_day').on(t.heldOn, t.number),
		oneOf('known_meeting_state', t.state, meetingStates),
		holds('quorum_positive', sql`${t.quorum} > 0`)
	]
);

/** The members of the board at one meeting: those who held the role when they were asked. */
export const meetingMembers = sqliteTable(
	'meeting_member',
	{
		meetingId: text('meeting_id')
			.notNull()
			.references(() => meetings.id),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		attendance: text('attendance', { enum: attendances }).notNull().default('invited')
	},
	(t) => [
		primaryKey({ columns: [t.meetingId, t.personId] }),
		index('meeting_by_member').on(t.personId, t.meetingId),
		oneOf('known_attendance', t.attendance, attendances)
	]
);

/** What waits for the board on an agenda. The thing itself is a finding, a recommendation, an assessment or a lesson. */
export const agendaItems = sqliteTable(
	'agenda_item',
	{
		id: id(),
		meetingId: text('meeting_id')
			.notNull()
			.references(() => meetings.id),
		position: integer('position').notNull(),
		kind: text('kind', { enum: itemKinds }).notNull(),
		thingId: text('thing_id').notNull(),
		/** As it stood when it was put on the agenda. */
		title: text('title').notNull(),
		/** What is asked of the board, in the words of whoever brings it. */
		asks: text('asks').notNull().default(''),
		version: version()
	},
	(t) => [
		index('item_by_meeting').on(t.meetingId, t.position),
		uniqueIndex('item_once_a_meeting').on(t.meetingId, t.kind, t.thingId),
		index('item_by_thing').on(t.kind, t.thingId),
		// unique, for SQLite to see that what is joined to an item keeps its order: the log by title is then never sorted
		uniqueIndex('item_by_title').on(inAnyCase(t.title), t.id),
		oneOf('known_item_kind', t.kind, itemKinds)
	]
);

/** What a member thinks of an item, before or at the meeting. */
export const memberViews = sqliteTable(
	'member_view',
	{
		itemId: text('item_id')
			.notNull()
			.references(() => agendaItems.id),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		view: text('view', { enum: views }).notNull(),
		comment: text('comment').notNull().default(''),
		givenAt: moment('given_at').notNull(),
		version: version()
	},
	(t) => [primaryKey({ columns: [t.itemId, t.personId] }), oneOf('known_view', t.view, views)]
);

/** A declared interest: the member has no part in this item. */
export const interests = sqliteTable(
	'interest',
	{
		itemId: text('item_id')
			.notNull()
			.references(() => agendaItems.id),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		what: text('what').notNull(),
		declaredAt: moment('declared_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.itemId, t.personId] })]
);

/** What the board decided: a final record. A change of mind is a new one that supersedes it. DOMAIN section 4. */
export const decisions = sqliteTable(
	'decision',
	{
		id: id(),
		/** How people name it: 'decision 12'. */
		number: integer('number').notNull(),
		itemId: text('item_id')
			.notNull()
			.references(() => agendaItems.id),
		decision: text('decision', { enum: decisionKinds }).notNull(),
		/** The changes, for accept with changes. */
		changes: text('changes').notNull().default(''),
		reason: text('reason').notNull().default(''),
		deferredTo: day('deferred_to'),
		decidedBy: text('decided_by')
			.notNull()
			.references(() => people.id),
		decidedAt: moment('decided_at').notNull(),
		decidedOn: day('decided_on').notNull(),
		/** Members who were present and had a part in the item. */
		present: integer('present').notNull(),
		quorum: integer('quorum').notNull(),
		supersedesId: text('supersedes_id').references((): AnySQLiteColumn => decisions.id)
	},
	(t) => [
		uniqueIndex('decision_by_number').on(t.number),
		index('decision_by_item').on(t.itemId, t.number),
		index('decision_by_day').on(t.decidedOn, t.number),
		uniqueIndex('superseded_once').on(t.supersedesId),
		oneOf('known_decision', t.decision, decisionKinds),
		holds('quorate', sql`${t.present} >= ${t.quorum}`),
		holds('changes_said', sql`${t.decision} <> 'accept with changes' or length(${t.changes}) > 0`),
		holds('rejected_with_reason', sql`${t.decision} <> 'reject' or length(${t.reason}) > 0`),
		holds('deferred_to_a_day', sql`${t.decision} <> 'defer' or ${t.deferredTo} is not null`)
	]
);
