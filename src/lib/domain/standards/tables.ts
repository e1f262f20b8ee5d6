import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, id, inAnyCase, oneOf, version } from '../../server/columns.ts';
import { channels } from '../journeys/channels.ts';

/** What a customer can expect of a contact on one channel, and how it is measured. The council can change it. DOMAIN section 5. */
export const contactStandards = sqliteTable(
	'contact_standard',
	{
		id: id(),
		/** How people name it, and how a scorecard's question refers to it: 'T1'. */
		number: text('number').notNull(),
		channel: text('channel', { enum: channels }).notNull(),
		text: text('text').notNull(),
		howMeasured: text('how_measured').notNull(),
		source: text('source').notNull().default(''),
		position: integer('position').notNull(),
		retiredOn: day('retired_on'),
		version: version()
	},
	(t) => [
		uniqueIndex('contact_standard_by_number').on(inAnyCase(t.number)),
		index('contact_standard_by_channel').on(t.channel, t.position),
		oneOf('known_standard_channel', t.channel, channels)
	]
);
