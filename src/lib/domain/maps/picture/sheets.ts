import { columnsIn, hasAsIs, hasToBe, type ColumnGroup } from './columns.ts';
import type { Drawing } from './drawing.ts';
import { headRow, titleRow } from './head-rows.ts';
import { keyRow } from './key-row.ts';
import { mostDemand } from './lanes.ts';
import { heard, laneRows } from './laying-out.ts';
import { evenParts, stepsIn } from './parts.ts';
import { Grid, laneWidth, narrowest, type Row } from './rows.ts';
import { stacked } from './stacking.ts';
import type { Heading } from './whole-picture.ts';

/** What a sheet has for a drawing, in points; on the first the height may be less. `untitled`: what surrounds it names the journey. */
export type Room = { width: number; height: number; firstHeight?: number; untitled?: boolean };

/** What is drawn too large for a sheet is made smaller, down to this share of its size: the smallest type, of 9 points, is then 7. */
const smallest = 7 / 9;
/** In the order in which they are tried: large type first, then lanes that stand closer. */
const sizes = [
	{ scale: 1, isTight: false },
	{ scale: 0.9, isTight: false },
	{ scale: smallest, isTight: false },
	{ scale: smallest, isTight: true }
];

/** As many lanes as fit under the head of a sheet, then the rest on the next. A lane is never torn. */
function pagesOf(lanes: readonly Row[], room: number): Row[][] {
	const pages: Row[][] = [[]];
	let left = room;
	for (const lane of lanes) {
		if (lane.height > left && pages.at(-1)?.length) {
			pages.push([]);
			left = room;
		}
		pages.at(-1)?.push(lane);
		left -= lane.height;
	}
	return pages;
}

const heightOf = (rows: readonly Row[]) => rows.reduce((sum, { height }) => sum + height, 0);

/** A part of the map laid out in a width: what stands over and under its lanes, and the lanes. */
function laidOut(
	part: readonly ColumnGroup[],
	{ words, beneath }: Heading,
	width: number,
	untitled: boolean,
	isTight: boolean,
	most: number
) {
	const columns = columnsIn(part);
	const grid = Grid.across(width, columns.length, isTight);
	const about = untitled ? capital(stepsIn(part)) : `${beneath} · ${stepsIn(part)}`;
	return {
		part,
		title: (more = '') => titleRow(untitled ? '' : words, about + more, width),
		head: headRow(part, grid),
		lanes: laneRows(columns, grid, most),
		key: keyRow(hasAsIs(part), hasToBe(part))
	};
}
type LaidOut = ReturnType<typeof laidOut>;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lanesRoom = ({ title, head, key }: LaidOut, height: number) => height - heightOf([title(), head, key]);

/**
 * The map on landscape sheets at a size that can be read: the fewest sheets of which each holds some steps whole, with the
 * columns spread evenly over them and as wide as the sheet allows, in type as large as then fits. Where even three steps are
 * too high for a sheet, the rest of their lanes go on to the next. Together the sheets hold each step once.
 */
export function sheetsOf(groups: readonly ColumnGroup[], heading: Heading, room: Room): Drawing[] {
	const { words, beneath } = heading;
	if (!groups.length) return [stacked([titleRow(words, `${beneath} · ${stepsIn([])}`, room.width)], room.width, words, stepsIn([]), 0)];
	const most = mostDemand(columnsIn(groups));
	const at = (scale: number, isTight: boolean, parts: ColumnGroup[][]) =>
		parts.map((part) => laidOut(part, heading, room.width / scale, room.untitled ?? false, isTight, most));
	const acrossAt = (scale: number) => Math.max(1, Math.floor((room.width / scale - laneWidth - 10) / narrowest));
	const heightAt = (sheet: number) => (sheet === 0 ? (room.firstHeight ?? room.height) : room.height);
	let count = 0;
	for (let across = acrossAt(smallest); across >= 3; across--) {
		const parts = evenParts(groups, across);
		if (parts.length === count) continue;
		count = parts.length;
		const widest = Math.max(...parts.map((part) => columnsIn(part).length));
		for (const { scale, isTight } of sizes.filter((size) => acrossAt(size.scale) >= widest)) {
			const sheets = at(scale, isTight, parts);
			const fits = sheets.every((sheet, i) => heightOf(sheet.lanes) <= lanesRoom(sheet, heightAt(i) / scale));
			if (fits) return sheets.map((sheet) => drawn(sheet, sheet.lanes, words, room.width / scale));
		}
	}
	const height = (room.firstHeight ?? room.height) / smallest;
	return at(smallest, true, evenParts(groups, Math.min(acrossAt(smallest), 6))).flatMap((sheet) =>
		pagesOf(sheet.lanes, lanesRoom(sheet, height)).map((lanes, i) =>
			drawn(sheet, lanes, words, room.width / smallest, i ? ', continued' : '')
		)
	);
}

const drawn = ({ part, title, head, key }: LaidOut, lanes: readonly Row[], words: string, width: number, more = ''): Drawing =>
	stacked([title(more), head, ...lanes, key], width, `${words} ${stepsIn(part)}`, heard(columnsIn(part)), 0);
