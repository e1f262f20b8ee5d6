import { glanceText } from '#lib/domain/glance/filters.ts';
import type { GlanceSeen } from '#lib/domain/glance/seen.server.ts';
import { measuresStamp } from '#lib/domain/measures/stamp.server.ts';
import type { Database } from '#lib/server/database.ts';
import { keptByStamp } from '#lib/server/kept-by-stamp.ts';
import type { Report } from '../description.ts';
import { reportAtGlance } from './performance-report.server.ts';

/**
 * The dashboard as `reportAtGlance` makes it, worked out once for a day, a place and what a reader sees of it, until something it
 * rests on is written.
 */
export function reportKeptAtGlance(db: Database, seen: GlanceSeen, today: string): Report {
	const name = JSON.stringify(['at a glance', glanceText(seen.filters), seen.sight, today]);
	return keptByStamp(db, name, measuresStamp(db), () => reportAtGlance(db, seen, today));
}
