import { columnsIn, type ColumnGroup } from './columns.ts';

/** How many columns stand side by side on a page before the picture goes on below. */
const columnsAcross = 8;

/** The most columns of a part on a page, so that the parts are of about one size. */
export function acrossOf(groups: readonly ColumnGroup[]): number {
	const all = groups.reduce((sum, { columns }) => sum + columns.length, 0);
	return Math.ceil(all / Math.max(1, Math.ceil(all / columnsAcross)));
}

/** The columns in parts of at most `most`, cut between stages where that leaves no part less than half full. */
export function inParts(groups: readonly ColumnGroup[], most: number): ColumnGroup[][] {
	const parts: ColumnGroup[][] = [];
	let part: ColumnGroup[] = [];
	let room = most;
	const turn = () => {
		if (part.length) parts.push(part);
		part = [];
		room = most;
	};
	for (const group of groups) {
		if (group.columns.length > room && room <= most / 2) turn();
		let left = group.columns;
		do {
			if (room === 0) turn();
			const taken = left.slice(0, room);
			part.push({ ...group, columns: taken });
			room -= taken.length;
			left = left.slice(taken.length);
		} while (left.length);
	}
	turn();
	return parts;
}

/** As few parts as `most` allows, with the columns spread over them as evenly as can be. */
export function evenParts(groups: readonly ColumnGroup[], most: number): ColumnGroup[][] {
	const parts = inParts(groups, most);
	for (let fewer = 1; fewer < most; fewer++) {
		const even = inParts(groups, fewer);
		if (even.length <= parts.length) return even;
	}
	return parts;
}

/** 'steps 3 to 8', 'step 3', 'no steps yet'. */
export function stepsIn(groups: readonly ColumnGroup[]): string {
	const columns = columnsIn(groups);
	const numbers = columns.flatMap(({ number }) => (number === null ? [] : [number]));
	const [first, last] = [numbers[0], numbers.at(-1)];
	if (!columns.length) return 'no steps yet';
	if (first === undefined) return columns.length === 1 ? 'a new step' : 'new steps';
	return first === last ? `step ${first}` : `steps ${first} to ${last}`;
}
