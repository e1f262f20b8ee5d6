import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { carryOver } from './carrying-over.server.ts';
import { keepResults } from '#lib/domain/results/keeping-results.server.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from './tables.ts';

/** What a cycle is launched with: one published framework version, its dates, and the services that take part. */
export type Launch = {
	name: string;
	frameworkVersionId: string;
	startsOn: string;
	dueOn: string;
	carriesOver: boolean;
	services: string[];
};

/**
 * Launches a framework over many services (DOMAIN section 2.3): a cycle, an assessment for each service and an answer
 * row for each criterion, empty or carried over to be confirmed. Launching the same cycle again adds only services that
 * are not in it; another one under its name is refused. Gives the cycle's id and how many assessments were made.
 */
export function launch(db: Database, person: Person, asked: Launch, today: string): Outcome<{ id: string; count: number }> {
	return write(db, (tx) => {
		const { services: chosen, ...cycle } = asked;
		const version = tx
			.select({ state: frameworkVersions.state })
			.from(frameworkVersions)
			.where(eq(frameworkVersions.id, cycle.frameworkVersionId))
			.get();
		if (version?.state !== 'published') return refused('not-published', 'Choose a published framework', 'frameworkVersionId');
		if (cycle.dueOn < cycle.startsOn) return refused('dates', 'The due date must be on or after the start', 'dueOn');
		if (!chosen.length) return refused('no-services', 'Choose at least one service', 'services[]');
		const same = tx.select().from(cycles).where(eq(cycles.name, cycle.name)).get();
		if (same && !isSame(same, cycle)) return refused('name-taken', `There is already a cycle called ${cycle.name}`, 'name');
		if (same?.closedAt) return refused('cycle-closed', `${cycle.name} is closed. Open it again before services join it`, 'name');
		const id = same?.id ?? tx.insert(cycles).values(cycle).returning({ id: cycles.id }).get().id;
		const count = join(tx, { ...cycle, id }, chosen, today);
		if (!same || count)
			record(
				tx,
				person,
				same ? `added services to cycle ${cycle.name}` : `launched cycle ${cycle.name}`,
				{ kind: 'cycle', id },
				{ services: { from: null, to: chosen } }
			);
		return done({ id, count });
	});
}

const isSame = (
	before: typeof cycles.$inferSelect,
	{ frameworkVersionId, startsOn, dueOn, carriesOver }: Omit<Launch, 'services' | 'name'>
) =>
	before.frameworkVersionId === frameworkVersionId &&
	before.startsOn === startsOn &&
	before.dueOn === dueOn &&
	before.carriesOver === carriesOver;

/** Brings open services that are not yet in a cycle into it, in a fixed number of statements; gives how many. */
function join(tx: Transaction, cycle: Omit<Launch, 'services' | 'name'> & { id: string }, chosen: string[], today: string): number {
	const { criteria } = frameworkOf(tx, cycle.frameworkVersionId);
	const open = tx
		.select({ id: services.id })
		.from(services)
		.where(and(inArray(services.id, sql`(select value from json_each(${JSON.stringify(chosen)}))`), isNull(services.closedOn)))
		.all();
	const made = open.map(({ id: service }) => ({ id: randomUUID(), service }));
	const given = JSON.stringify(made);
	tx.run(sql`
		insert into assessment (id, cycle_id, service_id, framework_version_id, due_on)
		select value ->> 'id', ${cycle.id}, value ->> 'service', ${cycle.frameworkVersionId}, ${cycle.dueOn} from json_each(${given}) where true
		on conflict (cycle_id, service_id) do nothing`);
	const ids = tx
		.select({ id: assessments.id })
		.from(assessments)
		.where(inArray(assessments.id, sql`(select value ->> 'id' from json_each(${given}))`))
		.all()
		.map(({ id }) => id);
	const [first] = ids;
	if (first === undefined) return 0;
	const news = JSON.stringify(ids);
	tx.run(sql`
		insert into answer (assessment_id, criterion)
		select a.value, c.value from json_each(${news}) a, json_each(${JSON.stringify(criteria.map(({ number }) => number))}) c`);
	if (cycle.carriesOver) carryOver(tx, cycle.frameworkVersionId, news);
	takeBaselines(tx, cycle.frameworkVersionId, news);
	copyFirstResult(tx, first, news, today);
	return ids.length;
}

/** A service that has a baseline on this framework is measured from it from the start. */
function takeBaselines(tx: Transaction, frameworkVersionId: string, ids: string) {
	tx.run(sql`
		update assessment set (baseline_level, baseline_award, baseline_index) = (
			select b.agreed_level, b.agreed_award, b.agreed_index from assessment b
			where b.service_id = assessment.service_id and b.is_baseline = 1 and b.framework_version_id in (
				select id from framework_version where framework = (select framework from framework_version where id = ${frameworkVersionId})
			)
			order by b.agreed_on limit 1
		)
		where id in (select value from json_each(${ids}))`);
}

/** Nothing is answered yet, carried over or not, so every new assessment has the same result: worked out once. */
function copyFirstResult(tx: Transaction, first: string, ids: string, today: string) {
	keepResults(tx, first, today);
	tx.run(sql`
		insert into result (assessment_id, basis, level, award, maturity_index, share, answered, total, met, applicable, themes, levels, holds_until)
		select a.value, r.basis, r.level, r.award, r.maturity_index, r.share, r.answered, r.total, r.met, r.applicable, r.themes, r.levels, null
		from json_each(${ids}) a, result r where r.assessment_id = ${first} and a.value <> ${first}`);
}
