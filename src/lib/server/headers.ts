import { isSecure } from './config.ts';

/** Headers of every answer that the program makes. What a page may load is said by Kit's own CSP. */
export function setHeaders(response: Response, signedIn: boolean): void {
	const set = (name: string, value: string) => {
		if (!response.headers.has(name)) response.headers.set(name, value);
	};
	set('x-content-type-options', 'nosniff');
	set('referrer-policy', 'same-origin');
	set('cross-origin-opener-policy', 'same-origin');
	set('cross-origin-resource-policy', 'same-origin');
	set('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()');
	set('x-frame-options', 'DENY');
	if (signedIn) set('cache-control', 'no-store');
	if (isSecure) set('strict-transport-security', 'max-age=31536000; includeSubDomains');
}
