/**
 * Round figures along an axis, from its lower to its higher end: 1, 2 or 5 times a power of ten apart.
 * @param most how many there may be; 2 or more
 * @param finest the least they may be apart: none is finer than what is shown of a value
 */
export function axisTicks(min: number, max: number, most: number, finest = 0): number[] {
	const least = Math.max((max - min) / (most - 1), finest);
	if (!(least > 0)) return [min];
	const power = 10 ** Math.floor(Math.log10(least));
	const apart = ([1, 2, 5, 10].find((times) => times * power >= least * (1 - 1e-9)) ?? 10) * power;
	const first = Math.ceil(min / apart - 1e-9);
	const last = Math.floor(max / apart + 1e-9);
	// counted in whole steps, so that no rounding adds up
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => Number(((first + n) * apart).toPrecision(12)));
}
