import { eq, sql } from 'drizzle-orm';
import { councils } from '#lib/domain/organisation/tables.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';

const prepared = keptPerDatabase((db) =>
	db
		.select({ allowedFileTypes: councils.allowedFileTypes, warningDays: councils.evidenceWarningDays })
		.from(councils)
		.where(eq(councils.id, sql.placeholder('id')))
		.prepare()
);

/** What the council has settled for evidence: the endings that may be uploaded, and the days before its end that a piece is running out. */
export const councilLimits = (db: Database): { allowedFileTypes: string[]; warningDays: number } =>
	prepared(db).get({ id: 1 }) ?? { allowedFileTypes: [], warningDays: 30 };
