import { aliasedTable, eq } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { directorates, services } from '#lib/domain/organisation/tables.ts';
import type { Transaction } from '#lib/server/database.ts';
import { answersOf } from '#lib/domain/assessments/reading.server.ts';
import type { AssessmentRow } from '#lib/domain/moderation/moving.server.ts';
import { frameOf } from './snapshot-frame.ts';
import { snapshotDetails } from './snapshot-details.server.ts';
import { figuresOf, type Snapshot, type SnapshotAnswer } from './snapshot.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';

/** Everything an agreed assessment holds, read as it stands now; `number` is the place of the snapshot among its own. */
export function snapshotNow(tx: Transaction, assessment: AssessmentRow, number: number, agreed: Snapshot['agreed']): Snapshot {
	const framework = frameworkOf(tx, assessment.frameworkVersionId);
	const judgedOn = assessment.submittedOn ?? agreed.on;
	const said = answersOf(tx, assessment);
	const details = snapshotDetails(tx, assessment.id);
	const all = said.map((answer): SnapshotAnswer => {
		const { answered, moderated, evidence } = details(answer.criterion);
		return { ...answer, ...answered, evidence, moderation: answer.moderation && moderated ? { ...answer.moderation, ...moderated } : null };
	});
	const { service, cycle, version, submitted, moderated } = aboutOf(tx, assessment);
	return {
		format: 1,
		assessment: assessment.id,
		number,
		service,
		cycle,
		framework: { ...frameOf(framework), ...version },
		judgedOn,
		answers: all,
		...figuresOf(framework, all, judgedOn),
		panel: null,
		submitted,
		moderated,
		agreed
	};
}

const submitter = aliasedTable(people, 'submitter');
const moderator = aliasedTable(people, 'moderator');

function aboutOf(tx: Transaction, { id, submittedBy, submittedAt, moderatorId, moderatedAt }: AssessmentRow) {
	const found = tx
		.select({
			service: { id: services.id, name: services.name, directorate: directorates.name },
			cycle: { id: cycles.id, name: cycles.name },
			version: { versionId: frameworkVersions.id, sha256: frameworkVersions.sha256 },
			submitter: submitter.name,
			moderator: moderator.name
		})
		.from(assessments)
		.innerJoin(services, eq(services.id, assessments.serviceId))
		.innerJoin(directorates, eq(directorates.id, services.directorateId))
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.innerJoin(frameworkVersions, eq(frameworkVersions.id, assessments.frameworkVersionId))
		.leftJoin(submitter, eq(submitter.id, assessments.submittedBy))
		.leftJoin(moderator, eq(moderator.id, assessments.moderatorId))
		.where(eq(assessments.id, id))
		.get();
	if (!found) throw new Error(`There is no assessment ${id}`);
	return {
		...found,
		submitted: { by: { id: submittedBy ?? '', name: found.submitter ?? '' }, at: submittedAt ?? 0 },
		moderated: { by: { id: moderatorId ?? '', name: found.moderator ?? '' }, at: moderatedAt ?? 0 }
	};
}
