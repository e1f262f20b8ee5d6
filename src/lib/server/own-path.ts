/** A path of this program to go on to; anything that could lead elsewhere becomes the home page. */
export function ownPath(wanted: string | null): string {
	if (!wanted || !/^\/(?![/\\])/.test(wanted) || /[\s\\]/.test(wanted)) return '/';
	const url = new URL(wanted, 'http://here.invalid');
	return url.host === 'here.invalid' ? url.pathname + url.search : '/';
}
