const parts = (number: string): [number, number] => {
	const [major = 0, minor = 0] = number.split('.').map(Number);
	return [major, minor];
};

/** Orders version numbers such as 1.9 and 1.10 as people read them: negative where `a` comes before `b`. */
export function compareVersions(a: string, b: string): number {
	const [one, other] = [parts(a), parts(b)];
	return one[0] - other[0] || one[1] - other[1];
}

/** The number to propose for a new version: one after the highest there is. '1.0' where there is none. */
export function nextVersion(numbers: readonly string[]): string {
	const highest = [...numbers].sort(compareVersions).at(-1);
	if (!highest) return '1.0';
	const [major, minor] = parts(highest);
	return minor < 9999 ? `${major}.${minor + 1}` : `${major + 1}.0`;
}
