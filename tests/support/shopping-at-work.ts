import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { addDays, dayOf, startOfDay } from '#lib/domain/calendar/dates.ts';
import { storeUpload } from '#lib/domain/evidence/storing.server.ts';
import { attachToVisit } from '#lib/domain/mystery-shopping/attaching-evidence.server.ts';
import { confirmPlan } from '#lib/domain/mystery-shopping/confirming-plan.server.ts';
import { drawPlan } from '#lib/domain/mystery-shopping/drawing-plan.server.ts';
import { addProgramme } from '#lib/domain/mystery-shopping/keeping-programmes.server.ts';
import { addScenario } from '#lib/domain/mystery-shopping/keeping-scenarios.server.ts';
import { addWave } from '#lib/domain/mystery-shopping/keeping-waves.server.ts';
import { visits } from '#lib/domain/mystery-shopping/tables.ts';
import { saveVisit, submitVisit } from '#lib/domain/mystery-shopping/visiting.server.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { startImport } from '#lib/exchange/starting.server.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { phoneCard } from './shopping.ts';
import { files, inChunks } from './uploads.ts';

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.text}`);
	return outcome;
}

/** A programme of mystery shopping with an open wave, of which one visit to a service was handed in with a file. Gives what stands in addresses. */
export async function shoppingAtWork(db: Database, lead: Person, shopper: Person, serviceId: string) {
	const today = dayOf(Date.now());
	const scorecardVersionId = 'shopping-for-addresses';
	const card = { scorecard: scorecardVersionId, number: '1.0', name: phoneCard.name, use: 'mystery shopping', channel: 'phone' } as const;
	db.insert(scorecardVersions)
		.values({ ...card, id: scorecardVersionId, state: 'published', document: phoneCard, sha256: 'x' })
		.run();
	const asked = {
		title: 'Ask about a missed bin',
		channel: 'phone',
		situation: 'Not emptied',
		whereTo: '',
		rightAnswer: 'A day',
		variants: [],
		standard: ''
	} as const;
	const scenario = must(addScenario(db, lead, { ...asked, variants: [], scorecardVersionId, services: [serviceId] })).id;
	const notice = {
		noticeWhat: 'That it happens',
		noticeWhy: 'To get better',
		noticeGivenOn: addDays(today, -60),
		level: 'service'
	} as const;
	const programme = must(addProgramme(db, lead, { name: 'For addresses', aim: '', ...notice })).id;
	const wave = must(addWave(db, lead, programme, { name: 'For addresses', startOn: addDays(today, -30), endOn: addDays(today, -2) })).id;
	const chosen = { seed: 'addresses', perService: 2, windowDays: 3, services: [serviceId], scenarios: [scenario], shoppers: [shopper.id] };
	must(drawPlan(db, lead, wave, chosen));
	must(confirmPlan(db, lead, wave));
	const { id: visit, fromOn } = db
		.select()
		.from(visits)
		.where(and(eq(visits.waveId, wave), eq(visits.shopperId, shopper.id)))
		.get()!;
	const given = { A1: { value: 'yes' }, A2: { value: 'no' } };
	must(saveVisit(db, shopper, visit, { given, version: 1, visitedAt: startOfDay(fromOn) + 36_000_000, rings: 2, waitSeconds: 9 }));
	const { upload } = must(await storeUpload(db, shopper, 'notes of the visit.csv', inChunks(files.csv)));
	const piece = must(attachToVisit(db, shopper, visit, { upload, shows: 'Notes' })).id;
	must(submitVisit(db, shopper, visit));
	const brought = must(startImport(db, lead, { kind: 'agency visits', into: wave, name: 'agency.csv' })).id;
	return { programme, wave, scenario, visit, piece, 'wave import': brought };
}
