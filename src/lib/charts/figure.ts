import type { ChartConfiguration } from 'chart.js';
import { dotsChart, type DotsTable } from './dots-chart.ts';
import { sharesChart, type SharesTable } from './shares-chart.ts';

/** A chart of lines of a table, as plain data: what a report keeps, and both the page and the PDF draw. */
export type Figure = ({ of: 'dots' } & DotsTable) | ({ of: 'shares' } & SharesTable);

/** How tall the box of so many lines is. */
export type FigureShape = 'few' | 'some' | 'many';

export const figureChart = (figure: Figure): ChartConfiguration<'bar' | 'line', (number | null)[], string> =>
	figure.of === 'dots' ? dotsChart(figure) : sharesChart(figure);

export const figureShape = ({ rows }: Figure): FigureShape => (rows.length <= 6 ? 'few' : rows.length <= 12 ? 'some' : 'many');
