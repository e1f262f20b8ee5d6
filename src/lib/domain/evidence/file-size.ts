const kilobyte = 1024;
const megabyte = kilobyte * kilobyte;

/** The most one file may hold: 25 MB, in bytes. */
export const mostBytes = 25 * megabyte;

/** A size in bytes as people read it: '412 bytes', '38 KB', '1.2 MB'. Nothing that holds something is shown as 0. */
export function showSize(bytes: number): string {
	if (bytes < kilobyte) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
	if (bytes < megabyte - kilobyte / 2) return `${Math.round(bytes / kilobyte)} KB`;
	return `${(Math.round((bytes * 10) / megabyte) / 10).toFixed(1).replace('.0', '')} MB`;
}
