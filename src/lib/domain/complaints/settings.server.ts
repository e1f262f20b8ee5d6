import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import { feedbackSettings } from './tables.ts';

export type FeedbackSettings = { retentionMonths: number; benchmark: number; benchmarkSource: string };
/** Northampton 9: 75 % on average in the public sector. How long: DOMAIN section 5.2 has 24 months for what is held about people. */
const asAtFirst = {
	id: 1,
	retentionMonths: 24,
	benchmark: 75,
	benchmarkSource: 'national figure for the public sector, as Northampton gave it',
	version: 1
};
const labels = { retentionMonths: 'Months kept', benchmark: 'Benchmark', benchmarkSource: 'Whose figure it is' };

/** What the council decided about feedback; the defaults where it decided nothing. */
export const feedbackSettingsOf = (db: Database): FeedbackSettings & { version: number } =>
	db.select().from(feedbackSettings).get() ?? asAtFirst;

/**
 * Changes how long what tells of a customer is kept, and what satisfaction is compared with. Keeping it for a shorter time takes
 * away for ever, so it has to be `understood`.
 */
export function changeFeedbackSettings(
	db: Database,
	person: Person,
	{ version, understood, ...wanted }: FeedbackSettings & { version: number; understood: boolean }
): Outcome {
	return write(db, (tx) => {
		const stands = feedbackSettingsOf(tx);
		const thing = { kind: 'feedback settings', id: '1' };
		if (stands.version !== version) return staleSave(tx, thing, stands, wanted, labels);
		if (wanted.retentionMonths < stands.retentionMonths && !understood)
			return refused('not-understood', 'Say that what tells of customers before that is to be taken away for ever', 'understood');
		const changes = changesOf<FeedbackSettings>(stands, wanted);
		if (!Object.keys(changes).length) return done();
		tx.insert(feedbackSettings).values(asAtFirst).onConflictDoNothing().run();
		tx.update(feedbackSettings)
			.set({ ...wanted, version: version + 1 })
			.where(eq(feedbackSettings.id, 1))
			.run();
		record(tx, person, 'changed the settings of feedback', thing, changes);
		return done();
	});
}
