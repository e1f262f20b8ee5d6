import { depthOf } from './levels.ts';
import { circleIn } from './rules.ts';
import type { StrandInFile } from './thread-file.ts';

export type RowInFile = { row: number; is: StrandInFile };
export type FileFault = { row: number; column: string; text: string };

/**
 * What is wrong with the strands of a file among themselves and beside those that are there: references that come twice or
 * that nobody has, circles, and what is served from the same level or above. DOMAIN section 6.
 * @param there the level of each strand that is there, by every name a file may call it by, in small letters
 */
export function faultsInFile(rows: readonly RowInFile[], there: ReadonlyMap<string, StrandInFile['level']>): FileFault[] {
	const faults: FileFault[] = [];
	const byName = new Map<string, RowInFile>();
	for (const one of rows) {
		const name = one.is.reference.toLowerCase();
		const before = byName.get(name);
		if (before) faults.push({ row: one.row, column: 'Reference', text: `Row ${before.row} has the reference ${one.is.reference} as well` });
		else byName.set(name, one);
	}
	for (const { row, is } of rows)
		for (const served of is.serves) {
			const level = byName.get(served.toLowerCase())?.is.level ?? there.get(served.toLowerCase());
			const problem = !level
				? `There is no strand ${served}, in the file or in the thread`
				: depthOf(level) >= depthOf(is.level)
					? `${served} is a ${level}: a ${is.level} serves what stands above it`
					: null;
			if (problem) faults.push({ row, column: 'Serves', text: problem });
		}
	const circle = circleIn(new Map([...byName].map(([name, { is }]) => [name, is.serves.map((served) => served.toLowerCase())])));
	if (circle) {
		const names = circle.map((name) => byName.get(name)?.is.reference ?? name);
		faults.push({
			row: byName.get(circle[0]!)?.row ?? 0,
			column: 'Serves',
			text: `A strand cannot serve itself. These close a circle: ${names.join(' → ')}`
		});
	}
	return faults;
}

/** The strands of a file so that each comes after what it serves. */
export const fromTheTop = (rows: readonly RowInFile[]): RowInFile[] =>
	[...rows].sort((a, b) => depthOf(a.is.level) - depthOf(b.is.level) || a.row - b.row);
