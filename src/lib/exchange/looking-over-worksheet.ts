import { mostColumns, mostRows } from './sheet.ts';

/** A cell as a spreadsheet program calls it, such as C12; the column counts from 1. */
export type CellAddress = { address: string; row: number; column: number };
export type Overlook = { formulas: CellAddress[]; fault: 'rows' | 'columns' | 'broken' | null };

const cellOrFormula = /<(?:[\w-]+:)?([cf])(?=[\s/>])([^>]*)>/g;
const addressIn = /(?:^|\s)r\s*=\s*(?:"([A-Z]{1,3})(\d{1,7})"|'([A-Z]{1,3})(\d{1,7})')/g;
const anyAddress = /(?:^|\s)r\s*=/g;

/**
 * Looks over the XML of a worksheet before it is parsed: which cells hold formulas, and whether one filled cell lies so
 * far out that a parser would fill millions of empty ones before it.
 */
export function lookOverWorksheet(xml: string): Overlook {
	const formulas: CellAddress[] = [];
	let cell: CellAddress | null = null;
	for (const [, tag, attributes = ''] of xml.matchAll(cellOrFormula)) {
		if (tag === 'f') {
			if (cell && formulas.at(-1)?.address !== cell.address) formulas.push(cell);
			continue;
		}
		cell = addressOf(attributes);
		// hidden in an entity, written twice or left out: no spreadsheet program writes that
		if (!cell) return { formulas, fault: 'broken' };
		// a cell that is only coloured in holds nothing
		if (attributes.endsWith('/')) continue;
		if (cell.column > mostColumns) return { formulas, fault: 'columns' };
		if (cell.row > mostRows + 1) return { formulas, fault: 'rows' };
	}
	return { formulas, fault: null };
}

function addressOf(attributes: string): CellAddress | null {
	const found = [...attributes.matchAll(addressIn)];
	const [, letters = found[0]?.[3], figures = found[0]?.[4]] = found[0] ?? [];
	if (found.length !== 1 || (attributes.match(anyAddress) ?? []).length !== 1 || !letters || !figures) return null;
	return { address: `${letters}${figures}`, row: Number(figures), column: columnNumber(letters) };
}

/** A is 1, Z is 26, AA is 27. */
const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The path of the first sheet of a workbook, as its own parts name it; null when they do not. */
export function firstSheetPath(workbook: string, relations: string): string | null {
	const id = /<(?:\w+:)?sheet\s[^>]*?\bid\s*=\s*"([^"]+)"/.exec(workbook)?.[1];
	if (!id) return null;
	for (const [relation] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
		if (/\sId\s*=\s*"([^"]*)"/.exec(relation)?.[1] !== id) continue;
		const target = /\sTarget\s*=\s*"([^"]*)"/.exec(relation)?.[1];
		return target ? (target.startsWith('/') ? target.slice(1) : `xl/${target}`) : null;
	}
	return null;
}
