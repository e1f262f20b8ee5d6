import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { possibleOwners } from '#lib/domain/actions/owners.server.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { actionStartingFrom } from '#lib/domain/findings/deciding.server.ts';
import { findings, recommendations } from '#lib/domain/findings/tables.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { levelsToChoose } from '#lib/domain/moderation/panel-decision.ts';
import { levelInWords } from '#lib/domain/results/shown-result.ts';
import type { Database } from '#lib/server/database.ts';
import { refusedDeciding } from './decision-rules.ts';
import { standingBefore } from './deciding.server.ts';
import type { Item } from './finding.server.ts';
import { membersOf } from './members.server.ts';
import { countsInWords } from './quorum.ts';
import { needsAction, versionOfThing } from './thing-standing.server.ts';
import { viewsAndInterests } from './views-given.server.ts';

/** What the chair sees before deciding: the quorum seat by seat, the views, what an acceptance asks for. */
export function decisionPage(db: Database, person: Person, item: Item, today: string) {
	const standing = standingBefore(db, person, item);
	const recommended = needsAction(db, item) ? recommendedIn(db, item.thingId) : undefined;
	return {
		former: standing.former,
		quorum: standing.quorum,
		refused: refusedDeciding(standing, today)?.text ?? null,
		seats: membersOf(db, item.meetingId, item.id).map((seat) => ({
			personId: seat.personId,
			name: seat.name,
			counts: countsInWords(seat)
		})),
		...viewsAndInterests(db, [item.id]),
		thingVersion: versionOfThing(db, item),
		levels: item.kind === 'award' ? levelsOf(db, item.thingId) : [],
		action: recommended ? actionStartingFrom(recommended, today, '') : null,
		people: recommended ? possibleOwners(db, recommended.serviceId) : []
	};
}

const recommendedIn = (db: Database, id: string) =>
	db
		.select({ text: recommendations.text, serviceId: findings.serviceId })
		.from(recommendations)
		.innerJoin(findings, eq(findings.id, recommendations.findingId))
		.where(eq(recommendations.id, id))
		.get();

function levelsOf(db: Database, assessmentId: string) {
	const row = db.select({ version: assessments.frameworkVersionId }).from(assessments).where(eq(assessments.id, assessmentId)).get();
	if (!row) return [];
	const framework = frameworkOf(db, row.version);
	return levelsToChoose(framework).map((level) => ({ level, label: levelInWords(framework, level) }));
}
