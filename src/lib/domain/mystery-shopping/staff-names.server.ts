import { staff } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { namesAmong } from './without-names.ts';

/** The first names and surnames of the council's staff, those who left too: a call is often taken by another service. */
export const staffNames = (db: Database): ReadonlySet<string> =>
	namesAmong(
		db
			.select({ name: staff.name })
			.from(staff)
			.all()
			.map(({ name }) => name)
	);
