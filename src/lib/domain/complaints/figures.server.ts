import type { Database } from '#lib/server/database.ts';
import { complaintSums, type ComplaintFigure, type MonthSum, type Months } from './counting.server.ts';
import { shownFigure, type Counted } from './figure-words.ts';

/** What the figures are of: these services, or 'all'. */
export type Of = 'all' | readonly string[];

/** The figures of complaints in the order in which they are read, with what each is called and how it is counted. */
export const figureNames: Record<ComplaintFigure, { name: string; how: string }> = {
	complaint: { name: 'Complaints', how: 'Complaints in the month they came in; the same complaint twice counts once.' },
	compliment: { name: 'Compliments', how: 'Compliments in the month they came in.' },
	comment: { name: 'Comments', how: 'Comments in the month they came in.' },
	informal: { name: 'Settled informally at first', how: 'Complaints whose informal stage was opened in the month.' },
	'stage 1': { name: 'Reached stage 1', how: 'Complaints whose stage 1 was opened in the month, each once.' },
	'stage 2': { name: 'Reached stage 2', how: 'Complaints whose stage 2 was opened in the month, each once.' },
	'acknowledged in time': {
		name: 'Acknowledged in time',
		how: 'Of the acknowledgements due in the month, those given within 5 working days.'
	},
	'informal in time': { name: 'Informal answered in time', how: 'Of the informal answers due in the month, those given by then.' },
	'stage 1 in time': {
		name: 'Stage 1 answered in time',
		how: 'Of the answers at stage 1 due in the month, those given by then, extensions included.'
	},
	'stage 2 in time': {
		name: 'Stage 2 answered in time',
		how: 'Of the answers at stage 2 due in the month, those given by then, extensions included.'
	},
	upheld: {
		name: 'Upheld at least partly',
		how: 'Of the answers given in the month, at any stage, those that upheld the complaint or part of it.'
	}
};

/** Sums over services and channels; a rate of nothing has a denominator of nought. */
export const totalOf = (sums: readonly MonthSum[], isRate: boolean): Counted => ({
	numerator: sums.reduce((sum, one) => sum + one.numerator, 0),
	denominator: isRate ? sums.reduce((sum, one) => sum + (one.denominator ?? 0), 0) : null
});
const isRate = (figure: ComplaintFigure) => figure.includes('in time') || figure === 'upheld';

/** The sums of a figure that are of these services. */
export const sumsOf = (db: Database, figure: ComplaintFigure, of: Of, months: Months): MonthSum[] =>
	complaintSums(db, figure, months).filter(({ serviceId }) => of === 'all' || (serviceId !== null && of.includes(serviceId)));

export type FigureRow = {
	key: ComplaintFigure;
	name: string;
	how: string;
	now: Counted;
	before: Counted;
	shown: string;
	shownBefore: string;
};

/** Every figure of some months, with the same of other months beside it: the year before. */
export function figureRows(db: Database, of: Of, now: Months, before: Months): FigureRow[] {
	return (Object.keys(figureNames) as ComplaintFigure[]).map((key) => {
		const [here, there] = [now, before].map((months) => totalOf(sumsOf(db, key, of, months), isRate(key))) as [Counted, Counted];
		return { key, ...figureNames[key], now: here, before: there, shown: shownFigure(here), shownBefore: shownFigure(there) };
	});
}
