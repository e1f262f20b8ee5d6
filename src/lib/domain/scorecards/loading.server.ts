import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { Scorecard } from './card.ts';
import { scorecardVersions } from './tables.ts';

export const sha256Of = (card: Scorecard): string => createHash('sha256').update(JSON.stringify(card)).digest('hex');

/** The columns that say in brief what the document says. */
export const columnsOf = (card: Scorecard) => ({
	scorecard: card.id,
	number: card.version,
	name: card.name,
	use: card.use,
	channel: card.channel,
	document: card,
	sha256: sha256Of(card)
});

/**
 * Stores a scorecard that was read from a file: published, as those that come with the program are, or as a draft. The same
 * file again changes nothing. A draft of that number takes the file's text; a version that was published never changes
 * (DOMAIN section 5), so another text under its number is refused.
 */
export function loadScorecard(
	db: Database,
	person: { id: string } | null,
	card: Scorecard,
	state: 'draft' | 'published' = 'published'
): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const columns = columnsOf(card);
		const same = and(eq(scorecardVersions.scorecard, card.id), eq(scorecardVersions.number, card.version));
		const found = tx.select().from(scorecardVersions).where(same).get();
		if (found?.sha256 === columns.sha256) return done({ id: found.id });
		const saved = { savedAt: now(), savedBy: person?.id };
		if (found?.state === 'draft' && state === 'draft') {
			tx.update(scorecardVersions)
				.set({ ...columns, ...saved, version: found.version + 1 })
				.where(eq(scorecardVersions.id, found.id))
				.run();
			const change = { sha256: { from: found.sha256, to: columns.sha256 } };
			record(tx, person, `loaded a file into draft ${card.name} ${card.version}`, { kind: 'scorecard version', id: found.id }, change);
			return done({ id: found.id });
		}
		if (found)
			return refused(
				'version-taken',
				`Version ${card.version} of ${card.name} is already here with another text. Give the file a new version number.`
			);
		const publication = state === 'published' ? { publishedAt: now(), publishedBy: person?.id } : saved;
		const { id } = tx
			.insert(scorecardVersions)
			.values({ ...columns, state, ...publication })
			.returning({ id: scorecardVersions.id })
			.get();
		record(tx, person, `loaded scorecard ${card.name} ${card.version}${state === 'draft' ? ' as a draft' : ''}`, {
			kind: 'scorecard version',
			id
		});
		return done({ id });
	});
}
