const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something: it reads only, or it comes from our own pages. Browsers say where a request
 * comes from in Sec-Fetch-Site; older ones at least send Origin. A request with neither did not come from a page of ours.
 */
export function isOurOwn(request: Request, ours: string): boolean {
	if (reading.has(request.method)) return true;
	const site = request.headers.get('sec-fetch-site');
	if (site) return site === 'same-origin' || site === 'none';
	return request.headers.get('origin') === ours;
}
