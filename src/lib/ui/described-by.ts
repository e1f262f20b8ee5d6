/** The ids that describe a field, for `aria-describedby`: its hint, its error and whatever else there is; undefined if none. */
export function describedBy(id: string, has: { hint?: unknown; error?: unknown; info?: unknown }): string | undefined {
	const ids = [has.info && `${id}-info`, has.hint && `${id}-hint`, has.error && `${id}-error`].filter((one) => typeof one === 'string');
	return ids.length ? ids.join(' ') : undefined;
}
