import type { RaterTable } from '#lib/domain/calibration/finding.server.ts';
import { raterTableCompared } from '#lib/domain/calibration/rater-tables.server.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Report } from '../description.ts';
import { agreementInWords, agreementSections } from './agreement-sections.ts';

/** How far the raters of a table made elsewhere agree. DOMAIN section 5.2. */
export function raterTableReport(db: Database, table: RaterTable): Report {
	const compared = raterTableCompared(db, table.id);
	const { overall, questions } = compared;
	return {
		name: `Agreement ${table.title}`,
		title: `${table.title}: ${agreementInWords(overall)}`,
		subtitle: `Ratings made elsewhere, table ${table.number}`,
		lead: table.about,
		facts: [
			['Raters', String(overall.raters)],
			['Questions', String(questions.length)],
			['Ratings', overall.ratings.toLocaleString('en-GB')]
		],
		council: councilOf(db)?.name ?? '',
		madeAt: now(),
		sections: agreementSections(compared)
	};
}
