let standing: number | null = null;

/** The moment it is now, in milliseconds UTC: the one clock that whatever is written down goes by. */
export const now = (): number => standing ?? Date.now();

/** Does some work as if it were another moment: how the example council lives through its year. Never used by the server. */
export function at<T>(moment: number, work: () => T): T {
	const before = standing;
	standing = moment;
	try {
		return work();
	} finally {
		standing = before;
	}
}
