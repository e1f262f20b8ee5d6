import { asc, ne, sql } from 'drizzle-orm';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { frameworkVersions } from './tables.ts';
import { compareVersions } from '../versions/version-numbers.ts';

const criteria = sql<number>`json_array_length(${frameworkVersions.document}, '$.criteria')`;
// named in full: without it the inner query would take `id` for its own
const made = sql<number>`(select count(*) from assessment made where made.framework_version_id = framework_version.id)`;

/**
 * Every version of every framework that the person may read, by name and the newest first, with how many criteria it has
 * and how many assessments were made on it. A council keeps a handful: the list is not paged.
 */
export function frameworksSeen(db: Database, person: Person) {
	const { id, framework, name, number, kind, state, publishedAt } = frameworkVersions;
	return db
		.select({ id, framework, name, number, kind, state, publishedAt, criteria, assessments: made })
		.from(frameworkVersions)
		.where(can(person, 'manage frameworks') ? undefined : ne(state, 'draft'))
		.orderBy(asc(name))
		.all()
		.sort((a, b) => a.framework.localeCompare(b.framework, 'en') || compareVersions(b.number, a.number));
}

/** The other versions of a framework, the newest first, with their state. */
export const versionsOf = (db: Database, person: Person, framework: string) =>
	frameworksSeen(db, person).filter((version) => version.framework === framework);

/** How many assessments were made on a version. */
export const assessmentsOn = (db: Database, versionId: string): number =>
	db.get<{ count: number }>(sql`select count(*) as count from ${assessments} where ${assessments.frameworkVersionId} = ${versionId}`).count;
