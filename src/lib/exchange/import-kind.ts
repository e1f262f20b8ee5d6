import * as v from 'valibot';
import type { Person } from '#lib/domain/access/person.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Database, Transaction } from '#lib/server/database.ts';
import type { Problem } from './sheet.ts';
import type { Change, FileRow } from './tables.ts';

export type ImportColumn = {
	key: string;
	/** The head of the column in the template. Capitals, spaces and signs do not matter when it is read. */
	label: string;
	/** What belongs in it, for the template's notes. */
	about: string;
	example: string;
	/** The column must be in the file; its cells may still be empty. */
	required?: boolean;
	/** Other heads it is known by. */
	also?: readonly string[];
	/** False for what only helps the reader of a downloaded file: it is not read back, whatever stands in it. */
	read?: false;
};

/** One thing that applying does, and the line that says so beforehand. `run` is left out where nothing changes. */
export type Step = Change & { run?: (tx: Transaction, person: Person) => Outcome };

/** What a file means: everything that is wrong with it, and what would be done, in this order. */
export type Plan = { problems: Problem[]; steps: Step[] };

/** What a plan is made against: what the file goes into ('' for the council) and today's date. */
export type Against = { into: string; today: string };

type Described = {
	kind: string;
	/** 'Council structure' */
	name: string;
	/** What the file does, in a sentence. */
	about: string;
	columns: readonly ImportColumn[];
	/** Further rows of the template, by column key; the first comes from the columns' examples. */
	examples?: readonly Record<string, string>[];
	notes: readonly string[];
	/** Its files come under whatever heads: rows are kept by the file's own, and the plan asks which is what. */
	loose?: true;
	/** How its files are read where they are no spreadsheets: rows of cells by column key, with what is wrong and worth knowing. */
	read?: (bytes: Uint8Array) => Outcome<{ rows: FileRow[]; problems: Problem[]; notes: string[] }>;
};

/**
 * A kind of file that can be brought in. Checking and applying both work from `plan`, so that what is applied is what
 * was shown. It reads only, in a few queries however many rows there are.
 */
export type ImportKind = Described & { plan: (db: Database, rows: FileRow[], against: Against) => Plan };

/** A row that its schema has read. */
export type Typed<T> = { row: number; is: T };

/**
 * Makes a kind from the schema of one row (its keys are column keys) and what all rows together mean. A row that its
 * schema refuses is left out of the plan, with a problem for each cell that is wrong.
 */
export function importKind<T>(
	described: Described & {
		schema: v.GenericSchema<unknown, T>;
		plan: (db: Database, rows: Typed<T>[], against: Against) => Plan;
	}
): ImportKind {
	const { schema, plan, ...rest } = described;
	const labels = new Map(rest.columns.map(({ key, label }) => [key, label]));
	return {
		...rest,
		plan(db, rows, against) {
			const problems: Problem[] = [];
			const typed: Typed<T>[] = [];
			for (const { row, cells } of rows) {
				const read = v.safeParse(schema, cells, { abortPipeEarly: true });
				if (read.success) typed.push({ row, is: read.output });
				else
					for (const { path, message } of read.issues)
						problems.push({ row, column: labels.get(String(path?.[0]?.key ?? '')) ?? '', text: message });
			}
			const { problems: further, steps } = plan(db, typed, against);
			return { problems: [...problems, ...further].sort((a, b) => a.row - b.row), steps };
		}
	};
}
