import { eq } from 'drizzle-orm';
import { noteContact } from '#lib/domain/demand/noting.server.ts';
import { addFinding } from '#lib/domain/findings/adding.server.ts';
import { findingToChange } from '#lib/domain/findings/finding.server.ts';
import { addRecommendation } from '#lib/domain/findings/recommending.server.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { joinTeam } from '#lib/domain/journeys/choosing-team.server.ts';
import { finishReview } from '#lib/domain/journeys/closing.server.ts';
import { crossServices } from '#lib/domain/journeys/crossing-services.server.ts';
import { addPersona } from '#lib/domain/journeys/describing-personas.server.ts';
import { editJourney } from '#lib/domain/journeys/editing.server.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { addMethod } from '#lib/domain/journeys/holding-methods.server.ts';
import { addLesson } from '#lib/domain/journeys/learning-lessons.server.ts';
import { markDone } from '#lib/domain/journeys/progress.server.ts';
import { startJourney } from '#lib/domain/journeys/starting.server.ts';
import { attachToStep, evidenceForStep } from '#lib/domain/maps/attaching.server.ts';
import { stepsOf } from '#lib/domain/maps/map.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { startMap } from '#lib/domain/maps/starting.server.ts';
import { ratePrinciple } from '#lib/domain/principles/rating.server.ts';
import type { Database } from '#lib/server/database.ts';
import { must, type Who } from './cast.server.ts';
import type { Places } from './council.server.ts';
import type { Diary } from './diary.ts';
import type { JourneyYear, MapInFile } from './journey-file.ts';

/** Ids of findings, recommendations and lessons by their key in the files: what a meeting of the board names. */
export type Things = Map<string, string>;
type Setting = { db: Database; diary: Diary; who: Who; places: Places; things: Things };

/** Puts one review into the diary, from its first day to its last, each step as its manager does it. */
export function liveReview(setting: Setting, year: JourneyYear): void {
	const { db, diary, who, places } = setting;
	const person = who(year.manager);
	const what = `Journey ${year.name}`;
	const serviceOf = (key: string) => places.services.get(key) ?? '';
	let id = '';
	const journey = () => journeySeen(db, person, id);
	const details = () => ({
		words: year.words,
		name: year.name,
		customer: year.customer,
		lifeEvent: year.lifeEvent,
		serviceId: serviceOf(year.service),
		startOn: diary.day(year.starts),
		endOn: diary.day(year.ends),
		aim: year.aim
	});
	diary.on(year.starts, 40, () => {
		id = must(startJourney(db, person, details()), what).id;
		const { startsWhere, endsWhere } = year;
		const full = { ...details(), startsWhere, endsWhere, sponsorId: who(year.sponsor).id, version: journey().version };
		must(editJourney(db, person, journey(), full), what);
		const chosen = [year.service, ...year.crosses].map(serviceOf);
		must(crossServices(db, person, id, { chosen, version: journey().version }), what);
		for (const { who: email, part } of year.team) must(joinTeam(db, person, id, { personId: who(email).id, part }), what);
	});
	for (const { name, facts, needs } of year.personas)
		diary.on(
			year.starts + 6,
			60,
			() => void must(addPersona(db, person, id, { name, facts: facts.join('\n'), needs: needs.join('\n') }), what)
		);
	for (const { method, on, about } of year.methods)
		diary.on(on, 300, () => void must(addMethod(db, person, id, { method, heldOn: diary.day(on), about }), what));
	liveMaps(setting, year, () => id);
	liveFindings(setting, year, () => id);
	const { principles } = year;
	if (principles)
		diary.on(principles.on, 270, () => {
			const version = versionOf(db, principles.framework);
			for (const [criterion, [rating, comment]] of Object.entries(principles.ratings))
				must(
					ratePrinciple(db, person, journey(), version, { criterion, rating, comment, version: 0, asYouGo: false }),
					`${what}, ${criterion}`
				);
		});
	for (const { key, on, step, text } of year.lessons)
		diary.on(on, 330, () => void setting.things.set(key, must(addLesson(db, person, id, { step, text }), what).id));
	for (const { step, on, note } of year.progress)
		diary.on(on, 360, (today) => void must(markDone(db, person, id, { step, note }, today), `${what}, ${step}`));
	if (year.finished !== undefined)
		diary.on(year.finished, 420, (today) => void must(finishReview(db, person, journey(), journey().version, today), what));
}

/** The version of a framework that was loaded when the council was set up. */
function versionOf(db: Database, framework: string): string {
	const found = db.select({ id: frameworkVersions.id }).from(frameworkVersions).where(eq(frameworkVersions.framework, framework)).get();
	if (!found) throw new Error(`The example council has no framework ${framework}`);
	return found.id;
}

/** Stages and steps as a map is begun from them. */
const stagesOf = ({ stages }: MapInFile, before: ReadonlyMap<string, string>) =>
	stages.map(({ name, who, steps }) => ({
		name,
		who,
		steps: steps.map(({ key: _, evidence: __, from, waiting, handling, truth, failure, pain, ...step }) => ({
			...step,
			waitingMinutes: waiting,
			handlingMinutes: handling,
			momentOfTruth: truth,
			failureDemand: failure,
			painPoints: pain,
			fromStepId: (from && before.get(from)) ?? null
		}))
	}));

/** The ids of the steps of the as-is map by their key in the file. */
function stepIds(db: Database, journeyId: string, { stages }: MapInFile): Map<string, string> {
	const map = mapOf(db, journeyId, 'as-is');
	const ids = map ? stepsOf(map).map((step) => step.id) : [];
	return new Map(stages.flatMap(({ steps }) => steps).map(({ key = '' }, place) => [key, ids[place] ?? '']));
}

function raise(text: string): never {
	throw new Error(text);
}

function liveMaps({ db, diary, who }: Setting, { manager, name, asIs, toBe, contacts }: JourneyYear, id: () => string): void {
	const person = who(manager);
	const journey = () => journeySeen(db, person, id());
	const begin = (kind: 'as-is' | 'to-be', map: MapInFile, before: ReadonlyMap<string, string>) =>
		must(
			startMap(db, person, journey(), kind, { from: 'from what the workshop put on the wall', stages: stagesOf(map, before) }),
			`Journey ${name}, ${kind}`
		);
	diary.on(asIs.on, 200, () => void begin('as-is', asIs, new Map()));
	if (toBe) diary.on(toBe.on, 210, () => void begin('to-be', toBe, stepIds(db, id(), asIs)));
	diary.on(asIs.on, 220, () => {
		const ids = stepIds(db, id(), asIs);
		const offered = new Map(evidenceForStep(db, person, journey()).map((piece) => [piece.title, piece.id]));
		for (const { key = '', evidence } of asIs.stages.flatMap(({ steps }) => steps).filter((one) => one.evidence.length)) {
			const pieces = evidence.map((title) => offered.get(title) ?? raise(`Journey ${name}, step ${key}: there is no evidence ${title}`));
			must(attachToStep(db, person, journey(), ids.get(key) ?? '', pieces), `Journey ${name}, evidence of step ${key}`);
		}
	});
	// what was heard is typed in once there are steps to put it to
	diary.on(asIs.on, 240, (today) => {
		const steps = stepIds(db, id(), asIs);
		for (const { on, step, predictable, ...said } of contacts) {
			const stepId = steps.get(step);
			if (!stepId) throw new Error(`Journey ${name}: there is no step ${step}`);
			const contact = { ...said, predictable: predictable === '' ? null : predictable === 'yes', heardOn: diary.day(on), stepId };
			must(noteContact(db, person, journey(), contact, today), `Journey ${name}, ${said.words}`);
		}
	});
}

function liveFindings({ db, diary, who, places, things }: Setting, year: JourneyYear, id: () => string): void {
	const person = who(year.manager);
	for (const { key, on, step, recommendations, principle, ...found } of year.findings) {
		const what = `Journey ${year.name}, ${found.what}`;
		diary.on(on, 260, () => {
			const stepId = stepIds(db, id(), year.asIs).get(step) ?? null;
			const breached = { frameworkVersionId: principle ? versionOf(db, principle.framework) : null, criterion: principle?.number ?? null };
			const where = { serviceId: places.services.get(year.service) ?? '', stepId, ...breached };
			things.set(key, must(addFinding(db, person, journeySeen(db, person, id()), { ...found, ...where }), what).id);
		});
		for (const { key: own, on: then, cost, avoided, channel, ...said } of recommendations)
			diary.on(then, 280, () => {
				const costed = { costPence: cost, contactsAvoided: avoided, avoidedChannel: channel, otherSavingPence: null, otherSavingWhy: '' };
				const finding = findingToChange(db, person, things.get(key) ?? '');
				things.set(own, must(addRecommendation(db, person, finding, { ...said, ...costed }), what).id);
			});
	}
}
