import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { findingsOf } from '../checking.server.ts';
import { importKindOf } from '../import-kinds.server.ts';
import { bare } from '../interactions/columns.ts';
import { keepFindings } from '../keeping-checks.server.ts';
import { columnMappings, imports } from '../tables.ts';
import { lackingValues, mustAsk, valueParts, type PercentMeaning, type ValueMapping } from './columns.ts';
import { fileKeyOf, mappingKey, percentMeaning, valueMapping, valuesKind } from './mapping.server.ts';

const rowsOf = (db: Database, id: string) =>
	db.select({ rows: imports.rows, into: imports.into }).from(imports).where(eq(imports.id, id)).get();

/** The columns of a file that are to be chosen, or may be chosen otherwise; null where it holds nothing to choose. */
export function valueColumns(db: Database, importId: string) {
	const rows = rowsOf(db, importId)?.rows ?? [];
	const heads = Object.keys(rows[0]?.cells ?? {}).filter(Boolean);
	if (!heads.length) return null;
	const mapping = valueMapping(db, heads);
	const cells = mapping.percentage ? rows.map((row) => row.cells[mapping.percentage ?? ''] ?? '') : [];
	return {
		heads,
		mapping,
		lacking: lackingValues(mapping, heads).map(({ text }) => text),
		question: mustAsk(cells),
		meaning: percentMeaning(db, heads, fileKeyOf(cells)),
		rows: rows.slice(0, 3).map((row) => heads.map((head) => row.cells[head] ?? ''))
	};
}

/**
 * Remembers what the columns of a file mean, for it and for all files with the same heads, and checks the file anew.
 * What numbers up to 1 mean among percentages is remembered for this file alone, and has to be said once it was asked.
 */
export function rememberValueColumns(
	db: Database,
	person: Person,
	importId: string,
	{ percentages, ...mapping }: ValueMapping & { percentages?: PercentMeaning | '' },
	today: string
): Outcome {
	const found = rowsOf(db, importId);
	const rows = found?.rows ?? [];
	const heads = Object.keys(rows[0]?.cells ?? {});
	if (!found || !heads.length) return refused('empty', 'This file was applied or discarded. Upload it again');
	const wanted = Object.fromEntries(valueParts.flatMap((part) => (mapping[part] ? [[part, mapping[part]]] : []))) as ValueMapping;
	const [problem] = lackingValues(wanted, heads);
	if (problem) return refused('lacking', problem.text, problem.part);
	const cells = wanted.percentage ? rows.map((row) => row.cells[wanted.percentage ?? ''] ?? '') : [];
	const question = mustAsk(cells);
	if (question && !percentages && valueMapping(db, heads).percentage === wanted.percentage)
		return refused('no-meaning', `Choose what ${question.low} means`, 'percentages');
	return write(db, (tx) => {
		const columns = {
			...Object.fromEntries(Object.entries(wanted).map(([part, head]) => [part, head.startsWith('=') ? head : bare(head)])),
			...(percentages && { percentages: `${fileKeyOf(cells)}:${percentages}` })
		};
		const values = { heads: mappingKey(heads), columns, savedAt: now(), savedBy: person.id };
		tx.insert(columnMappings).values(values).onConflictDoUpdate({ target: columnMappings.heads, set: values }).run();
		record(tx, person, 'chose what the columns of a list mean', { kind: 'import', id: importId });
		keepFindings(tx, importId, findingsOf(importKindOf(valuesKind), tx, rows, { into: found.into, today }));
		return done();
	});
}
