import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { holds, id, moment, oneOf, version, yes } from '../../server/columns.ts';
import { evidence } from '../evidence/tables.ts';
import { channels } from '../journeys/channels.ts';
import { journeys } from '../journeys/tables.ts';
import { evidencings, mapKinds, servers } from './step-words.ts';

/** The map of a journey as it is, or as it is to be. DOMAIN section 4. */
export const maps = sqliteTable(
	'map',
	{
		id: id(),
		journeyId: text('journey_id')
			.notNull()
			.references(() => journeys.id),
		kind: text('kind', { enum: mapKinds }).notNull()
	},
	(t) => [uniqueIndex('map_by_journey').on(t.journeyId, t.kind), oneOf('known_map_kind', t.kind, mapKinds)]
);

/** A stage of a map; `position` orders the stages, with gaps so that a move writes one row. */
export const mapStages = sqliteTable(
	'map_stage',
	{
		id: id(),
		mapId: text('map_id')
			.notNull()
			.references(() => maps.id),
		position: integer('position').notNull(),
		name: text('name').notNull(),
		/** Who is there: 'Customer with tier 1'. */
		who: text('who').notNull().default(''),
		version: version()
	},
	(t) => [index('stage_by_map').on(t.mapId, t.position)]
);

/** A step of a stage. Times in minutes, volumes in contacts a year. */
export const mapSteps = sqliteTable(
	'map_step',
	{
		id: id(),
		mapId: text('map_id')
			.notNull()
			.references(() => maps.id),
		stageId: text('stage_id')
			.notNull()
			.references(() => mapStages.id),
		position: integer('position').notNull(),
		does: text('does').notNull(),
		wants: text('wants').notNull().default(''),
		channel: text('channel', { enum: channels }),
		servedBy: text('served_by', { enum: servers }).notNull().default('nobody'),
		backstage: text('backstage').notNull().default(''),
		systems: text('systems').notNull().default(''),
		/** −2 very bad to +2 very good; null for not known. */
		emotion: integer('emotion'),
		/** The customer's own words. */
		quote: text('quote').notNull().default(''),
		/** Null for not measured, which is not the same as none. */
		waitingMinutes: integer('waiting_minutes'),
		handlingMinutes: integer('handling_minutes'),
		momentOfTruth: yes('moment_of_truth').notNull().default(false),
		demand: integer('demand'),
		/** Of the demand, what was caused by a failure to do something or to do it right. */
		failureDemand: integer('failure_demand'),
		/** A line each. */
		painPoints: text('pain_points').notNull().default(''),
		evidenced: text('evidenced', { enum: evidencings }).notNull().default('none'),
		/** The step of the as-is map that this one of the to-be map was made from. */
		fromStepId: text('from_step_id'),
		version: version()
	},
	(t) => [
		index('step_by_map').on(t.mapId, t.stageId, t.position),
		index('step_by_stage').on(t.stageId, t.position),
		oneOf('known_step_channel', t.channel, channels),
		oneOf('known_server', t.servedBy, servers),
		oneOf('known_evidencing', t.evidenced, evidencings),
		holds('emotion_in_range', sql`${t.emotion} between -2 and 2`),
		holds('times_not_negative', sql`${t.waitingMinutes} >= 0 and ${t.handlingMinutes} >= 0`),
		holds('failure_within_demand', sql`${t.failureDemand} is null or (${t.failureDemand} >= 0 and ${t.failureDemand} <= ${t.demand})`)
	]
);

/** Evidence that a step is as the map says. */
export const stepEvidence = sqliteTable(
	'step_evidence',
	{
		stepId: text('step_id')
			.notNull()
			.references(() => mapSteps.id, { onDelete: 'cascade' }),
		evidenceId: text('evidence_id')
			.notNull()
			.references(() => evidence.id),
		addedBy: text('added_by').notNull(),
		addedAt: moment('added_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.stepId, t.evidenceId] }), index('step_by_evidence').on(t.evidenceId)]
);

/** One change of a map, with what takes it back: for undo and redo, and for others who look at the same map. */
export const mapChanges = sqliteTable(
	'map_change',
	{
		/** Grows with every change of any map, so that whoever looks on asks for what came after. */
		number: integer('number').primaryKey({ autoIncrement: true }),
		mapId: text('map_id')
			.notNull()
			.references(() => maps.id),
		personId: text('person_id').notNull(),
		at: moment('at').notNull(),
		/** 'moved step “Ring the council” to stage Report it' */
		what: text('what').notNull(),
		/** The rows as they were and as they became; null for a row that was not there. */
		before: text('before', { mode: 'json' }).$type<unknown[]>().notNull(),
		after: text('after', { mode: 'json' }).$type<unknown[]>().notNull(),
		undone: yes('undone').notNull().default(false),
		/** For a change that took another back, or did it again: which. It is not taken back itself. */
		ofChange: integer('of_change')
	},
	(t) => [
		index('map_change_by_map').on(t.mapId, t.number),
		index('map_change_to_undo')
			.on(t.mapId, t.personId, t.undone, t.number)
			.where(sql`${t.ofChange} is null`)
	]
);
