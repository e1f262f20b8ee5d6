const marked = new WeakSet<object>();

/**
 * Marks what a page without a script (`csr = false`) draws, so that it is not written down for a script as well. Asked for by the
 * script of the page before, it goes there whole: that script draws the page then. Gives a copy, since what is kept between
 * requests must not stay marked.
 */
export function sentOnce<T extends object>({ isDataRequest }: { isDataRequest: boolean }, shown: T): T {
	if (isDataRequest) return shown;
	const copy = (Array.isArray(shown) ? [...(shown as unknown[])] : { ...shown }) as T;
	marked.add(copy);
	return copy;
}

export const isSentOnce = (value: unknown): boolean => typeof value === 'object' && value !== null && marked.has(value);
