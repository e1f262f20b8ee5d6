import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, holds, id, inAnyCase, moment, oneOf, version } from '../../server/columns.ts';
import { channels } from '../journeys/channels.ts';
import { services, teams } from '../organisation/tables.ts';
import { computations, directions, frequencies, origins, targetKinds, themes, units } from './words.ts';

/** What is counted, of what, and which way is good. The council changes those that come with the program and adds its own. DOMAIN section 7. */
export const measures = sqliteTable(
	'measure',
	{
		id: id(),
		/** Stands for it in values: four million of them hold a small number each in place of an id. */
		number: integer('number').notNull(),
		/** What its address and files call it: 'first-contact-resolution'. */
		key: text('key').notNull(),
		name: text('name').notNull(),
		theme: text('theme', { enum: themes }).notNull(),
		position: integer('position').notNull(),
		/** Why it is watched. */
		why: text('why').notNull().default(''),
		unit: text('unit', { enum: units }).notNull(),
		numerator: text('numerator').notNull(),
		/** Null for a plain count. */
		denominator: text('denominator'),
		direction: text('direction', { enum: directions }).notNull(),
		/** Document and number of the idea; and where the council's own figures come from. */
		source: text('source').notNull().default(''),
		dataFrom: text('data_from').notNull().default(''),
		ownerId: text('owner_id'),
		frequency: text('frequency', { enum: frequencies }).notNull().default('month'),
		/** Days after the end of its period from which a value is old. */
		staleAfter: integer('stale_after').notNull(),
		/** What the workbench works out for it; null where values only come from outside. */
		computation: text('computation', { enum: computations }),
		retiredOn: day('retired_on'),
		version: version()
	},
	(t) => [
		uniqueIndex('measure_by_number').on(t.number),
		uniqueIndex('measure_by_key').on(t.key),
		uniqueIndex('measure_by_name').on(inAnyCase(t.name)),
		index('measure_by_position').on(t.position, t.number),
		oneOf('known_unit', t.unit, units),
		oneOf('known_direction', t.direction, directions),
		oneOf('known_frequency', t.frequency, frequencies),
		oneOf('known_measure_theme', t.theme, themes),
		oneOf('known_computation', t.computation, computations),
		holds('a_rate_has_a_denominator', sql`(${t.unit} = 'number') = (${t.denominator} is null)`),
		holds('stale_after_in_range', sql`${t.staleAfter} between 1 and 800`)
	]
);

/** What a measure should reach, or what others reach, for the council, a service or a channel, in a stretch of months. */
export const measureTargets = sqliteTable(
	'measure_target',
	{
		id: id(),
		measureId: text('measure_id')
			.notNull()
			.references(() => measures.id),
		kind: text('kind', { enum: targetKinds }).notNull().default('target'),
		/** Null for the whole council, and for each service that has none of its own. */
		serviceId: text('service_id').references(() => services.id),
		channel: text('channel', { enum: channels }),
		/** Hundredths of the measure's unit: 8000 is 80 %. */
		hundredths: integer('hundredths').notNull(),
		/** Months, YYYY-MM: the first for which it holds, and the last; null where it holds until further notice. */
		fromPeriod: text('from_period').notNull(),
		untilPeriod: text('until_period'),
		source: text('source').notNull().default(''),
		version: version()
	},
	(t) => [
		index('target_by_measure').on(t.measureId, t.fromPeriod),
		oneOf('known_target_kind', t.kind, targetKinds),
		oneOf('known_target_channel', t.channel, channels),
		holds('target_in_order', sql`${t.untilPeriod} is null or ${t.untilPeriod} >= ${t.fromPeriod}`)
	]
);

/** What a value is about: the council, a service or a team, over all channels or by one. Never a person. */
export const measurePlaces = sqliteTable(
	'measure_place',
	{
		id: integer('id').primaryKey(),
		serviceId: text('service_id').references(() => services.id),
		teamId: text('team_id').references(() => teams.id),
		channel: text('channel', { enum: channels })
	},
	(t) => [
		uniqueIndex('one_place').on(sql`coalesce(${t.serviceId}, '')`, sql`coalesce(${t.teamId}, '')`, sql`coalesce(${t.channel}, '')`),
		oneOf('known_place_channel', t.channel, channels),
		holds('team_of_a_service', sql`${t.teamId} is null or ${t.serviceId} is not null`)
	]
);

/** One time that values were entered: by whom, how and, for a month that was released, why. */
export const measureEntries = sqliteTable(
	'measure_entry',
	{
		id: integer('id').primaryKey(),
		origin: text('origin', { enum: origins }).notNull(),
		/** Null where the program worked values out by itself. */
		personId: text('person_id'),
		at: moment('at').notNull(),
		reason: text('reason').notNull().default('')
	},
	(t) => [oneOf('known_origin', t.origin, origins)]
);

/**
 * A value of a month: numerator and denominator, whole. A correction supersedes: the old row stays and says by what.
 * Without rowid (the migration says so; drizzle cannot): the key is the table, and reading a series reads one stretch of it.
 */
export const measureValues = sqliteTable(
	'measure_value',
	{
		measure: integer('measure').notNull(),
		place: integer('place')
			.notNull()
			.references(() => measurePlaces.id),
		/** YYYY-MM; of a quarter or a year the last month. */
		period: text('period').notNull(),
		entry: integer('entry')
			.notNull()
			.references(() => measureEntries.id),
		numerator: integer('numerator').notNull(),
		/** Null for a plain count. */
		denominator: integer('denominator'),
		/** The entry by which it no longer counts. */
		supersededIn: integer('superseded_in')
	},
	(t) => [
		primaryKey({ columns: [t.measure, t.place, t.period, t.entry] }),
		holds('value_not_negative', sql`${t.numerator} >= 0 and coalesce(${t.denominator}, 1) > 0`)
	]
);

/**
 * The sum of the values that stand below a place: a service's over its channels and teams, the council's over its services.
 * Kept in the same transaction as the values. Where a place has a value of its own it has no sum, so nothing counts twice.
 */
export const measureSums = sqliteTable(
	'measure_sum',
	{
		measure: integer('measure').notNull(),
		place: integer('place').notNull(),
		period: text('period').notNull(),
		/** How many values are in it. */
		n: integer('n').notNull(),
		numerator: integer('numerator').notNull(),
		denominator: integer('denominator').notNull()
	},
	(t) => [primaryKey({ columns: [t.measure, t.place, t.period] })]
);

/** A month that is released: from then on its values are corrected with a reason, never just changed. */
export const measureReleases = sqliteTable('measure_release', {
	period: text('period').primaryKey(),
	releasedBy: text('released_by').notNull(),
	releasedAt: moment('released_at').notNull(),
	note: text('note').notNull().default('')
});
