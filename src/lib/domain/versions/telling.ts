/** The entries of a list by their names, for the audit trail: `{ 'criterion 1.1': … }`. */
export const byName = <T>(what: string, entries: readonly T[], nameOf: (entry: T) => string): Record<string, T> =>
	Object.fromEntries(entries.map((entry) => [`${what} ${nameOf(entry)}`, entry]));

/** The entries as they are now, and null for those that are gone. */
export const withGone = <T>(was: Record<string, T>, is: Record<string, T>): Record<string, T | null> => ({
	...Object.fromEntries(
		Object.keys(was)
			.filter((key) => !(key in is))
			.map((key) => [key, null])
	),
	...is
});
