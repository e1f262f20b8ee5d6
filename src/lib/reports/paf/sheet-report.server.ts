import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { compositeSettingOf } from '#lib/domain/paf-sheets/composite-setting.server.ts';
import { monthsWithSheets, sheetsOf, type Sheet } from '#lib/domain/paf-sheets/sheet-reading.server.ts';
import { countInWords, meanInWords } from '#lib/domain/paf-sheets/side-by-side.ts';
import type { StaffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { showMonth } from '#lib/domain/paf/month.ts';
import { shown } from '#lib/domain/statistics/rounding.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Report } from '../description.ts';
import { accessSection, qualitySection } from './sheet-scores.ts';
import { compositeSection, monthsSection, objectivesSection, statisticsSection } from './sheet-sections.ts';

/** So many months stand side by side. */
const monthsBeside = 6;

/** The monthly sheet of one advisor with the months beside it: page, PDF, workbook and JSON. DOMAIN section 5.2. */
export function sheetReport(db: Database, member: StaffSeen, month: string): Report {
	const before = monthsWithSheets(db, member.id)
		.filter((one) => one < month)
		.slice(0, monthsBeside - 1);
	const sheets = sheetsOf(db, member.id, [month, ...before]);
	const sheet = sheets[0] as Sheet;
	const { quality, access } = sheet;
	return {
		name: `Monthly sheet ${member.name} ${month}`,
		title: quality.interval
			? `Mean quality ${shown(quality.interval.mean, 1)} in ${showMonth(month)}, from ${quality.n} scores`
			: `${showMonth(month)}: ${quality.n ? 'one score, so no mean is shown' : 'nothing is scored yet'}`,
		subtitle: `Monthly sheet of ${member.name}${sheet.team || member.team ? `, ${sheet.team || member.team}` : ''}`,
		lead: 'Each component by itself: quality, access, statistics, and what customers and colleagues said.',
		facts: [
			['Quality', meanInWords(quality)],
			['Scores', countInWords(quality)],
			['Access', meanInWords(access)]
		],
		council: councilOf(db)?.name ?? '',
		madeAt: now(),
		sections: [
			qualitySection(sheet),
			accessSection(sheet),
			statisticsSection(sheet),
			objectivesSection(sheet),
			...compositeSection(sheet, compositeSettingOf(db).weights),
			monthsSection(sheets)
		]
	};
}
