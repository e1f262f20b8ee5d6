/** '34 of 60 (56.7%)', or '34 of 60 contacts (56.7%)': a share with its numerator and denominator, rounded half up. DOMAIN section 8. */
export function sayShare(part: number, of: number, what = ''): string {
	const number = (n: number) => n.toLocaleString('en-GB');
	if (of === 0) return '0 of 0';
	const tenths = Math.floor((2000 * part + of) / (2 * of));
	return `${number(part)} of ${number(of)}${what && ` ${what}`} (${(tenths / 10).toFixed(1)}%)`;
}
