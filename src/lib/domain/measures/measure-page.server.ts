import { asc, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { tiedView } from '#lib/domain/golden-thread/tied-view.server.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { drawnXmr } from '#lib/domain/statistics/drawn-xmr.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { actionsAiming } from './aiming.server.ts';
import { byChannel, byService, byTeam } from './breakdown.server.ts';
import type { Measure, Sight } from './finding.server.ts';
import { movedAfter } from './moved.ts';
import { ownerInWords } from './owners.server.ts';
import { addPeriods, monthsOf, periodOf, showShortPeriod } from './period.ts';
import type { Place } from './scope.ts';
import { pointOf, rowsAt, type Point } from './series.server.ts';
import { lookedAtFrom } from './standing.server.ts';
import { chartOf, pointsInLimits, standingOf } from './standing.ts';
import { targetMark, trendInWords } from './standing-words.ts';
import { aimAt } from './target.ts';
import { targetsOf, type Target } from './targets.server.ts';
import { scaleOf, showTarget, showWhole } from './value.ts';
import { frequencyLabels, themeLabels, unitLabels, directionLabels, computationTexts } from './wording.ts';
import { yearOnYear } from './year-on-year.ts';

export const monthsShown = [12, 24, 36, 60] as const;

export type MeasureScope = Place & { months: (typeof monthsShown)[number] };

/** The points a chart is drawn of, in the order of time, with how many months back. */
function seriesFor(db: Database, measure: Measure, { months, ...place }: MeasureScope, sight: Sight, today: string): Point[] {
	const back = addPeriods(periodOf(today), -(months + 13) * (measure.frequency === 'month' ? 1 : Math.min(monthsOf[measure.frequency], 4)));
	const from = [back, lookedAtFrom(measure, today)].sort()[0]!;
	return rowsAt(db, [{ measure: measure.number, from }], place, sight.releasedOnly).map((row) => pointOf(measure, row));
}

/** The chart: the values of the months chosen, the limits those of the latest 24 of them. */
function chartShown(measure: Measure, points: Point[], months: number, target: number | null) {
	const shown = points.slice(-months);
	const chart = chartOf(measure.unit, shown);
	const drawnFrom = Math.max(0, shown.length - pointsInLimits);
	const named = shown.map((point) => ({
		name: measure.frequency === 'month' ? showShortPeriod(point.period) : point.name,
		value: point.value
	}));
	const [low, high] = scaleOf(measure.unit);
	const drawn = drawnXmr(measure.name, named.slice(drawnFrom), chart && chartOfNamed(chart, named.slice(drawnFrom)), {
		target,
		scale: [low, Number.isFinite(high) ? high : null],
		places: measure.unit === 'number' ? 0 : 1
	});
	return { ...drawn, points: [...named.slice(0, drawnFrom).map((point) => ({ ...point, signals: [] })), ...drawn.points] };
}
const chartOfNamed = (chart: NonNullable<ReturnType<typeof chartOf>>, points: { name: string; value: number }[]) => ({ ...chart, points });

/** What the definition of a measure says, a row each. */
function definitionRows(db: Database, measure: Measure) {
	const owner = measure.ownerId
		? db.select({ name: people.name, jobTitle: people.jobTitle }).from(people).where(eq(people.id, measure.ownerId)).get()
		: null;
	return [
		{ key: 'What is counted', value: measure.numerator },
		{ key: 'Out of', value: measure.denominator ?? 'Nothing: it is a plain count' },
		{ key: 'Counted in', value: unitLabels[measure.unit] },
		{ key: 'Which way is good', value: directionLabels[measure.direction] },
		{ key: 'Why it is measured', value: measure.why || '–' },
		{ key: 'How often', value: frequencyLabels[measure.frequency] },
		{ key: 'Old after', value: `${measure.staleAfter} days after the end of its period` },
		{ key: 'Where the figures come from', value: measure.dataFrom || '–' },
		...(measure.computation ? [{ key: 'Worked out by the workbench', value: computationTexts[measure.computation] }] : []),
		{ key: 'Source', value: measure.source || '–' },
		{ key: 'Owner', value: owner ? ownerInWords(owner) : 'Nobody yet' },
		...(measure.retiredOn ? [{ key: 'Retired', value: showDay(measure.retiredOn) }] : [])
	];
}

/** The teams of a service that have values of their own in a month, by name. */
function teamParts(db: Database, measure: Measure, serviceId: string, channel: Place['channel'], period: string, aims: readonly Target[]) {
	const parts = byTeam(db, measure, serviceId, channel, period, aims);
	return db
		.select({ id: teams.id, of: teams.name })
		.from(teams)
		.where(eq(teams.serviceId, serviceId))
		.orderBy(asc(inAnyCase(teams.name)))
		.all()
		.flatMap(({ id, of }) => {
			const part = parts.get(id);
			return part ? [{ ...part, id, of }] : [];
		});
}

/** All that the page of a measure shows, for whose figures were asked for. DOMAIN section 7. */
export function measurePage(db: Database, person: Person, sight: Sight, measure: Measure, scope: MeasureScope, today: string) {
	const points = seriesFor(db, measure, scope, sight, today);
	const latest = points.at(-1);
	const aims = targetsOf(db, [measure.id]).get(measure.id) ?? [];
	const standing = latest ? standingOf(measure, points, aims, scope, today) : null;
	const names = new Map(
		db
			.select({ id: services.id, name: services.name })
			.from(services)
			.all()
			.map(({ id, name }) => [id, name])
	);
	const parts = latest
		? {
				channels: scope.channel ? [] : byChannel(db, measure, scope, latest.period, aims),
				services: scope.serviceId
					? []
					: [...byService(db, measure, scope.channel, latest.period, aims, sight.services)]
							.map(([id, part]) => ({ ...part, id, of: names.get(id) ?? '' }))
							.sort((a, b) => a.of.localeCompare(b.of, 'en-GB')),
				teams: scope.serviceId && !scope.teamId ? teamParts(db, measure, scope.serviceId, scope.channel, latest.period, aims) : []
			}
		: { channels: [], services: [], teams: [] };
	const ofService = new Map<string, Point[]>();
	const pointsOf = (serviceId: string) => {
		let found = ofService.get(serviceId);
		if (!found) {
			const own = seriesFor(db, measure, { serviceId, teamId: null, channel: null, months: 36 }, sight, today);
			// a measure that is kept for the council alone
			found = own.length ? own : seriesFor(db, measure, { serviceId: null, teamId: null, channel: null, months: 36 }, sight, today);
			ofService.set(serviceId, found);
		}
		return found;
	};
	const target = latest ? aimAt(aims, 'target', scope, latest.period) : null;
	return {
		measure: {
			id: measure.id,
			key: measure.key,
			name: measure.name,
			theme: themeLabels[measure.theme],
			retired: measure.retiredOn !== null,
			version: measure.version
		},
		standing: standing && {
			shown: standing.shown,
			periodName: standing.periodName,
			target: standing.targetShown,
			mark: targetMark(standing),
			trend: trendInWords(standing),
			stale: standing.stale,
			before: standing.before?.shown ?? null,
			benchmark: standing.benchmark,
			explain: standing.explain
		},
		chart: latest ? chartShown(measure, points, scope.months, target && target.hundredths / 100) : null,
		values: points
			.slice(-scope.months)
			.reverse()
			.map((point) => ({ period: point.period, name: point.name, shown: showWhole(measure.unit, point), n: point.n })),
		years: yearOnYear(measure.unit, points),
		parts,
		targets: aims.map((aim) => ({
			kind: aim.kind,
			value: showTarget(measure.unit, aim.hundredths / 100),
			of: [aim.serviceId ? names.get(aim.serviceId) : null, aim.channel].filter(Boolean).join(', ') || 'All services and channels',
			when: `${showShortPeriod(aim.fromPeriod)} ${aim.untilPeriod ? `to ${showShortPeriod(aim.untilPeriod)}` : 'on'}`,
			source: aim.source
		})),
		definition: definitionRows(db, measure),
		tied: tiedView(db, person, 'measure', measure.id),
		aiming: actionsAiming(db, person, measure.id, scope.serviceId).map((action) => ({
			...action,
			moved:
				action.status === 'done' && action.completedOn
					? movedAfter(measure.unit, measure.direction, pointsOf(action.serviceId), periodOf(action.completedOn))
					: null
		}))
	};
}
