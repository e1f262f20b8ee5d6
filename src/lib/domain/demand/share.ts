/** '34 of 60 (56.7%)': a share with its numerator and denominator, one decimal, rounded half up. DOMAIN section 8. */
export function sayShare(part: number, of: number): string {
	const number = (n: number) => n.toLocaleString('en-GB');
	if (of === 0) return '0 of 0';
	const tenths = Math.floor((2000 * part + of) / (2 * of));
	return `${number(part)} of ${number(of)} (${(tenths / 10).toFixed(1)}%)`;
}
