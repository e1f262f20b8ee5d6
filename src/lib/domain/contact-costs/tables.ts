import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { holds, oneOf, version } from '../../server/columns.ts';
import { channels } from '../journeys/channels.ts';

/** What one contact costs the council, by channel; none where the council has not said. Pence. */
export const channelCosts = sqliteTable(
	'channel_cost',
	{
		channel: text('channel', { enum: channels }).primaryKey(),
		pence: integer('pence').notNull(),
		/** Where the figure comes from. */
		source: text('source').notNull().default(''),
		version: version()
	},
	(t) => [oneOf('known_cost_channel', t.channel, channels), holds('cost_not_negative', sql`${t.pence} >= 0`)]
);
