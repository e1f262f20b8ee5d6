import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { launch } from '#lib/domain/cycles/launching.server.ts';
import { setTarget } from '#lib/domain/cycles/targets.server.ts';
import { loadOffered } from '#lib/domain/frameworks/offering.server.ts';
import { loadOfferedScorecards } from '#lib/domain/scorecards/offering.server.ts';
import { loadStandards } from '#lib/domain/standards/loading.server.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { planAction } from './acting.server.ts';
import { boardFile } from './board-file.ts';
import { answerBetween, confirmOn, type Assessing } from './assessing.server.ts';
import { must, type Who } from './cast.server.ts';
import type { Places } from './council.server.ts';
import { Diary } from './diary.ts';
import { bringEvidence } from './evidence.server.ts';
import { readSeed } from './files.ts';
import { journeyFile } from './journey-file.ts';
import { liveTheBoard } from './meeting.server.ts';
import { liveReview, type Things } from './reviewing.server.ts';
import { begunBefore, handTo, sayAbout } from './talking.server.ts';
import { happenBeside } from './happenings.server.ts';
import { takeOnItsWay } from './moderating.server.ts';
import { calibrate } from './calibrating.server.ts';
import { holdTalks } from './holding-talks.server.ts';
import { trainAdvisors } from './training-advisors.server.ts';
import { assessPerformance } from './performing.server.ts';
import { performanceFile } from './performance-file.ts';
import { liveTheComplaints } from './complaining.server.ts';
import { feedbackFile } from './feedback-file.ts';
import { liveTheSurveys } from './surveying.server.ts';
import { liveTheMeasures } from './measuring.server.ts';
import { measuresFile } from './measures-file.ts';
import { threadFile } from './thread-file.ts';
import { weaveTheThread } from './weaving.server.ts';
import { keepReports } from './keeping-reports.server.ts';
import { otherFindingsFile, writeDownFindings } from './other-findings.server.ts';
import { liveTheShopping } from './shopping.server.ts';
import { shoppingFile } from './shopping-file.ts';
import { allUpToDate } from './up-to-date.ts';
import { otherCyclesFile, serviceFile, type OtherCycle, type Piece, type ServiceYear, type Steps } from './service-file.ts';

/** Days from today on which the two cycles of the five levels were launched, and are due. */
const baseline = { started: -395, due: -300 };
const current = { started: -62, due: 55 };

/** The financial year a day lies in, as a cycle is named: '2026/27'. */
function yearOf(day: string): string {
	const year = Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);
	return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** The frameworks the council begins with. */
const offered = [
	'basildon-design-principles.yaml',
	'bnes-principles.yaml',
	'customer-promise.yaml',
	'enfield-core-aspects.yaml',
	'enfield-five-levels.yaml'
];

type Setting = { db: Database; diary: Diary; who: Who; places: Places };

/**
 * Lives the example council through thirteen months: frameworks, a baseline cycle, the next one in all states of
 * progress, small cycles of the other kinds, evidence, moderation, panel, actions, three journey reviews, two meetings of the board, two waves of mystery shopping and what people found beside. Everything is done through the
 * capabilities of the domain, as the person who would do it, each at its own time.
 */
export async function liveTheYear(db: Database, folder: string, today: string, who: Who, places: Places): Promise<void> {
	const diary = new Diary(today);
	const setting = { db, diary, who, places };
	const files = readdirSync(join(folder, 'services')).sort();
	const years = files.map((file) => allUpToDate(readSeed(folder, join('services', file), serviceFile), today));
	diary.on(-400, 0, () => void must(loadOffered(db, who('programme.lead'), offered), 'Frameworks'));
	diary.on(-400, 0, () => {
		void must(loadStandards(db, who('programme.lead')), 'Contact standards');
		void must(loadOfferedScorecards(db, who('programme.lead')), 'Scorecards');
	});
	const first = launched(
		setting,
		{ name: (day) => `${yearOf(day)} baseline`, ...baseline, carriesOver: false, framework: 'enfield-five-levels' },
		years.filter((year) => year.baseline).map(({ service }) => service)
	);
	const second = launched(
		setting,
		{ name: yearOf, ...current, carriesOver: true, framework: 'enfield-five-levels' },
		years.map(({ service }) => service)
	);
	const others = allUpToDate(readSeed(folder, 'other-cycles.yaml', otherCyclesFile), today).cycles;
	const evidence = new Map<string, Map<string, string>>();
	for (const year of years) {
		const manager = who(year.manager);
		const ids = await bringEvidence(db, diary, manager, places.services.get(year.service) ?? '', year.evidence, (piece) =>
			broughtOn(year, others, piece)
		);
		evidence.set(year.service, ids);
		liveService(setting, year, ids, first, second);
	}
	for (const cycle of others) liveOtherCycle(setting, cycle, evidence);
	const things: Things = new Map();
	for (const file of readdirSync(join(folder, 'journeys')).sort())
		liveReview({ ...setting, things }, allUpToDate(readSeed(folder, join('journeys', file), journeyFile), today));
	const board = allUpToDate(readSeed(folder, 'board.yaml', boardFile), today);
	liveTheBoard({ db, diary, who, things }, board);
	liveTheMeasures({ ...setting, file: readSeed(folder, 'measures.yaml', measuresFile), costs: board.costs });
	writeDownFindings(setting, allUpToDate(readSeed(folder, 'other-findings.yaml', otherFindingsFile), today), evidence);
	liveTheShopping(setting, allUpToDate(readSeed(folder, 'mystery-shopping.yaml', shoppingFile), today));
	const performance = { ...setting, file: allUpToDate(readSeed(folder, 'performance.yaml', performanceFile), today) };
	for (const live of [trainAdvisors, assessPerformance, holdTalks, calibrate]) live(performance);
	const feedback = { ...setting, file: allUpToDate(readSeed(folder, 'feedback.yaml', feedbackFile), today) };
	for (const live of [liveTheSurveys, liveTheComplaints]) live(feedback);
	happenBeside(setting);
	weaveTheThread({ db, diary, who, file: allUpToDate(readSeed(folder, 'thread.yaml', threadFile), today) });
	keepReports(setting);
	diary.live();
}

/** A piece is brought before the first answer that rests on it, else on the day it began to be true. */
function broughtOn(year: ServiceYear, others: OtherCycle[], { key, from }: Piece): number {
	const isUsed = (given: Steps['answers'] = {}) => Object.values(given).some(({ evidence }) => evidence.includes(key));
	if (isUsed(year.baseline?.answers)) return baseline.started + 1;
	const elsewhere = others.filter(({ services }) => services.some(({ service, answers }) => service === year.service && isUsed(answers)));
	const firstUse = [...elsewhere.map(({ started }) => started), ...(isUsed(year.current.answers) ? [current.started] : [])];
	return Math.min(-1, Math.max(from, baseline.started + 1), ...firstUse.map((started) => started + 1));
}

type Launching = { name: (day: string) => string; started: number; due: number; carriesOver: boolean; framework: string };

function launched(
	{ db, diary, who, places }: Setting,
	{ name, started, due, carriesOver, framework }: Launching,
	keys: string[]
): () => string {
	let id = '';
	diary.on(started, 0, (today) => {
		const version = db.select({ id: frameworkVersions.id }).from(frameworkVersions).where(eq(frameworkVersions.framework, framework)).get();
		const services = keys.map((key) => places.services.get(key) ?? '');
		const asked = {
			name: name(today),
			frameworkVersionId: version?.id ?? '',
			startsOn: today,
			dueOn: diary.day(due),
			carriesOver,
			services
		};
		id = must(launch(db, who('programme.lead'), asked, today), `Cycle ${name(today)}`).id;
	});
	return () => id;
}

const moderators = (who: Who) => ({ assessor: who('assessor'), chair: who('board.chair') });

function liveService(setting: Setting, year: ServiceYear, evidence: Map<string, string>, first: () => string, second: () => string) {
	const { db, diary, who, places } = setting;
	const serviceId = places.services.get(year.service) ?? '';
	const common = { db, diary, manager: who(year.manager), serviceId, evidence };
	if (year.baseline) {
		const a: Assessing = { ...common, cycleId: first, name: `${year.service}, baseline` };
		const { submitted = -300 } = year.baseline;
		answerBetween(a, year.baseline.answers, baseline.started + 2, submitted - 1);
		takeOnItsWay(a, moderators(who), { ...year.baseline, state: 'agreed' });
	}
	const a: Assessing = { ...common, cycleId: second, name: `${year.service}, current` };
	const { current: now } = year;
	const last = (now.submitted ?? 0) - 2;
	answerBetween(a, now.answers, current.started + 2, last);
	confirmOn(a, last, { but: now.unconfirmed, empty: now.empty });
	takeOnItsWay(a, moderators(who), { ...now, answers: { ...year.baseline?.answers, ...now.answers } }, now);
	talkAbout(a, who, now);
	if (year.target) {
		const { level, by, why } = year.target;
		const target = { serviceId, level, byWhen: diary.day(by), why, approvedBy: 'Engagement Board', version: 0 };
		diary.on(current.started, 60, () => void must(setTarget(db, who('programme.lead'), { ...target, cycleId: second() }), a.name));
	}
	for (const action of year.actions) planAction(a, who, action, first);
}

/** Criteria handed to colleagues, and what is said about them. */
function talkAbout(a: Assessing, who: Who, { handed, comments, submitted }: ServiceYear['current']) {
	const begun = begunBefore(submitted, current.started);
	handed.forEach((hand, place) => handTo(a, who, hand, place, begun));
	comments.forEach((said, place) => sayAbout(a, who, said, place, begun));
}

function liveOtherCycle(
	setting: Setting,
	{ name, framework, started, due, services }: OtherCycle,
	evidence: Map<string, Map<string, string>>
) {
	const { db, diary, who, places } = setting;
	const cycleId = launched(
		setting,
		{ name: () => name, started, due, carriesOver: false, framework },
		services.map(({ service }) => service)
	);
	for (const { service, manager, ...steps } of services) {
		const serviceId = places.services.get(service) ?? '';
		const a: Assessing = {
			db,
			diary,
			manager: who(manager),
			serviceId,
			cycleId,
			evidence: evidence.get(service) ?? new Map(),
			name: `${service}, ${name}`
		};
		answerBetween(a, steps.answers, started + 3, (steps.submitted ?? -2) - 2);
		takeOnItsWay(a, moderators(who), steps);
	}
}
