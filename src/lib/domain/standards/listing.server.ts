import { asc, eq } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { channels, type Channel } from '../journeys/channels.ts';
import { contactStandards } from './tables.ts';

export type Standard = typeof contactStandards.$inferSelect;

/** The contact standards, of one channel or all, in the order of the channels and their own. A council keeps some tens: the list is not paged. */
export const standardsListed = (db: Database, channel: Channel | ''): Standard[] =>
	db
		.select()
		.from(contactStandards)
		.where(channel ? eq(contactStandards.channel, channel) : undefined)
		.orderBy(asc(contactStandards.channel), asc(contactStandards.position))
		.all()
		.sort((a, b) => channels.indexOf(a.channel) - channels.indexOf(b.channel));

/** What each standard says, by its number. */
export const standardTexts = (db: Database): Record<string, string> =>
	Object.fromEntries(
		db
			.select({ number: contactStandards.number, text: contactStandards.text })
			.from(contactStandards)
			.all()
			.map(({ number, text }) => [number, text])
	);

/** One standard; 404 where there is none. The guard has been before. */
export const standardToChange = (db: Database, id: string): Standard =>
	db.select().from(contactStandards).where(eq(contactStandards.id, id)).get() ?? notFound();

/** The standards as a table to take away. */
export const standardsTable = (db: Database, channel: Channel | '') => ({
	name: 'Contact standards',
	columns: [
		{ key: 'number', label: 'Number', kind: 'text' as const },
		{ key: 'channel', label: 'Channel', kind: 'text' as const },
		{ key: 'text', label: 'What the customer can expect', kind: 'text' as const, width: 60 },
		{ key: 'howMeasured', label: 'How it is measured', kind: 'text' as const, width: 50 },
		{ key: 'source', label: 'Source', kind: 'text' as const, width: 50 },
		{ key: 'retiredOn', label: 'Retired on', kind: 'day' as const }
	],
	rows: standardsListed(db, channel)
});
