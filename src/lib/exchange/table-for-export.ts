/** How a column's values are written: a number with so many decimals, a plain date, or a moment in Europe/London. */
export type ExportKind = 'text' | 'number' | 'day' | 'moment';

export type ExportColumn = {
	/** Where the value stands in a row. */
	key: string;
	/** The words at the head of the column. */
	label: string;
	kind: ExportKind;
	/** For numbers: places after the point, 0 unless told. Percentages have 2 in exports (DOMAIN section 8). */
	decimals?: number;
	/** For XLSX: the width in characters; worked out from the kind unless told. */
	width?: number;
};

/**
 * The one description of a table that every export is written from: CSV and XLSX show the same rows and figures.
 * `name` is the file's name and, unless `sheet` says another, the sheet's. A value is text, a number, YYYY-MM-DD for a day,
 * milliseconds for a moment, or null. `rows` may be a generator that reads page by page, but never `.iterate()` of a
 * statement: the database takes no other query until such a loop ends.
 */
export type TableForExport = {
	name: string;
	sheet?: string;
	columns: readonly ExportColumn[];
	rows: Iterable<object>;
};

/** Rounded half up, once, to so many decimals (DOMAIN section 8); a negative figure as its positive one. */
export function rounded(value: number, decimals = 0): number {
	const scale = 10 ** decimals;
	// fifteen figures are what a number holds for certain: 1.005 * 100 is 100.49999999999999 and means 100.5
	const result = Math.round(Number((Math.abs(value) * scale).toPrecision(15))) / scale;
	return value < 0 ? -result : result;
}

/** A row's value in a column; undefined and null are both "nothing". */
export function valueIn(row: object, column: ExportColumn): unknown {
	return (row as Record<string, unknown>)[column.key] ?? null;
}
