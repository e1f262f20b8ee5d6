import { sql, type SQL } from 'drizzle-orm';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { Database } from '#lib/server/database.ts';
import { betweenWrites } from '#lib/server/between-writes.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import { movementIn, type Movement, type MovementGroup } from './movement.ts';

const alike = sql`a.status, a.agreed_level, a.agreed_award, a.baseline_level, a.baseline_award, a.is_baseline`;
const columns = sql`
	a.status, a.agreed_level as agreedLevel, a.agreed_award as agreedAward, a.baseline_level as baselineLevel,
	a.baseline_award as baselineAward, a.is_baseline as isBaseline, count(*) as count`;

/** The statement a cycle is counted with: of the whole council it reads one index and nothing else; its plan is tested. */
export const movementQuery = (cycleId: string, directorate?: string): SQL =>
	directorate
		? sql`select ${columns} from service s cross join assessment a on a.cycle_id = ${cycleId} and a.service_id = s.id
			where s.directorate_id = ${directorate} group by ${alike}`
		: sql`select ${columns} from assessment a where a.cycle_id = ${cycleId} group by ${alike}`;

/** Awards of a cycle now against baseline, and how many services moved, for the council or one directorate. */
export function movementOf(db: Database, framework: Framework, cycleId: string, directorate?: string): Movement {
	return betweenWrites(db, `movement in ${cycleId} of ${directorate ?? 'all'}`, () => {
		const groups = rowsOf<Omit<MovementGroup, 'isBaseline'> & { isBaseline: number }>(db, movementQuery(cycleId, directorate));
		return movementIn(
			framework,
			groups.map((group) => ({ ...group, isBaseline: !!group.isBaseline }))
		);
	});
}
