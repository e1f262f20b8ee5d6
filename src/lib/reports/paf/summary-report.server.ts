import { fewestPeople } from '#lib/domain/paf-summaries/gate.ts';
import type { PafSummary } from '#lib/domain/paf-summaries/summary.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { showMonth } from '#lib/domain/paf/month.ts';
import { shown } from '#lib/domain/statistics/rounding.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Report } from '../description.ts';
import { bandsSection, missesSection, partsSection, qualitySection } from './summary-sections.ts';
import { trendSection } from './trend-section.ts';

/** Whose summary it is: its name, and what its parts are called. */
export type Summarised = { name: string; parts: 'teams' | 'services' | null };

/** A summary without individuals, of a team, a service or the council: page, PDF, workbook and JSON. DOMAIN section 5.2. */
export function summaryReport(db: Database, { name, parts }: Summarised, summary: PafSummary): Report {
	const { period, total } = summary;
	const first = period[0];
	const last = period.at(-1);
	const during = !first || !last ? 'no month yet' : first === last ? showMonth(first) : `${showMonth(first)} to ${showMonth(last)}`;
	return {
		name: `Performance ${name}`,
		title: total?.interval
			? `Mean quality ${shown(total.interval.mean, 1)} (${shown(total.interval.low, 1)} to ${shown(total.interval.high, 1)})`
			: 'Nothing can be shown yet',
		subtitle: `Performance assessment, ${name}, ${during}`,
		lead: total
			? 'From the scores released to advisors. Nobody is named, and nothing is ranked.'
			: `Figures appear once the scores of at least ${fewestPeople} people are released in a month.`,
		facts: [
			['Months', during],
			['Scores', String(total?.n ?? 0)],
			['People', total ? String(total.people) : `fewer than ${fewestPeople}`]
		],
		council: councilOf(db)?.name ?? '',
		madeAt: now(),
		sections: [
			qualitySection(summary),
			...(parts ? [partsSection(summary, parts)] : []),
			bandsSection(summary),
			missesSection(summary),
			trendSection(summary)
		]
	};
}
