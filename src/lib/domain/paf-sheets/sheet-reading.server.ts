import { and, asc, between, desc, eq, inArray, isNotNull, sql, sum } from 'drizzle-orm';
import { pafAssessments, pafMonths, samples } from '#lib/domain/paf/tables.ts';
import { monthlySheets, sheetStatistics } from './tables.ts';
import { objectives } from '#lib/domain/one-to-ones/tables.ts';
import { scoredForms } from '#lib/domain/scorecards/tables.ts';
import { teams } from '#lib/domain/organisation/tables.ts';
import { addMonths, dayOf } from '#lib/domain/calendar/dates.ts';
import type { Database } from '#lib/server/database.ts';
import { compositeOf, type CompositeFigure, type CompositePart } from './composite.ts';
import { compositeSettingOf } from './composite-setting.server.ts';
import { qualityFigures, type QualityFigures, type ScoredContact } from './figures.ts';

/** A statistic as the leader typed it: a count, or a share with its denominator. */
export type Statistic = { name: string; numerator: number; denominator: number | null; unit: string };

/** What the leader typed beside the quality score; null for what was not. */
export type SheetTyped = {
	id: string;
	escalations: number | null;
	errors: number | null;
	compliments: number | null;
	complaints: number | null;
	note: string;
	version: number;
	statistics: Statistic[];
};

export type SheetObjective = { id: string; text: string; measure: string; dueOn: string | null; state: string; outcome: string };

/** The monthly sheet of one advisor: every component by itself. DOMAIN section 5.2. */
export type Sheet = QualityFigures & {
	/** YYYY-MM */
	month: string;
	/** The team of the sheet, or where it was scored. */
	team: string;
	typed: SheetTyped | null;
	/** Agreed and not closed before the month began. */
	objectives: SheetObjective[];
	/** Null unless the council turned it on. */
	composite: CompositeFigure | null;
};

/** The months in which there is anything about a member of staff, newest first. */
export function monthsWithSheets(db: Database, staffId: string): string[] {
	const scored = db
		.selectDistinct({ month: pafAssessments.month })
		.from(pafAssessments)
		.where(and(eq(pafAssessments.staffId, staffId), isNotNull(pafAssessments.releasedAt)))
		.all();
	const typed = db.select({ month: monthlySheets.month }).from(monthlySheets).where(eq(monthlySheets.staffId, staffId)).all();
	return [...new Set([...scored, ...typed].map(({ month }) => month))].sort().reverse();
}

/** The sheets of some months, in the order asked for. The same few queries for one month as for twelve. */
export function sheetsOf(db: Database, staffId: string, months: readonly string[]): Sheet[] {
	if (!months.length) return [];
	const scores = scoresIn(db, staffId, months);
	const populations = populationsIn(db, staffId, months);
	const typed = typedIn(db, staffId, months);
	const agreed = db
		.select()
		.from(objectives)
		.where(eq(objectives.staffId, staffId))
		.orderBy(asc(objectives.dueOn), asc(objectives.setAt))
		.all();
	const composite = compositeSettingOf(db);
	return months.map((month) => {
		const own = scores.filter((score) => score.month === month);
		const figures = qualityFigures(
			own,
			populations.filter((one) => one.month === month)
		);
		const sheet = typed.find((one) => one.month === month) ?? null;
		return {
			...figures,
			month,
			team: sheet?.team ?? own.at(-1)?.team ?? '',
			typed: sheet,
			objectives: agreed
				.filter(({ setAt, closedOn }) => monthOfMoment(setAt) <= month && (closedOn === null || closedOn >= `${month}-01`))
				.map(({ id, text, measure, dueOn, state, outcome }) => ({ id, text, measure, dueOn, state, outcome })),
			composite: composite.isOn ? compositeOf(composite.weights, (part) => valueOf(part, figures, sheet)) : null
		};
	});
}

const monthOfMoment = (at: number) => dayOf(at).slice(0, 7);

function valueOf(part: CompositePart, figures: QualityFigures, sheet: SheetTyped | null): number | null {
	if (part === 'quality') return figures.quality.interval?.mean ?? null;
	if (part === 'access') return figures.access?.interval?.mean ?? null;
	const name = part.slice('share: '.length).toLowerCase();
	const found = sheet?.statistics.find((one) => one.name.toLowerCase() === name);
	return found?.denominator ? Math.min(100, (100 * found.numerator) / found.denominator) : null;
}

function scoresIn(db: Database, staffId: string, months: readonly string[]): (ScoredContact & { month: string; team: string })[] {
	return db
		.select({
			month: pafAssessments.month,
			team: teams.name,
			channel: pafAssessments.channel,
			selection: pafAssessments.selection,
			state: pafAssessments.state,
			releasedAt: pafAssessments.releasedAt,
			chosenCount: pafMonths.chosenCount,
			quality: scoredForms.quality,
			access: scoredForms.access,
			failed: sql<number>`json_array_length(${scoredForms.failed})`
		})
		.from(pafAssessments)
		.innerJoin(pafMonths, eq(pafMonths.id, pafAssessments.monthId))
		.innerJoin(teams, eq(teams.id, pafAssessments.teamId))
		.innerJoin(scoredForms, eq(scoredForms.id, sql`coalesce(${pafAssessments.changedFormId}, ${pafAssessments.formId})`))
		.where(and(eq(pafAssessments.staffId, staffId), inArray(pafAssessments.month, [...months]), isNotNull(pafAssessments.releasedAt)))
		.orderBy(asc(pafAssessments.number))
		.all();
}

const populationsIn = (db: Database, staffId: string, months: readonly string[]) =>
	db
		.select({ month: pafMonths.month, channel: samples.channel, size: sum(samples.populationSize).mapWith(Number) })
		.from(samples)
		.innerJoin(pafMonths, eq(pafMonths.id, samples.monthId))
		.where(and(eq(samples.staffId, staffId), inArray(pafMonths.month, [...months])))
		.groupBy(pafMonths.month, samples.channel)
		.all();

function typedIn(db: Database, staffId: string, months: readonly string[]) {
	const sheets = db
		.select({ sheet: monthlySheets, team: teams.name })
		.from(monthlySheets)
		.innerJoin(teams, eq(teams.id, monthlySheets.teamId))
		.where(and(eq(monthlySheets.staffId, staffId), inArray(monthlySheets.month, [...months])))
		.all();
	const ids = sheets.map(({ sheet }) => sheet.id);
	const lines = ids.length
		? db.select().from(sheetStatistics).where(inArray(sheetStatistics.sheetId, ids)).orderBy(asc(sheetStatistics.position)).all()
		: [];
	return sheets.map(({ sheet, team }) => ({
		...sheet,
		team,
		statistics: lines
			.filter(({ sheetId }) => sheetId === sheet.id)
			.map(({ name, numerator, denominator, unit }) => ({ name, numerator, denominator, unit }))
	}));
}

/** The names of statistics used on the last sheets of a team, so that a new one begins with them. */
export const usualStatistics = (db: Database, teamId: string): { name: string; unit: string }[] => {
	const last = db
		.select({ id: monthlySheets.id })
		.from(monthlySheets)
		.where(eq(monthlySheets.teamId, teamId))
		.orderBy(desc(monthlySheets.month), desc(monthlySheets.savedAt))
		.get();
	if (!last)
		return [
			{ name: 'Contacts handled', unit: 'contacts' },
			{ name: 'Average handling time', unit: 'seconds' },
			{ name: 'Adherence', unit: '%' }
		];
	const { name, unit, sheetId, position } = sheetStatistics;
	return db.select({ name, unit }).from(sheetStatistics).where(eq(sheetId, last.id)).orderBy(asc(position)).all();
};

/** The objectives of a member of staff due in some days' time or before, still open. */
export const objectivesDue = (db: Database, staffId: string, today: string): SheetObjective[] =>
	db
		.select()
		.from(objectives)
		.where(and(eq(objectives.staffId, staffId), eq(objectives.state, 'open'), between(objectives.dueOn, '0000-01-01', addMonths(today, 1))))
		.orderBy(asc(objectives.dueOn))
		.all();
