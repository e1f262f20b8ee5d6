import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { and, eq } from 'drizzle-orm';
import { grants, people } from '#lib/domain/access/tables.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { agree } from '#lib/domain/moderation/agreeing.server.ts';
import { agreeTheRest } from '#lib/domain/moderation/agreeing-the-rest.server.ts';
import { finishModeration } from '#lib/domain/moderation/finishing-moderation.server.ts';
import { keepResults } from '#lib/domain/results/keeping-results.server.ts';
import { launch } from '#lib/domain/cycles/launching.server.ts';
import { submit } from '#lib/domain/moderation/submitting.server.ts';
import { answerEvidence, answers, assessments } from '#lib/domain/assessments/tables.ts';
import { evidence, evidenceVersions } from '#lib/domain/evidence/tables.ts';
import { loadFramework } from '#lib/domain/frameworks/loading.server.ts';
import { readFramework } from '#lib/domain/frameworks/reading.ts';
import { councils, directorates, services } from '#lib/domain/organisation/tables.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { at } from '#lib/server/clock.ts';
import { open, write, type Database } from '#lib/server/database.ts';

const yearly = ['2022-04-01', '2023-04-01', '2024-04-01', '2025-04-01', '2026-04-01'];
const piecesEach = 6;

/** Who asks for the pages. */
export type Filled = { lead: string; manager: string; draft: string; agreed: string; cycle: string };

const held = (id: string, role: Person['grants'][number]['role']): Person => ({
	id,
	name: id,
	email: `${id}@bench.example`,
	jobTitle: '',
	grants: [{ role, serviceId: null, teamId: null }]
});
const lead = held('lead', 'programme lead');
const manager = held('manager', 'service manager');
const assessor = held('assessor', 'quality assessor');

export function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(outcome.text);
	return outcome;
}

/** A database of so many services × 5 cycles × 31 criteria with evidence, made through the program's own capabilities. */
export function fill(file: string, count: number): Filled {
	const db = open(file);
	db.$client.pragma('synchronous = OFF');
	const ids = addCouncil(db, count);
	const read = readFramework(readFileSync('seed/frameworks/enfield-five-levels.yaml', 'utf8'), 'enfield-five-levels.yaml');
	if (!read.ok) throw new Error('The framework cannot be read');
	const { id: framework } = must(loadFramework(db, lead, read.framework));
	const criteria = read.framework.criteria.map(({ number }) => number);
	addEvidence(db, ids);
	let cycle = '';
	for (const [year, startsOn] of yearly.entries()) {
		cycle = at(Date.parse(startsOn), () => runCycle(db, { framework, criteria, ids, year, startsOn }));
		process.stdout.write('.');
	}
	const one = (serviceId: string, which: string) =>
		db
			.select({ id: assessments.id })
			.from(assessments)
			.where(and(eq(assessments.serviceId, serviceId), eq(assessments.cycleId, which)))
			.get()!.id;
	const filled = { lead: lead.id, manager: manager.id, draft: one(ids[0]!, cycle), agreed: one(ids[1]!, cycle), cycle };
	db.$client.pragma('wal_checkpoint(TRUNCATE)');
	db.$client.close();
	return filled;
}

function addCouncil(db: Database, count: number): string[] {
	const ids = Array.from({ length: count }, () => randomUUID());
	write(db, (tx) => {
		tx.insert(councils)
			.values({ id: 1, name: 'Bench Council', allowedFileTypes: ['pdf'] })
			.run();
		tx.insert(directorates)
			.values(Array.from({ length: 8 }, (_, n) => ({ id: `d${n}`, name: `Directorate ${n + 1}` })))
			.run();
		ids.forEach((id, n) =>
			tx
				.insert(services)
				.values({ id, directorateId: `d${n % 8}`, name: `Service ${String(n + 1).padStart(4, '0')}` })
				.run()
		);
		for (const person of [lead, manager, assessor]) {
			tx.insert(people).values({ id: person.id, name: person.name, email: person.email }).run();
			tx.insert(grants)
				.values(person.grants.map((grant) => ({ ...grant, personId: person.id })))
				.run();
		}
	});
	return ids;
}

const pieceOf = (service: string, n: number) => `${service}-${n}`;

function addEvidence(db: Database, ids: string[]) {
	write(db, (tx) => {
		for (const serviceId of ids)
			for (let n = 0; n < piecesEach; n++) {
				const id = pieceOf(serviceId, n);
				const piece = {
					id,
					kind: 'note',
					title: `Piece ${n + 1}`,
					shows: 'What it shows',
					serviceId,
					ownerId: manager.id,
					strength: 'medium'
				} as const;
				tx.insert(evidence)
					.values({ ...piece, effectiveFrom: '2022-01-01', effectiveTo: n === 5 ? '2026-12-31' : null })
					.run();
				tx.insert(evidenceVersions).values({ evidenceId: id, number: 1, note: 'A note', addedBy: manager.id, addedAt: 0 }).run();
			}
	});
}

type Running = { framework: string; criteria: string[]; ids: string[]; year: number; startsOn: string };

/** One cycle: every service answers; in all but the last, and for half of the services in that, it is agreed. */
function runCycle(db: Database, { framework, criteria, ids, year, startsOn }: Running): string {
	const dueOn = `${startsOn.slice(0, 4)}-12-31`;
	const name = `${startsOn.slice(0, 4)}/${Number(startsOn.slice(2, 4)) + 1}`;
	const cycle = must(
		launch(db, lead, { name, frameworkVersionId: framework, startsOn, dueOn, carriesOver: false, services: ids }, startsOn)
	).id;
	const made = db
		.select({ id: assessments.id, serviceId: assessments.serviceId })
		.from(assessments)
		.where(eq(assessments.cycleId, cycle))
		.all();
	const order = new Map(ids.map((id, n) => [id, n]));
	write(db, (tx) => {
		for (const { id, serviceId } of made) {
			const n = order.get(serviceId)!;
			const isDraft = year === yearly.length - 1 && n % 2 === 0;
			answerAll(db, { id, serviceId, n, year, criteria: isDraft ? criteria.slice(0, 18) : criteria });
			keepResults(tx, id, startsOn);
			if (!isDraft) takeToAgreed(db, id, startsOn);
		}
	});
	return cycle;
}

function answerAll(
	db: Database,
	{ id, serviceId, n, year, criteria }: { id: string; serviceId: string; n: number; year: number; criteria: string[] }
) {
	criteria.forEach((criterion, c) => {
		const reached = year + (n % 3) - Number(criterion[0]);
		const rating = reached >= 2 ? 'F' : reached >= 1 ? 'L' : reached >= 0 ? 'P' : 'N';
		db.update(answers)
			.set({ rating, comment: `What service ${n} does about ${criterion}`, answeredBy: manager.id, answeredAt: 0 })
			.where(and(eq(answers.assessmentId, id), eq(answers.criterion, criterion)))
			.run();
		db.insert(answerEvidence)
			.values({ assessmentId: id, criterion, evidenceId: pieceOf(serviceId, c % piecesEach), addedBy: manager.id, addedAt: 0 })
			.run();
	});
}

function takeToAgreed(db: Database, id: string, today: string) {
	const version = () => db.select({ version: assessments.version }).from(assessments).where(eq(assessments.id, id)).get()!.version;
	must(submit(db, manager, { id, version: version() }, today));
	must(agreeTheRest(db, assessor, { id, version: version() }, today));
	must(finishModeration(db, assessor, { id, version: version() }, today));
	must(agree(db, manager, { id, version: version() }, today));
}
