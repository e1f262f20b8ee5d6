import { createHash } from 'node:crypto';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import type { Against, ImportKind, Plan } from './import-kind.ts';
import { importKindOf } from './import-kinds.server.ts';
import { matchColumns } from './matching-columns.ts';
import { readSpreadsheet } from './reading.ts';
import type { Problem } from './sheet.ts';
import type { Change, Counts, FileRow } from './tables.ts';

/** So many problems and changes are kept and shown; the counts are always whole. */
export const mostKept = 10_000;

/** Applying is one transaction, and nobody else can save meanwhile: this many changes take a few seconds. */
export const mostChanges = 10_000;

/** What a check found, written as JSON where it is long, so that it passes between threads and into the database as it is. */
export type Checked = { counts: Counts; notes: string[]; problems: string; changes: string; planSha256: string; rows: string };

export type FileToCheck = Against & { kind: string; name: string; bytes: Uint8Array };

/**
 * Reads a file and works out everything that is wrong with it and what it would change. Reads only: meant for a thread of
 * its own. Refused where the file cannot be read at all.
 */
export async function checkFile(
	db: Database,
	{ kind: named, name, bytes, ...against }: FileToCheck,
	progress: (done: number, of: number) => void = () => {}
): Promise<Outcome<{ checked: Checked }>> {
	const kind = importKindOf(named);
	if (kind.read) {
		const own = kind.read(bytes);
		if (!own.ok) return own;
		const found = findingsOf(kind, db, own.rows, against, own.problems);
		return done({ checked: { ...found, notes: own.notes, rows: JSON.stringify(own.rows) } });
	}
	const read = await readSpreadsheet(name, bytes, progress);
	if (!read.ok) return read;
	const matched = kind.loose ? { rows: read.sheet.rows, problems: read.sheet.problems } : matchColumns(read.sheet, kind.columns);
	const found = findingsOf(kind, db, matched.rows, against, matched.problems);
	return done({ checked: { ...found, notes: read.sheet.notes, rows: JSON.stringify(matched.rows) } });
}

/** What rows mean now: the plan with its counts and its fingerprint, by which a later plan is known to be the same. */
export function findingsOf(kind: ImportKind, db: Database, rows: FileRow[], against: Against, earlier: Problem[] = []) {
	const plan = kind.plan(db, rows, against);
	if (rows.length === 0 && earlier.length === 0) plan.problems.push({ row: 0, column: '', text: 'The file has a head but no rows' });
	const lines: Change[] = plan.steps.map(({ row, what, text }) => ({ row, what, text }));
	const many = lines.filter(({ what }) => what !== 'same').length;
	if (many > mostChanges) plan.problems.push({ row: 0, column: '', text: tooManyChanges(many) });
	const problems = [...earlier, ...plan.problems].sort((a, b) => a.row - b.row);
	const counts: Counts = {
		rows: rows.length,
		problems: problems.length,
		added: lines.filter(({ what }) => what === 'add').length,
		changed: lines.filter(({ what }) => what === 'change').length,
		same: lines.filter(({ what }) => what === 'same').length
	};
	return {
		counts,
		problems: JSON.stringify(problems.slice(0, mostKept)),
		changes: JSON.stringify(lines.filter(({ what }) => what !== 'same').slice(0, mostKept)),
		planSha256: fingerprint(plan)
	};
}

const tooManyChanges = (many: number) =>
	`The file would make ${many.toLocaleString('en-GB')} changes. At most ${mostChanges.toLocaleString('en-GB')} can be applied at once. ` +
	'Split it into smaller files';

/** The SHA-256 of every line of a plan. */
export const fingerprint = ({ steps, problems }: Plan): string =>
	createHash('sha256')
		.update(JSON.stringify([steps.map(({ row, what, text }) => [row, what, text]), problems]))
		.digest('hex');
