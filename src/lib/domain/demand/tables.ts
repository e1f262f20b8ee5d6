import { isNull } from 'drizzle-orm';
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { day, id, inAnyCase, moment, oneOf, version, yes } from '../../server/columns.ts';
import { channels } from '../journeys/channels.ts';
import { journeys } from '../journeys/tables.ts';
import { demandKinds } from './kinds.ts';

/** One contact noted while listening, in the customer's own words. Value or failure demand, after Seddon. DOMAIN section 4. */
export const contacts = sqliteTable(
	'contact',
	{
		id: id(),
		journeyId: text('journey_id')
			.notNull()
			.references(() => journeys.id),
		/** The step of the as-is map it belongs to. */
		stepId: text('step_id'),
		words: text('words').notNull(),
		kind: text('kind', { enum: demandKinds }).notNull(),
		/** What it is about, the same words for the same thing: 'Where is my repair?' */
		type: text('type').notNull(),
		channel: text('channel', { enum: channels }).notNull(),
		/** Whether the council could have known that it would come; null for nobody said. */
		predictable: yes('predictable'),
		heardOn: day('heard_on').notNull(),
		notedBy: text('noted_by').notNull(),
		notedAt: moment('noted_at').notNull(),
		/** Removed from the log; it counts nowhere, and can be brought back. */
		removedAt: moment('removed_at'),
		version: version()
	},
	(t) => [
		// what is removed counts nowhere, so no list or sum reads past it
		index('contact_by_noting').on(t.journeyId, t.notedAt, t.id).where(isNull(t.removedAt)),
		index('contact_by_journey').on(t.journeyId, t.heardOn, t.notedAt, t.id).where(isNull(t.removedAt)),
		index('contact_by_step').on(t.journeyId, t.stepId, t.kind).where(isNull(t.removedAt)),
		index('contact_by_type').on(t.journeyId, t.kind, inAnyCase(t.type), t.channel).where(isNull(t.removedAt)),
		oneOf('known_demand_kind', t.kind, demandKinds),
		oneOf('known_contact_channel', t.channel, channels)
	]
);
