import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { rowsOf, written } from '#lib/server/prepared-query.ts';

/** The target of a service in a cycle beside where it stands; `level` is null where none is set, and `version` 0. */
export type TargetRow = {
	serviceId: string;
	service: string;
	assessment: string;
	level: number | null;
	byWhen: string | null;
	why: string | null;
	approvedBy: string | null;
	version: number;
	baselineLevel: number | null;
	agreedLevel: number | null;
};

const pageSize = 50;

/** The statement a page of targets is read with; its plan is tested. */
export const targetsQuery = (cycleId: string, after = ''): SQL => sql`
	select s.id as serviceId, s.name as service, a.id as assessment, t.level, t.by_when as byWhen, t.why, t.approved_by as approvedBy,
		coalesce(t.version, 0) as version, a.baseline_level as baselineLevel, a.agreed_level as agreedLevel
	from service s cross join assessment a on a.cycle_id = ${cycleId} and a.service_id = s.id
	left join target t on t.cycle_id = a.cycle_id and t.service_id = s.id
	where s.name collate nocase > ${after} order by s.name collate nocase limit ${written(pageSize + 1)}`;

/** The services of a cycle in order of name, each with its target. `next` is what the next page comes after, null on the last. */
export function targetsOf(db: Database, cycleId: string, after?: string): { rows: TargetRow[]; next: string | null } {
	const found = rowsOf<TargetRow>(db, targetsQuery(cycleId, after));
	const rows = found.slice(0, pageSize);
	return { rows, next: found.length > pageSize ? (rows.at(-1)?.service ?? null) : null };
}

/** One service's target in a cycle; undefined where the service is not in the cycle. */
export const targetOf = (db: Database, cycleId: string, serviceId: string): TargetRow | undefined =>
	rowsOf<TargetRow>(
		db,
		sql`
		select s.id as serviceId, s.name as service, a.id as assessment, t.level, t.by_when as byWhen, t.why, t.approved_by as approvedBy,
			coalesce(t.version, 0) as version, a.baseline_level as baselineLevel, a.agreed_level as agreedLevel
		from assessment a cross join service s on s.id = a.service_id
		left join target t on t.cycle_id = a.cycle_id and t.service_id = s.id
		where a.cycle_id = ${cycleId} and a.service_id = ${serviceId}`
	)[0];
