/** So many rows a page of a list has. */
export const pageSize = 50;

/** Where a page begins: after, or before, the row of this key. */
export type Place<Key> = { after?: Key | undefined; before?: Key | undefined };

const numberIn = (text: string | null) => (text && /^\d{1,9}$/.test(text) ? Number(text) : undefined);

/** Where a page of numbered rows begins, as its address says it: `?after=12`. */
export const placeByNumber = (query: URLSearchParams): Place<number> => ({
	after: numberIn(query.get('after')),
	before: numberIn(query.get('before'))
});

/** Where a page of rows with ids begins: `?after=id`. */
export const placeById = (query: URLSearchParams): Place<string> => ({
	after: query.get('after') ?? undefined,
	before: query.get('before') ?? undefined
});

/** Which page of a short list that is read whole: `?page=1` is the second. */
export const pageNumber = (query: URLSearchParams): number => (/^\d{1,4}$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 0);

/**
 * A page of what was read one row beyond it: with the key to go on after and the one to go back before, null at the ends.
 * What was read backwards is turned round. `found` holds `pageSize + 1` rows at most.
 */
export function paged<Row, Key>(found: readonly Row[], place: Place<Key>, keyOf: (row: Row) => Key) {
	const isMore = found.length > pageSize;
	const rows = found.slice(0, pageSize);
	const isBack = place.before !== undefined;
	if (isBack) rows.reverse();
	const key = (row: Row | undefined) => (row === undefined ? null : keyOf(row));
	return {
		rows,
		next: isBack || isMore ? key(rows.at(-1)) : null,
		previous: isBack ? (isMore ? key(rows[0]) : null) : place.after === undefined ? null : key(rows[0])
	};
}

const atOnce = 500;

/** Every row of a list, a page at a time, so that a download holds one page in memory. `read` gives so many rows after a key. */
export function* everyPage<Row, Key>(read: (place: Place<Key>, limit: number) => Row[], keyOf: (row: Row) => Key): Generator<Row[]> {
	let after: Key | undefined;
	do {
		const rows = read({ after }, atOnce);
		yield rows;
		const last = rows.at(-1);
		after = rows.length === atOnce && last !== undefined ? keyOf(last) : undefined;
	} while (after !== undefined);
}

/** The same, row by row. */
export function* everyRow<Row, Key>(read: (place: Place<Key>, limit: number) => Row[], keyOf: (row: Row) => Key): Generator<Row> {
	for (const rows of everyPage(read, keyOf)) yield* rows;
}
