import type { Person } from '#lib/domain/access/person.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { done, type Conflict, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { answersOf } from './reading.server.ts';
import { answer } from './answering.server.ts';
import { markOf } from './answer-table.server.ts';
import { completenessOf } from '#lib/domain/results/completeness.ts';
import { confirm } from './confirming.server.ts';
import type { AssessmentSeen } from './finding.server.ts';
import type { TableRow } from './table-form.ts';

export type TableSaved = {
	saved: { criterion: string; version: number; savedAt: number }[];
	/** Rows somebody else had saved meanwhile: theirs stands, and both texts are given. */
	clashes: { criterion: string; conflict: Conflict }[];
	answered: number;
	total: number;
};

/**
 * Saves the rows of the dense table that the person changed; each has its own version. A clash on one row keeps the
 * others' saves. `confirming` also confirms what was carried over and is on the page. Refused as a whole once the
 * assessment is submitted, or where a row holds no answer that can be given.
 */
export function answerRows(
	db: Database,
	person: Person,
	assessment: AssessmentSeen,
	rows: TableRow[],
	{ confirming, asYouGo, today }: { confirming: boolean; asYouGo: boolean; today: string }
): Outcome<TableSaved> {
	return write(db, (tx) => {
		const saved: TableSaved['saved'] = [];
		const clashes: TableSaved['clashes'] = [];
		for (const { was, ...row } of rows.filter((one) => asYouGo || markOf(one.rating, one.comment) !== one.was)) {
			const outcome = answer(tx, person, assessment, { ...row, asYouGo: true }, today);
			if (outcome.ok) saved.push({ criterion: row.criterion, version: outcome.version, savedAt: outcome.savedAt });
			else if (outcome.conflict) clashes.push({ criterion: row.criterion, conflict: outcome.conflict });
			else return { ...outcome, field: `rating-${row.criterion}` };
		}
		if (confirming) {
			const clashed = new Set(clashes.map(({ criterion }) => criterion));
			const newer = new Map(saved.map(({ criterion, version }) => [criterion, version]));
			const seen = rows
				.filter(({ criterion }) => !clashed.has(criterion))
				.map(({ criterion, version }) => ({ criterion, version: newer.get(criterion) ?? version }));
			const confirmed = confirm(tx, person, assessment.id, seen, today);
			if (!confirmed.ok) return confirmed;
		}
		const framework = frameworkOf(tx, assessment.frameworkVersionId);
		return done({ saved, clashes, ...completenessOf(framework, answersOf(tx, assessment)) });
	});
}
