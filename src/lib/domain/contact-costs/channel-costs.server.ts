import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import { channels, type Channel } from '#lib/domain/journeys/channels.ts';
import { showPence } from './pence.ts';
import { channelCosts } from './tables.ts';

/** What one contact costs by a channel, in pence, with where the figure comes from; null where the council has not said. */
export type ChannelCost = { channel: Channel; cost: { pence: number; source: string; version: number } | null };

/** The cost of a contact by each channel, in the channels' order. Never a figure that nobody has set. */
export function costsByChannel(db: Database): ChannelCost[] {
	const rows = new Map(
		db
			.select()
			.from(channelCosts)
			.all()
			.map(({ channel, ...cost }) => [channel, cost])
	);
	return channels.map((channel) => ({ channel, cost: rows.get(channel) ?? null }));
}

const labels = { pence: 'Cost of one contact', source: 'Where the figure comes from' };

/**
 * Sets what one contact costs by a channel, from the version the person saw (0 where there was none); stale, with both
 * texts, where somebody set it since.
 */
export function setCost(
	db: Database,
	person: Person,
	channel: Channel,
	{ version, ...cost }: { pence: number; source: string; version: number }
): Outcome {
	return write(db, (tx) => {
		const row = tx.select().from(channelCosts).where(eq(channelCosts.channel, channel)).get();
		const inWords = ({ pence, source }: { pence: number | null; source: string }) => ({
			pence: pence === null ? '' : showPence(pence),
			source
		});
		const thing = { kind: 'channel cost', id: channel };
		if ((row?.version ?? 0) !== version)
			return staleSave(tx, thing, { ...inWords(row ?? { pence: null, source: '' }), version: row?.version ?? 0 }, inWords(cost), labels);
		const change = changesOf<typeof cost>(row ?? {}, cost);
		if (!Object.keys(change).length) return done();
		const next = { ...cost, version: version + 1 };
		tx.insert(channelCosts)
			.values({ channel, ...next })
			.onConflictDoUpdate({ target: channelCosts.channel, set: next })
			.run();
		record(tx, person, `set the cost of a contact by ${channel}`, thing, change);
		return done();
	});
}

/** Takes the cost of a contact by a channel away: nothing is worked out with it any more. */
export function removeCost(db: Database, person: Person, channel: Channel, version: number): Outcome {
	return write(db, (tx) => {
		const row = tx.select().from(channelCosts).where(eq(channelCosts.channel, channel)).get();
		if (!row) return done();
		if (row.version !== version)
			return refused('changed', `Somebody has set it to ${showPence(row.pence)} since you looked. Look again, then take it away`);
		tx.delete(channelCosts).where(eq(channelCosts.channel, channel)).run();
		const change = { pence: { from: row.pence, to: null }, source: { from: row.source, to: null } };
		record(tx, person, `took away the cost of a contact by ${channel}`, { kind: 'channel cost', id: channel }, change);
		return done();
	});
}
