import { shownShare } from '../statistics/rounding.ts';

/** '34 of 60 (56.7%)', or '34 of 60 contacts (56.7%)': a share with its numerator and denominator, rounded half up. DOMAIN section 8. */
export function sayShare(part: number, of: number, what = ''): string {
	const number = (n: number) => n.toLocaleString('en-GB');
	if (of === 0) return '0 of 0';
	return `${number(part)} of ${number(of)}${what && ` ${what}`} (${shownShare(part / of)})`;
}
