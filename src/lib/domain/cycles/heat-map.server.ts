import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { rowsOf, written } from '#lib/server/prepared-query.ts';
import type { HeatFilter } from './board-filter.ts';
import type { LevelStanding } from '#lib/domain/results/result.ts';
import type { Status } from '#lib/domain/assessments/status.ts';
import type { ThemeStanding } from '#lib/domain/results/theme-profile.ts';

/**
 * A service on the heat map. `themes` and `levels` are null where there is no result: nothing agreed, or for the other
 * bases nothing answered; only what the view is of is read. The agreed and baseline columns are what stands, a panel's decision included.
 */
export type HeatRow = {
	assessment: string;
	service: string;
	directorate: string;
	status: Status;
	target: number | null;
	level: number | null;
	award: string | null;
	themes: ThemeStanding[] | null;
	levels: LevelStanding[] | null;
	agreedLevel: number | null;
	agreedAward: string | null;
	baselineLevel: number | null;
	baselineAward: string | null;
	isBaseline: boolean;
};

const pageSize = 50;
const divider = '\u001f';

/** The statement a page is read with: directorates and services in the order of their names, then only what belongs to those; its plan is tested. */
export function heatQuery(cycleId: string, { basis, view, directorate, after }: HeatFilter): SQL {
	const [inDirectorate = '', name = ''] = (after ?? '').split(divider);
	const afterBoth = sql`d.name collate nocase >= ${inDirectorate}
			and (d.name collate nocase > ${inDirectorate} or s.name collate nocase > ${name})`;
	return sql`
		select a.id as assessment, s.name as service, d.name as directorate, a.status, t.level as target, r.level, r.award,
			${view === 'levels' ? sql`r.levels` : sql`r.themes`} as standings, r.answered, a.agreed_level as agreedLevel, a.agreed_award as agreedAward, a.baseline_level as baselineLevel,
			a.baseline_award as baselineAward, a.is_baseline as isBaseline
		from directorate d
		cross join service s on s.directorate_id = d.id
		cross join assessment a on a.cycle_id = ${cycleId} and a.service_id = s.id
		left join target t on t.cycle_id = a.cycle_id and t.service_id = s.id
		left join result r on r.assessment_id = a.id and r.basis = ${basis}
		where ${directorate ? sql`d.id = ${directorate} and s.name collate nocase > ${name}` : afterBoth}
		order by ${directorate ? sql`` : sql`d.name collate nocase,`} s.name collate nocase limit ${written(pageSize + 1)}`;
}

type Stored = Omit<HeatRow, 'themes' | 'levels' | 'isBaseline'> & { standings: string; answered: number; isBaseline: number };

/** One page of a cycle's heat map, 50 services, from kept results. `next` is what the next page comes after, null on the last. */
export function heatMapOf(db: Database, cycleId: string, filter: HeatFilter): { rows: HeatRow[]; next: string | null } {
	const found = rowsOf<Stored>(db, heatQuery(cycleId, filter));
	const rows = found.slice(0, pageSize).map(({ answered, standings, ...row }): HeatRow => {
		const there = filter.basis === 'agreed' ? row.status === 'agreed' : answered > 0;
		return {
			...row,
			isBaseline: !!row.isBaseline,
			themes: there && filter.view !== 'levels' ? (JSON.parse(standings) as ThemeStanding[]) : null,
			levels: there && filter.view === 'levels' ? (JSON.parse(standings) as LevelStanding[]) : null
		};
	});
	const last = rows.at(-1);
	return { rows, next: found.length > pageSize && last ? last.directorate + divider + last.service : null };
}
