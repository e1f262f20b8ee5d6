import { eq } from 'drizzle-orm';
import { daysBetween } from '#lib/domain/calendar/dates.ts';
import { addWorkingDays } from '#lib/domain/calendar/working-days.ts';
import { declareTie } from '#lib/domain/mystery-shopping/declaring-ties.server.ts';
import { confirmPlan } from '#lib/domain/mystery-shopping/confirming-plan.server.ts';
import { drawPlan } from '#lib/domain/mystery-shopping/drawing-plan.server.ts';
import { addProgramme } from '#lib/domain/mystery-shopping/keeping-programmes.server.ts';
import { addScenario } from '#lib/domain/mystery-shopping/keeping-scenarios.server.ts';
import { addWave, closeWave } from '#lib/domain/mystery-shopping/keeping-waves.server.ts';
import { findingsProposed, makeFindings } from '#lib/domain/mystery-shopping/proposing-findings.server.ts';
import { waves } from '#lib/domain/mystery-shopping/tables.ts';
import { publishedCards } from '#lib/domain/scorecards/forms.server.ts';
import type { Database } from '#lib/server/database.ts';
import { must, type Who } from './cast.server.ts';
import type { Places } from './council.server.ts';
import type { Diary } from './diary.ts';
import type { Shopping, ShoppingWave } from './shopping-file.ts';
import { leaveUndone, makeVisit, type Visiting } from './visits.server.ts';

type Setting = { db: Database; diary: Diary; who: Who; places: Places };

/** Working days a wave lasts, and those a shopper has for a visit. */
const lasts = 20;
const windowDays = 4;
/** Visits are made so many working days after the plan could begin with them. */
const slack = 3;
/** Visits made last in an open wave that wait to be checked; of those after them, how many are begun. */
const waiting = 6;
const begun = 4;

/** Lives through the mystery shopping: the notice to staff, the scenarios, and each wave visit by visit. */
export function liveTheShopping(setting: Setting, file: Shopping): void {
	const { db, diary, who, places } = setting;
	const lead = who('programme.lead');
	const serviceId = (key: string) => places.services.get(key) ?? '';
	const { on, noticeGiven, ...said } = file.programme;
	let programme = '';
	const scenarios: string[] = [];
	diary.on(on, 15, () => {
		programme = must(addProgramme(db, lead, { ...said, noticeGivenOn: diary.day(noticeGiven) }), said.name).id;
		for (const { service, ...scenario } of file.scenarios) {
			const scorecardVersionId = publishedCards(db, 'mystery shopping', scenario.channel)[0]?.id ?? '';
			const { id } = must(addScenario(db, lead, { ...scenario, scorecardVersionId, services: [serviceId(service)] }), scenario.title);
			scenarios.push(id);
		}
	});
	for (const { on, shopper, service, why } of file.ties)
		diary.on(on, 45, () => void must(declareTie(db, who(shopper), { serviceId: serviceId(service), why }), 'A tie'));
	const inTurn = wordsInTurn();
	const services = [...new Set(file.scenarios.map(({ service }) => service))];
	for (const wave of file.waves) {
		let id = '';
		const startOn = diary.day(wave.start);
		diary.on(wave.start - 7, 30, () => {
			const days = { startOn, endOn: addWorkingDays(startOn, lasts) };
			id = must(addWave(db, lead, programme, { name: wave.name, ...days }), wave.name).id;
			const shoppers = ['shopper', 'shopper.two', 'shopper.three'].map((email) => who(email).id);
			const { seed, perService } = wave;
			must(drawPlan(db, lead, id, { seed, perService, windowDays, services: services.map(serviceId), scenarios, shoppers }), wave.name);
			must(confirmPlan(db, lead, id), wave.name);
		});
		const count = wave.perService * services.length;
		const keyOf = new Map(services.map((key) => [serviceId(key), key]));
		liveTheVisits({ ...setting, file, wave, waveId: () => id, keyOf, inTurn }, count);
		endTheWave(setting, wave, () => id);
	}
}

/** Deals words out: the next of a list each time it is asked for, from the beginning again when all were said. */
function wordsInTurn(): (words: readonly string[]) => string {
	const dealt = new Map<readonly string[], number>();
	return (words) => {
		const place = dealt.get(words) ?? 0;
		dealt.set(words, place + 1);
		return words[place % words.length] ?? '';
	};
}

/** Each visit on its day: those whose day has come are made, some of the others begun. */
function liveTheVisits(visiting: Visiting, count: number): void {
	const { diary, wave } = visiting;
	const first = diary.day(wave.start);
	const dayOf = (place: number) =>
		daysBetween(diary.day(0), addWorkingDays(first, Math.floor(((place - 1) * (lasts + 1)) / count) + slack));
	const all = Array.from({ length: count }, (_, n) => n + 1).filter((place) => !wave.notMade.includes(place));
	const made = all.filter((place) => dayOf(place) < -1);
	const unchecked = wave.closed === undefined ? made.slice(-waiting) : [];
	const standingOf = (place: number) => {
		if (!unchecked.includes(place)) return 'checked';
		return wave.stillBack && place === unchecked[0] ? { mend: wave.stillBack } : 'submitted';
	};
	for (const place of made) makeVisit(visiting, place, dayOf(place), standingOf(place));
	for (const place of all.slice(made.length, made.length + begun)) leaveUndone(visiting, place);
}

function endTheWave({ db, diary, who }: Setting, { name, closed, findings }: ShoppingWave, waveId: () => string): void {
	const lead = who('programme.lead');
	if (closed !== undefined)
		diary.on(closed, 60, () => {
			const { version = 1 } = db.select({ version: waves.version }).from(waves).where(eq(waves.id, waveId())).get() ?? {};
			must(closeWave(db, lead, waveId(), { version, confirmed: true }), name);
		});
	if (findings)
		diary.on(findings.on, 60, () => {
			const lowest = findingsProposed(db, lead, waveId()).sort((a, b) => (a.figure.pass?.share ?? 1) - (b.figure.pass?.share ?? 1));
			const chosen = lowest.slice(0, findings.most).map(({ id }) => id);
			must(makeFindings(db, lead, waveId(), chosen), name);
		});
}
