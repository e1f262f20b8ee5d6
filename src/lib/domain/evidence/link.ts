/** A web address that a link may have, written in full; null for anything but http and https, or with a password in it. */
export function webAddress(text: string): string | null {
	const typed = text.trim();
	// 'www.council.gov.uk/page' is what people paste
	const whole = /^www\.[^\s/]+\./i.test(typed) ? `https://${typed}` : typed;
	if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) return null;
	const address = new URL(whole);
	return !address.username && !address.password ? address.href : null;
}

/** Where a link leads, without the rest: 'www.gov.uk'. */
export const hostOf = (link: string): string => (URL.canParse(link) ? new URL(link).hostname : '');
