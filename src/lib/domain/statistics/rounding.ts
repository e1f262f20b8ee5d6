/**
 * A figure as it is shown: rounded half up (away from zero below it), once, at the end. DOMAIN section 8.
 * Fifteen digits are looked at, so that 2.675, which no computer can hold, still reads 2.68.
 * @param places decimals, 0 to 6
 */
export function shown(value: number, places: number): string {
	const size = Math.round(Number((Math.abs(value) * 10 ** places).toPrecision(15))) / 10 ** places;
	return ((value < 0 && size > 0 ? -size : size) || 0).toFixed(places);
}

/** A share (0 to 1) as a percentage to one decimal: '81.8%'. */
export const shownShare = (share: number): string => `${shown(share * 100, 1)}%`;
