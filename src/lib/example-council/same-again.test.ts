import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { people } from '#lib/domain/access/tables.ts';
import { scenarios, visits } from '#lib/domain/mystery-shopping/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { scoredForms } from '#lib/domain/scorecards/tables.ts';
import { loadOfferedScorecards } from '#lib/domain/scorecards/offering.server.ts';
import { loadStandards } from '#lib/domain/standards/loading.server.ts';
import { at } from '#lib/server/clock.ts';
import { config } from '#lib/server/config.ts';
import { open } from '#lib/server/database.ts';
import { withIdsFrom } from '#lib/server/new-id.ts';
import { castOf, must } from './cast.server.ts';
import { addPeople, addStructure } from './council.server.ts';
import { Diary } from './diary.ts';
import { peopleFile, readSeed, structureFile } from './files.ts';
import { liveTheShopping } from './shopping.server.ts';
import { shoppingFile } from './shopping-file.ts';
import { allUpToDate } from './up-to-date.ts';

const folder = 'seed/example-council';
const today = '2026-11-18';

/** The first wave of the shopping alone: which visits there are, who makes them, and what came of them. */
const shopped = (seed: string) =>
	withIdsFrom(seed, () => {
		const db = open(':memory:', config.migrations);
		const { places, who } = at(Date.parse('2025-10-01'), () => {
			const places = addStructure(db, readSeed(folder, 'structure.yaml', structureFile));
			return { places, who: castOf(db, addPeople(db, readSeed(folder, 'people.yaml', peopleFile), places, 'none', 'example.org')) };
		});
		const diary = new Diary(today);
		diary.on(-400, 0, () => {
			must(loadStandards(db, who('programme.lead')), 'Contact standards');
			must(loadOfferedScorecards(db, who('programme.lead')), 'Scorecards');
		});
		const file = allUpToDate(readSeed(folder, 'mystery-shopping.yaml', shoppingFile), today);
		liveTheShopping({ db, diary, who, places }, { ...file, waves: file.waves.slice(0, 1) });
		diary.live();
		const { number, state, fromOn, timeOfDay, rings, waitSeconds } = visits;
		const came = { quality: scoredForms.quality, access: scoredForms.access };
		const found = db
			.select({
				number,
				service: services.name,
				scenario: scenarios.number,
				shopper: people.name,
				state,
				fromOn,
				timeOfDay,
				rings,
				waitSeconds,
				...came
			})
			.from(visits)
			.innerJoin(services, eq(services.id, visits.serviceId))
			.innerJoin(scenarios, eq(scenarios.id, visits.scenarioId))
			.leftJoin(people, eq(people.id, visits.shopperId))
			.leftJoin(scoredForms, eq(scoredForms.id, visits.formId))
			.orderBy(number)
			.all();
		db.$client.close();
		return found;
	});

test('prepared twice, the example council has the same visits with the same scores: plans are drawn by ids, and these are its own', async () => {
	const first = await shopped('marlbourne.example');
	expect(first).toHaveLength(60);
	expect(await shopped('marlbourne.example')).toEqual(first);
	expect(await shopped('elsewhere.example')).not.toEqual(first);
}, 60_000);
