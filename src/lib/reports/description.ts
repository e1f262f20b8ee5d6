import type { AwardCounts } from '#lib/charts/awards.ts';
import type { Figure } from '#lib/charts/figure.ts';
import type { ThemeProfile } from '#lib/charts/theme-profile.ts';
import type { XmrTable } from '#lib/charts/xmr-chart.ts';
import type { HeatShown } from '#lib/domain/cycles/heat-shown.ts';
import type { ExportColumn } from '#lib/exchange/table-for-export.ts';
import { heatTable } from './heat-table.ts';

/*
 * What a report says, once. The web page, the PDF, the spreadsheet tables and the JSON are all written from this, so
 * that they cannot show different figures. Everything here is plain data: it is sent to the worker thread and stored.
 */

export type Cell = string | number | null;

/** A column of a report: an export's column, and how it looks on the page and on paper. */
export type ReportColumn = ExportColumn & {
	/** Decimals of a number as it is read on the page and on paper, where files have more. DOMAIN section 8. */
	read?: number;
	/** Share of the width in the PDF; 1 unless told. */
	share?: number;
	/** Its numbers name something, as 'action 1204': no commas between thousands. */
	names?: boolean;
	/** How a word of this column is marked on the page: 'Met' with a tick. */
	marks?: Readonly<Record<string, 'good' | 'watch' | 'bad' | 'here' | 'quiet'>>;
};

export type ReportTable = {
	/** Names the table in the JSON, the sheet and the page: letters and hyphens. */
	id: string;
	caption: string;
	note?: string;
	columns: readonly ReportColumn[];
	rows: readonly Record<string, Cell>[];
	/** Where the name of each row leads, on the page only; null for nowhere. */
	links?: readonly (string | null)[];
	/** Said in place of an empty table. */
	empty: string;
};

/** One of the three results side by side; `stands` marks the one that counts. */
export type AwardFigure = {
	basis: string;
	about: string;
	/** The parts of the ring; null where there are no levels. */
	ring: { level: number; levels: number; award: 'bronze' | 'silver' | 'gold' | 'none' } | null;
	/** The award, the outcome or the name of the level, and the second line under it. */
	word: string;
	note: string;
	facts: readonly (readonly [label: string, value: string])[];
	stands: boolean;
};

export type Block =
	| { kind: 'heading'; text: string }
	| { kind: 'text'; text: string }
	| { kind: 'points'; points: readonly string[] }
	| { kind: 'facts'; facts: readonly (readonly [label: string, value: string])[] }
	| { kind: 'awards'; figures: readonly AwardFigure[] }
	| { kind: 'steps'; heading: string; steps: readonly { heading: string; text: string }[]; rule: string }
	| { kind: 'table'; table: ReportTable }
	| { kind: 'theme profile'; profile: ThemeProfile; table: ReportTable; label: string }
	| { kind: 'award counts'; counts: AwardCounts; table: ReportTable; label: string }
	| { kind: 'figure'; figure: Figure; table: ReportTable; label: string }
	/** A trend; its signals are said in words, numbered as in the drawing. */
	| { kind: 'xmr'; xmr: XmrTable; table: ReportTable; label: string }
	/** A drawing as SVG text, whole for the page and in landscape sheets for paper; its table says the same in words. */
	| { kind: 'picture'; whole: string; sheets: readonly string[]; label: string; table: ReportTable }
	/** Its table, for paper and files, is made of it: heat-table.ts. */
	| { kind: 'heat map'; caption: string; levels: number; heat: HeatShown };

/** A part of a report. Its title states the finding. */
export type Section = {
	id: string;
	title: string;
	blocks: readonly Block[];
	/** Begins a page of its own on paper. */
	ownPage?: boolean;
};

export type Report = {
	/** Names the file: 'Housing repairs 2026-27'. */
	name: string;
	/** States the finding: 'Housing repairs holds Bronze'. */
	title: string;
	subtitle: string;
	lead: string;
	facts: readonly (readonly [label: string, value: string])[];
	council: string;
	/** When the figures were worked out, milliseconds UTC. */
	madeAt: number;
	sections: readonly Section[];
};

/** The table of a block, where it has one: a heat map's is made of its cells. */
export const tableOf = (block: Block): ReportTable | null =>
	block.kind === 'heat map' ? heatTable(block) : 'table' in block ? block.table : null;

/** Every table of a report, in the order of the page. */
export const tablesOf = (report: Report): ReportTable[] =>
	report.sections.flatMap(({ blocks }) => blocks.map(tableOf)).filter((table) => table !== null);
