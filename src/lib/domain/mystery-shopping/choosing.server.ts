import { and, asc, eq, isNull } from 'drizzle-orm';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { contactStandards } from '#lib/domain/standards/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { scenariosToPlan, shoppersOf } from './plan-asked.server.ts';
import { whyNotTold } from './reporting-level.ts';
import { scenarioServices } from './tables.ts';
import type { Level } from './words.ts';

/** The open services, by name. */
export const openServices = (db: Database) =>
	db
		.select({ id: services.id, name: services.name })
		.from(services)
		.where(isNull(services.closedOn))
		.orderBy(asc(inAnyCase(services.name)))
		.all();

/** The open teams with their service, by name: only asked for where the promise to staff allows teams. */
export const openTeams = (db: Database) =>
	db
		.select({ value: teams.id, name: teams.name, service: services.name })
		.from(teams)
		.innerJoin(services, eq(services.id, teams.serviceId))
		.where(isNull(teams.closedOn))
		.orderBy(asc(inAnyCase(services.name)), asc(inAnyCase(teams.name)))
		.all()
		.map(({ value, name, service }) => ({ value, label: `${service}: ${name}` }));

/** The staff of today with their team: only asked for where the promise to staff allows individuals. */
export const presentStaff = (db: Database) =>
	db
		.select({ value: staff.id, name: staff.name, team: teams.name })
		.from(staff)
		.innerJoin(teams, eq(teams.id, staff.teamId))
		.where(isNull(staff.leftOn))
		.orderBy(asc(inAnyCase(teams.name)), asc(inAnyCase(staff.name)))
		.all()
		.map(({ value, name, team }) => ({ value, label: `${team}: ${name}` }));

/** The contact standards that are not retired, by channel, to choose from. */
export const standardChoices = (db: Database) =>
	db
		.select({ number: contactStandards.number, text: contactStandards.text })
		.from(contactStandards)
		.where(isNull(contactStandards.retiredOn))
		.orderBy(asc(contactStandards.channel), asc(contactStandards.position))
		.all()
		.map(({ number, text }) => ({ value: number, label: `${number} ${text}`.slice(0, 110) }));

/** What a visit planned by hand is chosen from; teams and staff only where the promise to staff reaches down to them. */
export function visitChoices(db: Database, promised: Level) {
	const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
	return {
		services: openServices(db).map(named),
		scenarios: scenariosToPlan(db).map(({ id, number, name, channel }) => ({ value: id, label: `${number} ${name} (${channel})` })),
		shoppers: shoppersOf(db).map(named),
		teams: whyNotTold({ promised, at: 'team' }) ? [] : openTeams(db),
		staff: whyNotTold({ promised, at: 'individual' }) ? [] : presentStaff(db)
	};
}

/** What a scenario is chosen from: published scorecards of mystery shopping, contact standards, open services. */
export const scenarioChoices = (db: Database) => ({
	cards: db
		.select({
			value: scorecardVersions.id,
			name: scorecardVersions.name,
			number: scorecardVersions.number,
			channel: scorecardVersions.channel
		})
		.from(scorecardVersions)
		.where(and(eq(scorecardVersions.use, 'mystery shopping'), eq(scorecardVersions.state, 'published')))
		.orderBy(asc(scorecardVersions.channel), asc(scorecardVersions.name), asc(scorecardVersions.number))
		.all()
		.map(({ value, name, number, channel }) => ({ value, label: `${name} ${number} (${channel})` })),
	standards: standardChoices(db),
	services: openServices(db).map(({ id, name }) => ({ value: id, label: name }))
});

/** The services that a scenario can be played to: their ids. */
export const servicesOfScenario = (db: Database, scenarioId: string): string[] =>
	db
		.select({ id: scenarioServices.serviceId })
		.from(scenarioServices)
		.where(eq(scenarioServices.scenarioId, scenarioId))
		.orderBy(asc(scenarioServices.serviceId))
		.all()
		.map(({ id }) => id);
