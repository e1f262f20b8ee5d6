import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { contactStandards } from '#lib/domain/standards/tables.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { servicesOfScenario } from './choosing.server.ts';
import { scenarioLabels, type ScenarioDetails } from './details.ts';
import { scenarios, scenarioServices, visits } from './tables.ts';

/** Why a scenario cannot be kept like this; null where it can. Its scorecard is a published one of mystery shopping. */
function wrongWith(tx: Transaction, details: ScenarioDetails, usedCard: string | null): Refused | null {
	const card = tx.select().from(scorecardVersions).where(eq(scorecardVersions.id, details.scorecardVersionId)).get();
	const isUsable = card?.use === 'mystery shopping' && (card.state === 'published' || card.id === usedCard);
	if (!isUsable) return refused('unknown-card', 'Choose a published scorecard of mystery shopping', 'scorecardVersionId');
	const standard =
		details.standard &&
		tx
			.select({ id: contactStandards.id })
			.from(contactStandards)
			.where(eq(inAnyCase(contactStandards.number), details.standard))
			.get();
	if (details.standard && !standard) return refused('unknown-standard', `There is no contact standard ${details.standard}`, 'standard');
	const open = tx
		.select({ id: services.id })
		.from(services)
		.where(and(inArray(services.id, details.services), isNull(services.closedOn)))
		.all();
	if (!details.services.length || open.length !== new Set(details.services).size)
		return refused('unknown-service', 'Choose the services it can be played to, each of them open', 'services[]');
	return null;
}

function putServices(tx: Transaction, scenarioId: string, chosen: readonly string[]): void {
	tx.delete(scenarioServices).where(eq(scenarioServices.scenarioId, scenarioId)).run();
	tx.insert(scenarioServices)
		.values([...new Set(chosen)].map((serviceId) => ({ scenarioId, serviceId })))
		.run();
}

/** Adds a scenario to the bank under the next number. DOMAIN section 5.1. */
export function addScenario(db: Database, person: Person, details: ScenarioDetails): Outcome<{ id: string; number: number }> {
	return write(db, (tx) => {
		const wrong = wrongWith(tx, details, null);
		if (wrong) return wrong;
		const { services: chosen, ...rest } = details;
		const last = tx
			.select({ number: sql<number | null>`max(${scenarios.number})` })
			.from(scenarios)
			.get();
		const row = { ...rest, number: (last?.number ?? 0) + 1 };
		const { id, number } = tx.insert(scenarios).values(row).returning({ id: scenarios.id, number: scenarios.number }).get();
		putServices(tx, id, chosen);
		record(
			tx,
			person,
			`added scenario ${number} of mystery shopping`,
			{ kind: 'scenario', id },
			changesOf({}, { ...row, services: chosen.join(', ') })
		);
		return done({ id, number });
	});
}

/** Changes a scenario. Once a visit has it, channel and scorecard stay: what was scored must be comparable. Stale with both texts. */
export function changeScenario(
	db: Database,
	person: Person,
	id: string,
	{ version, ...details }: ScenarioDetails & { version: number }
): Outcome<{ version: number }> {
	return write(db, (tx) => {
		const row = tx.select().from(scenarios).where(eq(scenarios.id, id)).get();
		if (!row) return refused('unknown', 'There is no such scenario');
		const wrong = wrongWith(tx, details, row.scorecardVersionId);
		if (wrong) return wrong;
		const isUsed = !!tx.select({ id: visits.id }).from(visits).where(eq(visits.scenarioId, id)).get();
		if (isUsed && (row.channel !== details.channel || row.scorecardVersionId !== details.scorecardVersionId))
			return refused(
				'used',
				'Visits have this scenario, so its channel and scorecard stay. Retire it and add another',
				'scorecardVersionId'
			);
		const { services: chosen, ...fields } = details;
		const before = servicesOfScenario(tx, id).join(', ');
		const said = (list: readonly string[]) => list.join('\n');
		const stands = { ...row, variants: said(row.variants), services: before };
		const mine = { ...fields, variants: said(fields.variants), services: [...chosen].sort().join(', ') };
		if (row.version !== version) return staleSave(tx, { kind: 'scenario', id }, stands, mine, scenarioLabels);
		const change = changesOf<typeof mine>(stands, mine);
		if (!Object.keys(change).length) return done({ version });
		tx.update(scenarios)
			.set({ ...fields, version: version + 1 })
			.where(eq(scenarios.id, id))
			.run();
		putServices(tx, id, chosen);
		record(tx, person, `changed scenario ${row.number} of mystery shopping`, { kind: 'scenario', id }, change);
		return done({ version: version + 1 });
	});
}

/** Takes a scenario out of the bank, or back into it: plans drawn from now on go by that. */
export function retireScenario(db: Database, person: Person, id: string, { version, today }: { version: number; today: string }): Outcome {
	return write(db, (tx) => {
		const row = tx.select().from(scenarios).where(eq(scenarios.id, id)).get();
		if (!row) return refused('unknown', 'There is no such scenario');
		if (row.version !== version) return staleSave(tx, { kind: 'scenario', id }, { ...row, variants: '' }, {}, {});
		const retiredOn = row.retiredOn ? null : today;
		tx.update(scenarios)
			.set({ retiredOn, version: version + 1 })
			.where(eq(scenarios.id, id))
			.run();
		const what = retiredOn ? 'retired' : 'took up again';
		record(
			tx,
			person,
			`${what} scenario ${row.number} of mystery shopping`,
			{ kind: 'scenario', id },
			{ retiredOn: { from: row.retiredOn, to: retiredOn } }
		);
		return done();
	});
}
