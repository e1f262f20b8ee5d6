import { asc, eq } from 'drizzle-orm';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { drawnXmr } from '#lib/domain/statistics/drawn-xmr.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { keptByStamp } from '#lib/server/kept-by-stamp.ts';
import { byChannel, byService, byTeam } from './breakdown.server.ts';
import type { Measure, Sight } from './finding.server.ts';
import { addPeriods, monthsOf, periodOf, showShortPeriod } from './period.ts';
import type { Place } from './scope.ts';
import { pointOf, rowsAt, type Point } from './series.server.ts';
import { measuresStamp } from './stamp.server.ts';
import { lookedAtFrom } from './standing.server.ts';
import { chartOf, pointsInLimits, standingOf } from './standing.ts';
import { targetMark, trendInWords } from './standing-words.ts';
import { aimAt } from './target.ts';
import { targetsOf, type Target } from './targets.server.ts';
import { scaleOf, showTarget } from './value.ts';
import { yearOnYear } from './year-on-year.ts';

export const monthsShown = [12, 24, 36, 60] as const;

export type MeasureScope = Place & { months: (typeof monthsShown)[number] };

/** The points a chart is drawn of, in the order of time, with how many months back. */
export function seriesFor(db: Database, measure: Measure, { months, ...place }: MeasureScope, sight: Sight, today: string): Point[] {
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

/** The names of all services, closed ones too: they had values and targets. */
const serviceNames = (db: Database) =>
	new Map(
		db
			.select({ id: services.id, name: services.name })
			.from(services)
			.all()
			.map(({ id, name }) => [id, name])
	);

function read(db: Database, sight: Sight, measure: Measure, scope: MeasureScope, today: string) {
	const points = seriesFor(db, measure, scope, sight, today);
	const latest = points.at(-1);
	const aims = targetsOf(db, [measure.id]).get(measure.id) ?? [];
	const standing = latest ? standingOf(measure, points, aims, scope, today) : null;
	const names = serviceNames(db);
	const { serviceId, teamId, channel, months } = scope;
	const target = latest ? aimAt(aims, 'target', scope, latest.period) : null;
	return {
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
		chart: latest ? chartShown(measure, points, months, target && target.hundredths / 100) : null,
		values: yearOnYear(measure.unit, points, months),
		channels: latest && !channel ? byChannel(db, measure, scope, latest.period, aims) : [],
		teams: latest && serviceId && !teamId ? teamParts(db, measure, serviceId, channel, latest.period, aims) : [],
		services:
			latest && !serviceId
				? [...byService(db, measure, channel, latest.period, aims, sight.services)]
						.map(([id, part]) => ({ ...part, id, of: names.get(id) ?? '' }))
						.sort((a, b) => a.of.localeCompare(b.of, 'en-GB'))
				: [],
		targets: aims.map((aim) => ({
			kind: aim.kind,
			value: showTarget(measure.unit, aim.hundredths / 100),
			of: [aim.serviceId ? names.get(aim.serviceId) : null, aim.channel].filter(Boolean).join(', ') || 'All services and channels',
			when: `${showShortPeriod(aim.fromPeriod)} ${aim.untilPeriod ? `to ${showShortPeriod(aim.untilPeriod)}` : 'on'}`,
			source: aim.source
		}))
	};
}

/**
 * The figures of a measure for the council, a service or a team: how it stands, its values, its parts and its targets. Worked out once
 * for a day and what a reader sees, until something they rest on is written. DOMAIN section 7.
 */
export function measureFigures(db: Database, sight: Sight, measure: Measure, scope: MeasureScope, today: string) {
	const name = JSON.stringify(['figures of a measure', measure.id, scope, sight, today]);
	return keptByStamp(db, name, measuresStamp(db), () => read(db, sight, measure, scope, today));
}
