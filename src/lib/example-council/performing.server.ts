import { asc, eq } from 'drizzle-orm';
import { addDays, addMonths, daysBetween, startOfDay } from '#lib/domain/calendar/dates.ts';
import { addWorkingDays, isWorkingDay } from '#lib/domain/calendar/working-days.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import { chooseInteraction } from '#lib/domain/paf/choosing.server.ts';
import { logInteraction } from '#lib/domain/paf/interactions.server.ts';
import { closeMonth, monthRun, openMonth } from '#lib/domain/paf/months.server.ts';
import { drawSamples } from '#lib/domain/paf/sampling.server.ts';
import { interactions, pafAssessments } from '#lib/domain/paf/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { chance, oneOf } from './answering-cards.ts';
import { answerReleased } from './appealing.server.ts';
import { must, type Who } from './cast.server.ts';
import type { Places } from './council.server.ts';
import type { Diary } from './diary.ts';
import type { Performance } from './performance-file.ts';
import { scoreMonth } from './scoring-contacts.server.ts';

export type PerformanceSetting = { db: Database; diary: Diary; who: Who; places: Places; file: Performance };
/** A month of performance assessment: `back` months before the open one. */
export type MonthPlan = { month: string; back: number; isOpen: boolean; id: () => string; on: (dayAfter: number) => number };

export const monthsBack = 6;

const workingDayFrom = (day: string) => (isWorkingDay(day) ? day : addWorkingDays(day, 1));

/** The months from the oldest to the open one. The open one is the month of five days ago, so that something has happened in it. */
export function monthPlans(diary: Diary): (MonthPlan & { setId: (id: string) => void })[] {
	const first = `${diary.day(-5).slice(0, 7)}-01`;
	return Array.from({ length: monthsBack + 1 }, (_, at) => {
		const back = monthsBack - at;
		const next = addMonths(first, 1 - back);
		const month = addMonths(first, -back).slice(0, 7);
		let id = '';
		// work on a month is done in the next one, on working days: never later than yesterday
		const on = (dayAfter: number) => Math.min(-1, daysBetween(diary.day(0), workingDayFrom(addDays(next, dayAfter - 1))));
		return { month, back, isOpen: back === 0, on, id: () => id, setId: (made: string) => void (id = made) };
	});
}

/** The advisors of the teams of the file, each with their team's place in it. */
export function advisorsOf(db: Database, { teams: of }: Performance) {
	return of.flatMap((team) =>
		db
			.select({ id: staff.id, name: staff.name, payrollNumber: staff.payrollNumber, personId: staff.personId, isAdvisor: staff.isAdvisor })
			.from(staff)
			.innerJoin(teams, eq(teams.id, staff.teamId))
			.where(eq(teams.name, team.name))
			.orderBy(asc(staff.payrollNumber))
			.all()
			.filter(({ isAdvisor }) => isAdvisor)
			.map((member) => ({ ...member, team }))
	);
}

/** Puts the performance assessment of a service into the diary: months, contacts, samples, scores, appeals. DOMAIN section 5.2. */
export function assessPerformance(setting: PerformanceSetting): void {
	const { db, diary, who, places, file } = setting;
	const manager = who(file.manager);
	const serviceId = places.services.get(file.service) ?? '';
	const quotas = Object.fromEntries(file.teams.map(({ channel }) => [channel, file.quota]));
	for (const plan of monthPlans(diary)) {
		const { month, isOpen, on } = plan;
		const begins = daysBetween(diary.day(0), `${month}-01`);
		diary.on(begins, 0, () => plan.setId(must(openMonth(db, manager, { serviceId, month, quotas }), month).id));
		// the open month has its list up to a few days ago
		const logged = isOpen ? -4 : on(1);
		diary.on(logged, 10, () => logContacts(setting, month, isOpen ? diary.day(-5) : addDays(addMonths(`${month}-01`, 1), -1)));
		const drawn = isOpen ? -3 : on(2);
		diary.on(drawn, 30, () => {
			const assessor = who(file.assessors[0] ?? '');
			must(drawSamples(db, assessor, monthRun(db, assessor, plan.id()), `${month.replace('-', '')}01`), month);
		});
		diary.on(drawn, 60, () => choose(setting, plan));
		scoreMonth(setting, plan);
		answerReleased(setting, plan);
		if (!isOpen) diary.on(on(20), 450, () => void must(closeMonth(db, manager, { id: plan.id(), version: 1 }), month));
	}
}

function logContacts({ db, who, file }: PerformanceSetting, month: string, last: string): void {
	const manager = who(file.manager);
	const days = Array.from({ length: daysBetween(`${month}-01`, last) + 1 }, (_, at) => addDays(`${month}-01`, at));
	const working = days.filter(isWorkingDay);
	for (const { id, payrollNumber, team } of advisorsOf(db, file)) {
		const seed = `${month} ${payrollNumber}`;
		const many = 3 + Math.floor(chance(seed) * 3);
		for (let i = 1; i <= many; i++) {
			const day = oneOf(working.length ? working : days, `${seed} ${i} day`);
			const at = startOfDay(day) + (8.5 + chance(`${seed} ${i} time`) * 8) * 60 * 60 * 1000;
			const contact = {
				reference: `${team.prefix} ${month.replace('-', '')} ${payrollNumber}${i}`,
				staffId: id,
				channel: team.channel,
				at: Math.floor(at / 1000) * 1000,
				seconds: 140 + Math.floor(chance(`${seed} ${i} length`) * (team.channel === 'phone' ? 620 : 1200))
			};
			must(logInteraction(db, manager, contact), contact.reference);
		}
	}
}

/** Two contacts a month that were not drawn are picked, with why. */
function choose({ db, who, file }: PerformanceSetting, { month }: MonthPlan): void {
	const taken = new Set(
		db
			.select({ id: pafAssessments.interactionId })
			.from(pafAssessments)
			.where(eq(pafAssessments.month, month))
			.all()
			.map(({ id }) => id)
	);
	const free = db
		.select({ id: interactions.id, reference: interactions.reference })
		.from(interactions)
		.where(eq(interactions.month, month))
		.orderBy(asc(interactions.id))
		.all()
		.filter(({ id }) => !taken.has(id));
	for (const half of [0, 1]) {
		const list = free.filter((_, at) => at % 2 === half);
		const { reference } = oneOf(list, `${month} ${half} chosen`);
		const why = oneOf(file.chosen, `${month} ${half} why`);
		must(chooseInteraction(db, who(file.assessors[half] ?? ''), { reference, why }), reference);
	}
}
