import { paper } from '#lib/charts/chart-ink.ts';
import { inParts, type ColumnGroup } from './columns.ts';
import { rectangle, type Drawing } from './drawing.ts';
import { headRow, titleRow } from './head-rows.ts';
import { keyRow } from './key-row.ts';
import { mostDemand } from './lanes.ts';
import { heard, laneRows } from './laying-out.ts';
import { columnWidth, laneWidth, widthOf, type Row } from './rows.ts';

export const papers = ['A3', 'A4'] as const;
export type Paper = (typeof papers)[number];
export const isPaper = (text: string | null): text is Paper => papers.some((one) => one === text);

/** Landscape, in points; the margin keeps what printers cannot reach. */
export const paperSize: Record<Paper, { width: number; height: number }> = {
	A3: { width: 1190.55, height: 841.89 },
	A4: { width: 841.89, height: 595.28 }
};
export const margin = 34;
/** Kept free at the foot for the number of the page. */
export const footRoom = 16;

/** What a picture is called: the journey in the customer's words, and which maps are seen. */
export type Heading = { words: string; beneath: string };

const hasAsIs = (groups: readonly ColumnGroup[]) => groups.some(({ columns }) => columns.some(({ asIs }) => asIs));
const hasToBe = (groups: readonly ColumnGroup[]) => groups.some(({ columns }) => columns.some(({ toBe }) => toBe));
const columnsIn = (groups: readonly ColumnGroup[]) => groups.flatMap(({ columns }) => columns);

function stacked(rows: readonly Row[], width: number, title: string, description: string, border: number): Drawing {
	let y = border;
	const items = rows.flatMap((row) => {
		const drawn = row.draw(y);
		y += row.height;
		return drawn;
	});
	const height = y + border;
	return { left: border, width: width + border * 2, height, title, description, items };
}

/** The whole map as one picture, as wide as it must be. */
export function wholePicture(groups: readonly ColumnGroup[], { words, beneath }: Heading): Drawing {
	const columns = columnsIn(groups);
	const width = Math.max(widthOf(columns.length), 760);
	const rows = [
		titleRow(words, beneath, width),
		headRow(groups),
		...laneRows(columns, mostDemand(columns)),
		keyRow(hasAsIs(groups), hasToBe(groups))
	];
	const drawn = stacked(rows, width, words, heard(columns), 20);
	return { ...drawn, items: [rectangle(-drawn.left, 0, drawn.width, drawn.height, { fill: paper }), ...drawn.items] };
}

/** What is a little too high is made smaller to stand on one sheet, down to this share of its size: 9 point type is then 7.6. */
const smallest = 0.85;

/** As many lanes as fit under the head of a sheet, then the rest on the next. A lane is never torn. */
function pagesOf(lanes: readonly Row[], room: number, spare: number): Row[][] {
	if (lanes.reduce((sum, { height }) => sum + height, 0) <= room + spare) return [[...lanes]];
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

/**
 * The map on sheets of paper at a size that can be read: some steps on each sheet, and where their lanes are too many for its
 * height, the rest of them on the next. Together the sheets hold each step once.
 */
export function sheetsOf(groups: readonly ColumnGroup[], { words, beneath }: Heading, on: Paper): Drawing[] {
	const room = { width: paperSize[on].width - margin * 2, height: paperSize[on].height - margin * 2 - footRoom };
	const across = Math.max(1, Math.floor((room.width - laneWidth - 10) / columnWidth));
	const most = mostDemand(columnsIn(groups));
	const key = keyRow(hasAsIs(groups), hasToBe(groups));
	if (!groups.length) return [stacked([titleRow(words, `${beneath} · ${stepsIn([])}`, room.width)], room.width, words, stepsIn([]), 0)];
	return inParts(groups, across).flatMap((part) => {
		const columns = columnsIn(part);
		const head = headRow(part);
		const about = `${beneath} · ${stepsIn(part)}`;
		const title = titleRow(words, about, room.width);
		const pages = pagesOf(
			laneRows(columns, most),
			room.height - title.height - head.height - key.height,
			room.height / smallest - room.height
		);
		return pages.map((lanes, i) =>
			stacked(
				[i === 0 ? title : titleRow(words, `${about}, continued`, room.width), head, ...lanes, key],
				room.width,
				`${words} ${stepsIn(part)}`,
				heard(columns),
				0
			)
		);
	});
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
