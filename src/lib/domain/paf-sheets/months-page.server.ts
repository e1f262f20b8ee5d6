import { showMonth } from '#lib/domain/paf/month.ts';
import type { Database } from '#lib/server/database.ts';
import { sideBySide } from './side-by-side.ts';
import { monthsWithSheets, sheetsOf } from './sheet-reading.server.ts';

/** So many months stand on a page; earlier ones on the next. */
const monthsAtOnce = 6;

/** The sheets of a member of staff side by side, newest first, up to a month; `earlier` is where the next page begins. */
export function monthsBeside(db: Database, staffId: string, upTo: string | null) {
	const all = monthsWithSheets(db, staffId).filter((month) => upTo === null || month <= upTo);
	const months = all.slice(0, monthsAtOnce);
	return {
		months: months.map((month) => ({ month, label: showMonth(month) })),
		lines: sideBySide(sheetsOf(db, staffId, months)),
		earlier: all[monthsAtOnce] ?? null
	};
}
