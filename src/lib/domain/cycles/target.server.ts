import { and, eq, sql } from 'drizzle-orm';
import { showDay } from '#lib/domain/calendar/dates.ts';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import { awardOf } from '#lib/domain/results/award.ts';
import { targets } from './tables.ts';

const one = keptPerDatabase((db) =>
	db
		.select({ level: targets.level, byWhen: targets.byWhen, why: targets.why })
		.from(targets)
		.where(and(eq(targets.cycleId, sql.placeholder('cycleId')), eq(targets.serviceId, sql.placeholder('serviceId'))))
		.prepare()
);

/** The target of a service in a cycle in words, 'Silver by 31 March 2028', or null where none is set. DOMAIN section 2.3. */
export function targetInWords(
	db: Database,
	framework: Framework,
	{ cycle, service }: { cycle: { id: string }; service: { id: string } }
): string | null {
	const target = one(db).get({ cycleId: cycle.id, serviceId: service.id });
	if (!target) return null;
	return `${awardOf(framework, target.level) ?? `Level ${target.level}`} (level ${target.level}) by ${showDay(target.byWhen)}`;
}
