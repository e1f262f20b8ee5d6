import { sql } from 'drizzle-orm';
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { day, holds, id, moment, oneOf, version } from '../../server/columns.ts';
import { staff, teams } from '../organisation/tables.ts';
import { objectiveStates } from './states.ts';

/** A talk between an advisor and their leader: agenda from the monthly sheet, notes agreed by both, the next date. DOMAIN section 5.2. */
export const oneToOnes = sqliteTable(
	'one_to_one',
	{
		id: id(),
		staffId: text('staff_id')
			.notNull()
			.references(() => staff.id),
		teamId: text('team_id')
			.notNull()
			.references(() => teams.id),
		/** The leader, as who signs in. */
		leaderId: text('leader_id').notNull(),
		/** The month of the sheet that is talked about, YYYY-MM. */
		month: text('month').notNull(),
		heldOn: day('held_on').notNull(),
		agenda: text('agenda').notNull().default(''),
		notes: text('notes').notNull().default(''),
		/** Each agrees to the notes as they stand; a change of the notes takes both away. */
		advisorAgreedAt: moment('advisor_agreed_at'),
		leaderAgreedAt: moment('leader_agreed_at'),
		nextOn: day('next_on'),
		startedAt: moment('started_at').notNull(),
		startedBy: text('started_by').notNull(),
		version: version()
	},
	(t) => [
		index('one_to_one_by_staff').on(t.staffId, t.heldOn),
		index('one_to_one_by_team').on(t.teamId, t.heldOn),
		index('one_to_one_by_leader').on(t.leaderId, t.heldOn)
	]
);

/** What an advisor and their leader agreed to aim for. */
export const objectives = sqliteTable(
	'objective',
	{
		id: id(),
		staffId: text('staff_id')
			.notNull()
			.references(() => staff.id),
		/** The one-to-one in which it was agreed. */
		oneToOneId: text('one_to_one_id').references(() => oneToOnes.id),
		text: text('text').notNull(),
		/** How both will see that it is met. */
		measure: text('measure').notNull().default(''),
		/** The strand of the golden thread it serves. */
		strandId: text('strand_id'),
		dueOn: day('due_on'),
		state: text('state', { enum: objectiveStates }).notNull().default('open'),
		/** What came of it. */
		outcome: text('outcome').notNull().default(''),
		closedOn: day('closed_on'),
		setAt: moment('set_at').notNull(),
		setBy: text('set_by').notNull(),
		version: version()
	},
	(t) => [
		index('objective_by_staff').on(t.staffId, t.state, t.dueOn),
		index('objective_by_one_to_one').on(t.oneToOneId),
		index('objective_by_strand').on(t.strandId, t.state),
		oneOf('known_objective_state', t.state, objectiveStates),
		holds('objective_closed_with_day', sql`(${t.state} = 'open') = (${t.closedOn} is null)`)
	]
);
