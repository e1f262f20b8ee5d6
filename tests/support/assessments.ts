import { loadFramework } from '#lib/domain/frameworks/loading.server.ts';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import { answerEvidence, answers, assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { keepResults } from '#lib/domain/results/keeping-results.server.ts';
import { evidence, evidenceVersions } from '#lib/domain/evidence/tables.ts';
import { write, type Database } from '#lib/server/database.ts';

/** Stores a framework as published and gives the id of its version. */
export function publishedFramework(db: Database, framework: Framework): string {
	const outcome = loadFramework(db, null, framework);
	if (!outcome.ok) throw new Error(outcome.text);
	return outcome.id;
}

type Settings = Partial<typeof assessments.$inferInsert> & {
	cycle?: string;
	answered?: Record<string, Partial<typeof answers.$inferInsert>>;
};

/** An assessment of a service in a cycle (made when it is not there), with an answer row for each criterion and its results kept. */
export function anAssessment(
	db: Database,
	framework: Framework,
	serviceId: string,
	on: string,
	{ cycle = 'cycle', answered = {}, ...more }: Settings = {}
): string {
	const frameworkVersionId = publishedFramework(db, framework);
	db.insert(cycles)
		.values({ id: cycle, name: `2026/27 ${cycle}`, frameworkVersionId, startsOn: '2026-04-01', dueOn: '2027-03-31' })
		.onConflictDoNothing()
		.run();
	const { id } = db
		.insert(assessments)
		.values({ cycleId: cycle, serviceId, frameworkVersionId, dueOn: '2027-03-31', ...more })
		.returning({ id: assessments.id })
		.get();
	db.insert(answers)
		.values(framework.criteria.map(({ number }) => ({ assessmentId: id, criterion: number, ...answered[number] })))
		.run();
	write(db, (tx) => keepResults(tx, id, on));
	return id;
}

/** A note as evidence for some criteria of an assessment, true from one day to another (or for good). */
export function evidenceFor(
	db: Database,
	assessmentId: string,
	criteria: string[],
	{ from = '2026-01-01', to = null as string | null, serviceId = 'repairs', ownerId = 'manager', title = 'Survey of tenants' } = {}
): string {
	const { id } = db
		.insert(evidence)
		.values({ kind: 'note', title, shows: 'What tenants say', serviceId, ownerId, effectiveFrom: from, effectiveTo: to, strength: 'high' })
		.returning({ id: evidence.id })
		.get();
	db.insert(evidenceVersions).values({ evidenceId: id, number: 1, note: 'Nine in ten', addedBy: ownerId, addedAt: 0 }).run();
	db.insert(answerEvidence)
		.values(criteria.map((criterion) => ({ assessmentId, criterion, evidenceId: id, addedBy: ownerId, addedAt: 0 })))
		.run();
	return id;
}
