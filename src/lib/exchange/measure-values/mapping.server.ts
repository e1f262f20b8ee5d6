import { eq } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { bare, headsKey } from '../interactions/columns.ts';
import { guessedValues, valueParts, type PercentMeaning, type ValueMapping } from './columns.ts';
import { columnMappings } from '../tables.ts';

/** How the imports of values are told apart, and whose they are: each person sees their own. */
export const valuesKind = 'values of measures';
export const valuesInto = (person: { id: string }): string => `measures ${person.id}`;

// the mappings of other lists are remembered in the same place
export const mappingKey = (heads: readonly string[]) => `${valuesKind}\n${headsKey(heads)}`;

/** What the columns of a file mean: as they were chosen for files with the same heads, else as their names say. */
export function valueMapping(db: Database, heads: readonly string[]): ValueMapping {
	const kept = db
		.select()
		.from(columnMappings)
		.where(eq(columnMappings.heads, mappingKey(heads)))
		.get();
	if (!kept) return guessedValues(heads);
	return Object.fromEntries(
		valueParts.flatMap((part) => {
			const wanted = kept.columns[part];
			const head = wanted?.startsWith('=') ? wanted : heads.find((one) => wanted !== undefined && bare(one) === wanted);
			return head ? [[part, head]] : [];
		})
	);
}

/** What was said of the percentages of one file: it holds for that file alone. Null where nobody was asked. */
export function percentMeaning(db: Database, heads: readonly string[], fileKey: string): PercentMeaning | null {
	const said =
		db
			.select()
			.from(columnMappings)
			.where(eq(columnMappings.heads, mappingKey(heads)))
			.get()?.columns['percentages'] ?? '';
	const [key, meaning] = said.split(':');
	return key === fileKey && (meaning === 'shares' || meaning === 'per cent') ? meaning : null;
}

/** What tells the contents of a file apart from others with the same heads: its column of percentages. */
export const fileKeyOf = (cells: readonly string[]): string => bare(cells.join(' ')).slice(0, 2000);
