import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { grants, people } from '#lib/domain/access/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { servicesNotToVisit } from './declaring-ties.server.ts';
import type { PlanAsked } from './planning.ts';
import { scenarios, scenarioServices } from './tables.ts';

/** Who and what a plan is drawn from; `seed` is text that anyone may know. */
export type PlanChoices = {
	seed: string;
	perService: number;
	windowDays: number;
	services: string[];
	scenarios: string[];
	shoppers: string[];
};

/** Those who hold the role of mystery shopper and can sign in, by name. */
export const shoppersOf = (db: Database) =>
	db
		.selectDistinct({ id: people.id, name: people.name })
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(and(eq(grants.role, 'mystery shopper'), isNull(people.deactivatedAt)))
		.orderBy(asc(inAnyCase(people.name)), asc(people.id))
		.all();

/** The scenarios in the bank that are not retired, each with the services it can be played to. */
export function scenariosToPlan(db: Database) {
	const links = db.select().from(scenarioServices).all();
	return db
		.select({ id: scenarios.id, number: scenarios.number, name: scenarios.title, channel: scenarios.channel, variants: scenarios.variants })
		.from(scenarios)
		.where(isNull(scenarios.retiredOn))
		.orderBy(asc(scenarios.number))
		.all()
		.map((scenario) => ({
			...scenario,
			services: links
				.filter(({ scenarioId }) => scenarioId === scenario.id)
				.map(({ serviceId }) => serviceId)
				.sort()
		}));
}

/** All that a plan depends on, as it stands now. */
export function askedOf(tx: Database, wave: { startOn: string; endOn: string }, chosen: PlanChoices): PlanAsked {
	const shoppers = shoppersOf(tx).filter(({ id }) => chosen.shoppers.includes(id));
	const never = servicesNotToVisit(
		tx,
		shoppers.map(({ id }) => id)
	);
	const open = tx
		.select({ id: services.id, name: services.name })
		.from(services)
		.where(and(inArray(services.id, chosen.services), isNull(services.closedOn)))
		.orderBy(asc(services.id))
		.all();
	return {
		seed: chosen.seed,
		startOn: wave.startOn,
		endOn: wave.endOn,
		perService: chosen.perService,
		windowDays: chosen.windowDays,
		services: open,
		scenarios: scenariosToPlan(tx)
			.filter(({ id }) => chosen.scenarios.includes(id))
			.map(({ id, name, channel, variants, services: suited }) => ({ id, name, channel, variants: variants.length, services: suited })),
		shoppers: shoppers.map((shopper) => ({ ...shopper, never: never.get(shopper.id) ?? [] }))
	};
}
