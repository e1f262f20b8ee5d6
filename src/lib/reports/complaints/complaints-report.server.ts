import { can, servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { clockRule } from '#lib/domain/complaints/explaining-clocks.ts';
import { shownFigure } from '#lib/domain/complaints/figure-words.ts';
import { figureNames, figureRows, type FigureRow, type Of } from '#lib/domain/complaints/figures.server.ts';
import { lessonsOf } from '#lib/domain/complaints/lessons.server.ts';
import { feedbackSettingsOf } from '#lib/domain/complaints/settings.server.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { isMonth, monthOf, showMonth } from '#lib/domain/paf/month.ts';
import { satisfactionByPart } from '#lib/domain/surveys/results.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import type { Report, Section } from '../description.ts';
import { causesSection } from './causes-section.server.ts';
import { figuresTable } from './figures-table.ts';
import { lessonsSection } from './lessons-section.ts';
import { daysOf, stretchesOf, type Months } from './months.ts';
import { partsSection } from './parts-section.ts';
import { servicesSection } from './services-section.server.ts';
import { trendBlock } from './trend-block.server.ts';

/** Whether the person reads the report of the whole council, which is what is kept. */
export const seesWholeReport = (person: Person): boolean => can(person, 'see feedback report');

function titleOf(rows: readonly FigureRow[], month: string): string {
	const { now: here, before: there } = rows.find(({ key }) => key === 'complaint')!;
	const less = there.numerator - here.numerator;
	const compared = less === 0 ? 'as many as' : less > 0 ? `${less} fewer than` : `${-less} more than`;
	return `${here.numerator} ${here.numerator === 1 ? 'complaint' : 'complaints'} in ${month}, ${compared} the year before`;
}

const howCounted: Section = {
	id: 'counted',
	title: 'How it is counted',
	blocks: [
		{ kind: 'points', points: Object.values(figureNames).map(({ name, how }) => `${name}. ${how}`) },
		{ kind: 'text', text: clockRule }
	]
};

/**
 * The monthly report of complaints and satisfaction with the year before beside it, of the services the person may read: page,
 * PDF, spreadsheet and JSON. Every rate has its numerator and denominator; nothing tells who a customer is. 404 for who may read
 * none, and for a month that is not over. Northampton 17; DOMAIN sections 7 and 8.
 */
export function complaintsReport(db: Database, person: Person, asked: string, today: string): Report {
	const of: Of = servicesWhere(person, 'see feedback report');
	if (!of.length || !isMonth(asked) || asked >= monthOf(today)) notFound();
	const { month, year, twelve, before } = stretchesOf(asked, today);
	const [named, namedBefore] = [showMonth(asked), showMonth(year.to)];
	const rows = figureRows(db, of, month, year);
	const ofTwelve = figureRows(db, of, twelve, before);
	const partsOf = (months: Months) => satisfactionByPart(db, { services: of === 'all' ? 'all' : [...of], ...daysOf(months) });
	const parts = partsOf(month);
	const council = councilOf(db)?.name ?? '';
	const shownOf = (key: FigureRow['key']) => shownFigure(rows.find((row) => row.key === key)!.now);
	const overall = parts[0]?.share;
	return {
		name: `Complaints ${asked}`,
		title: titleOf(rows, named),
		subtitle: `Complaints and satisfaction · ${of === 'all' ? council : 'The services you work for'}`,
		lead: `${named}, with ${namedBefore} beside it. In twelve months ${shownFigure(ofTwelve[0]!.now)} complaints came in, ${shownFigure(ofTwelve[0]!.before)} in the twelve before.`,
		facts: [
			['Acknowledged in time', shownOf('acknowledged in time')],
			['Stage 1 answered in time', shownOf('stage 1 in time')],
			['Satisfied overall', overall ? shownFigure(overall) : 'Fewer than five answers']
		],
		council,
		madeAt: now(),
		sections: [
			{
				id: 'month',
				title: `What came in and what was due in ${named}`,
				blocks: [figuresTable({ id: 'figures', caption: `Feedback in ${named}`, when: named, before: namedBefore }, rows)]
			},
			{
				id: 'twelve-months',
				title: 'The twelve months to then',
				blocks: [
					figuresTable(
						{ id: 'twelve', caption: `Feedback in the twelve months to ${named}`, when: 'Twelve months', before: 'Twelve before' },
						ofTwelve
					),
					trendBlock(db, of, month)
				]
			},
			servicesSection(db, of, month, year),
			causesSection(db, of, twelve, before),
			lessonsSection(lessonsOf(db, of, month), named),
			partsSection(parts, partsOf(year), feedbackSettingsOf(db)),
			howCounted
		]
	};
}
