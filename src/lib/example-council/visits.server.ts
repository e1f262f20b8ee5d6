import { asc, eq } from 'drizzle-orm';
import { personById } from '#lib/domain/access/finding.server.ts';
import { startOfDay } from '#lib/domain/calendar/dates.ts';
import { acceptVisit, leaveOut, sendBack } from '#lib/domain/mystery-shopping/checking-visits.server.ts';
import { scenarios, visits } from '#lib/domain/mystery-shopping/tables.ts';
import { beginVisit, noteAttempt, saveVisit, submitVisit } from '#lib/domain/mystery-shopping/visiting.server.ts';
import { formOf } from '#lib/domain/scorecards/forms.server.ts';
import type { Database } from '#lib/server/database.ts';
import { now } from '#lib/server/clock.ts';
import { answersBy } from './answering-visits.server.ts';
import { must, type Who } from './cast.server.ts';
import type { Diary } from './diary.ts';
import type { Shopping, ShoppingWave } from './shopping-file.ts';

/** What the visits of a wave are made from. `keyOf` gives the key of a service in the files by its id. */
export type Visiting = {
	db: Database;
	diary: Diary;
	who: Who;
	file: Shopping;
	wave: ShoppingWave;
	waveId: () => string;
	keyOf: ReadonlyMap<string, string>;
	/** Gives the next of some words. */
	inTurn: (words: readonly string[]) => string;
};

const anHour = 60 * 60 * 1000;
/** Hours after midnight at which a visit of each time of day is made. */
const hours = { morning: 10.2, midday: 12.6, afternoon: 14.4 };
/** Every visit of so many found nobody the day before. */
const triedFirst = 13;

/** A visit by its place in its wave, with its shopper, its channel and how many visits like it came before. */
function visitAt({ db, waveId }: Visiting, place: number) {
	const all = db
		.select({ visit: visits, channel: scenarios.channel })
		.from(visits)
		.innerJoin(scenarios, eq(scenarios.id, visits.scenarioId))
		.where(eq(visits.waveId, waveId()))
		.orderBy(asc(visits.number))
		.all();
	const found = all[place - 1];
	const shopper = personById(db, found?.visit.shopperId ?? '');
	if (!found || !shopper) throw new Error(`There is no visit ${place} in the example council's wave`);
	const isLike = ({ visit }: (typeof all)[number]) => visit.scenarioId === found.visit.scenarioId;
	return { ...found, shopper, before: all.slice(0, place - 1).filter(isLike).length };
}

const versionNow = (db: Database, id: string) =>
	db.select({ version: visits.version }).from(visits).where(eq(visits.id, id)).get()?.version ?? 1;

/** The answers to a visit: decided by its service, its channel and its place among those like it. */
function answersTo({ db, file, wave, keyOf, inTurn }: Visiting, { visit, channel, before }: ReturnType<typeof visitAt>, formId: string) {
	const form = formOf(db, formId);
	if (!form) throw new Error(`There is no form of visit ${visit.number}`);
	const service = keyOf.get(visit.serviceId) ?? '';
	const own = file.otherwise.find((other) => other.service === service)?.standards;
	return answersBy(form.card, {
		seed: `${wave.seed}:${service}:${channel}:${before}`,
		met: (standard) => (own?.[standard] ?? file.met[standard] ?? 75) + wave.better,
		said: file.said[channel] ?? { good: [], mixed: [], poor: [], nothing: [] },
		inTurn
	});
}

/** Where a visit stands today: looked at by a second person, waiting for that, or with its shopper again, who is to mend this. */
export type Standing = 'checked' | 'submitted' | { mend: string };

/** Makes a visit on its day and, where it is to be checked, has a second person look at it two days later. */
export function makeVisit(visiting: Visiting, place: number, days: number, standing: Standing): void {
	const { db, diary, who, wave, file } = visiting;
	const name = `${wave.name}, visit ${place}`;
	const minutes = 420 + (place % 12) * 6;
	if (place % triedFirst === 0)
		diary.on(days - 1, minutes, () => {
			const { visit, channel, shopper } = visitAt(visiting, place);
			must(noteAttempt(db, shopper, visit.id, { at: now() - anHour, note: file.tried[channel] ?? '' }), name);
		});
	diary.on(days, minutes, (today) => {
		const seen = visitAt(visiting, place);
		const { visit, shopper, channel } = seen;
		const { formId } = must(beginVisit(db, shopper, visit.id), name);
		const given = answersTo(visiting, seen, formId);
		const [rings, seconds] = channel === 'phone' ? [given.A1?.value, given.A4?.value] : [];
		const timing = { rings: rings ? Number(rings) : null, waitSeconds: seconds ? Number(seconds) : null };
		const visitedAt = startOfDay(today) + hours[visit.timeOfDay] * anHour;
		must(saveVisit(db, shopper, visit.id, { given, version: formOf(db, formId)?.version ?? 1, visitedAt, ...timing }), name);
		must(submitVisit(db, shopper, visit.id), name);
	});
	const back = wave.sentBack.find(({ visit }) => visit === place);
	const out = wave.leftOut.find(({ visit }) => visit === place);
	const check = (on: number, how: (id: string, version: number) => void) =>
		diary.on(Math.min(-1, on), 560 + (place % 12), () => {
			const { id } = visitAt(visiting, place).visit;
			how(id, versionNow(db, id));
		});
	const assessor = who('assessor');
	if (standing === 'submitted') return;
	const mend = standing === 'checked' ? back?.mend : standing.mend;
	if (mend) check(days + 1, (id, version) => void must(sendBack(db, assessor, id, { version, mend }), name));
	if (standing !== 'checked') return;
	if (back) check(days + 2, (id) => void must(submitVisit(db, visitAt(visiting, place).shopper, id), name));
	if (out) check(days + 2, (id, version) => void must(leaveOut(db, assessor, id, { version, reason: out.reason }), name));
	else check(days + (back ? 3 : 2), (id, version) => void must(acceptVisit(db, assessor, id, version), name));
}

/** Begins a visit and leaves it half filled in, as it lies with its shopper today. */
export function leaveUndone(visiting: Visiting, place: number): void {
	const { db, diary, wave } = visiting;
	diary.on(-1, 500 + (place % 12), () => {
		const seen = visitAt(visiting, place);
		const { formId } = must(beginVisit(db, seen.shopper, seen.visit.id), wave.name);
		const first = Object.entries(answersTo(visiting, seen, formId)).slice(0, 3);
		const version = formOf(db, formId)?.version ?? 1;
		const soFar = { given: Object.fromEntries(first), version, visitedAt: null, rings: null, waitSeconds: null };
		must(saveVisit(db, seen.shopper, seen.visit.id, soFar), wave.name);
	});
}
