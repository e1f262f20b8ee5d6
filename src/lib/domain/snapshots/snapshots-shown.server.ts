import type { Database } from '#lib/server/database.ts';
import { people } from '#lib/domain/access/tables.ts';
import { inArray } from 'drizzle-orm';
import { faultOf } from './checking-snapshots.server.ts';
import { snapshotsOf } from './keeping-snapshots.server.ts';
import { levelInWords, shownIndex } from '#lib/domain/results/shown-result.ts';
import { frameFrom } from './snapshot-frame.ts';
import { standingIn } from './snapshot.ts';

/** Every snapshot of an assessment as its page shows it, newest first, each checked there and then. */
export function snapshotsShown(db: Database, assessmentId: string) {
	const all = snapshotsOf(db, assessmentId);
	const reopeners = all.flatMap(({ snapshot }) => snapshot.reopenedBy ?? []);
	const names = new Map(
		db
			.select({ id: people.id, name: people.name })
			.from(people)
			.where(inArray(people.id, reopeners))
			.all()
			.map(({ id, name }) => [id, name])
	);
	return all.reverse().map(({ snapshot, takenByName }) => {
		const { number, takenAt, sha256, content, reopenedAt, reopenedBy, reopenReason } = snapshot;
		const framework = frameFrom(content.framework);
		const { level, award, index } = standingIn(content);
		const words = (one: number | null) => (one === null ? '' : levelInWords(framework, one));
		return {
			number,
			takenAt,
			takenBy: takenByName,
			sha256,
			fault: faultOf(snapshot),
			award: award ?? 'No award',
			level: words(level),
			index: shownIndex(index),
			framework: `${content.framework.name} ${content.framework.version}`,
			judgedOn: content.judgedOn,
			pieces: content.answers.reduce((count, { evidence }) => count + evidence.length, 0),
			people: [
				{ key: 'Submitted', ...content.submitted },
				{ key: 'Moderated', ...content.moderated },
				{ key: 'Agreed', ...content.agreed }
			].map(({ key, by, at }) => ({ key, name: by.name, at })),
			panel: content.panel && {
				reason: content.panel.reason,
				by: content.panel.by.name,
				at: content.panel.at,
				computed: words(content.results.agreed.level)
			},
			reopened: reopenedAt !== null && { at: reopenedAt, by: names.get(reopenedBy ?? '') ?? '', reason: reopenReason ?? '' }
		};
	});
}
