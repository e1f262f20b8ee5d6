import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now as clock } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { findingsOf, fingerprint } from './checking.server.ts';
import type { Plan } from './import-kind.ts';
import { importKindOf } from './import-kinds.server.ts';
import { keepFindings } from './keeping-checks.server.ts';
import { imports, type Change, type Counts } from './tables.ts';

/** A step that was refused, carried out of the transaction so that nothing of it stays. */
class StepRefused extends Error {
	constructor(readonly refusal: Refused) {
		super(refusal.text);
	}
}

type Applied = Outcome<{ counts: Counts }>;

/**
 * Does what the check showed, all of it or nothing, each change with its own audit line. Where the data has changed since
 * the check so that something else would be done, nothing is: the check is made anew and the difference said. Applied
 * twice it changes nothing more.
 */
export function applyImport(db: Database, person: Person, id: string, today: string): Applied {
	try {
		return write(db, (tx) => apply(tx, person, id, today));
	} catch (problem) {
		if (problem instanceof StepRefused) return problem.refusal;
		throw problem;
	}
}

function apply(tx: Transaction, person: Person, id: string, today: string): Applied {
	const found = tx.select().from(imports).where(eq(imports.id, id)).get();
	if (found?.state === 'applied' && found.counts) return done({ counts: found.counts });
	if (found?.state !== 'checked' || !found.counts || !found.rows)
		return refused('not-checked', 'This file was discarded or could not be read. Upload it again');
	if (found.counts.problems) return refused('has-problems', 'Put the problems right in the file and upload it again. Nothing was changed');
	const kind = importKindOf(found.kind);
	const against = { into: found.into, today };
	const plan = kind.plan(tx, found.rows, against);
	if (fingerprint(plan) !== found.planSha256) {
		keepFindings(tx, id, findingsOf(kind, tx, found.rows, against));
		return refused('changed-since', changedSince(found.changes ?? [], plan));
	}
	carryOut(tx, person, plan);
	tx.update(imports).set({ state: 'applied', appliedAt: clock(), rows: null }).where(eq(imports.id, id)).run();
	const { added, changed } = found.counts;
	record(tx, person, `applied an import: ${kind.name.toLowerCase()}`, { kind: 'import', id }, { added: to(added), changed: to(changed) });
	return done({ counts: found.counts });
}

const to = (count: number) => ({ from: null, to: count });

function carryOut(tx: Transaction, person: Person, { steps }: Plan) {
	for (const { row, run } of steps) {
		const outcome = run?.(tx, person);
		if (outcome && !outcome.ok) throw new StepRefused({ ...outcome, text: `Row ${row}: ${outcome.text}. Nothing was changed` });
	}
}

/** What is different now, in a sentence or two. */
function changedSince(before: readonly Change[], { steps, problems }: Plan): string {
	const lines = (changes: readonly Change[]) =>
		new Map(changes.filter(({ what }) => what !== 'same').map((it) => [`${it.row} ${it.text}`, it]));
	const then = lines(before);
	const now = lines(steps);
	const gone = [...then].filter(([key]) => !now.has(key)).map(([, { row, text }]) => `row ${row} no longer “${text}”`);
	const come = [...now].filter(([key]) => !then.has(key)).map(([, { row, text }]) => `row ${row} now “${text}”`);
	const wrong = problems.map(({ row, text }) => `row ${row}: ${text}`);
	const all = [...gone, ...come, ...wrong];
	const more = all.length > 3 ? `, and ${all.length - 3} more` : '';
	return `The data has changed since the file was checked: ${all.slice(0, 3).join('; ')}${more}. Nothing was changed. Look at the new check below, then apply it`;
}

/** Puts a checked file away without applying it. What was read of it is deleted. */
export function discardImport(db: Database, person: Person, id: string): Outcome {
	return write(db, (tx) => {
		const found = tx.select({ state: imports.state }).from(imports).where(eq(imports.id, id)).get();
		if (!found || found.state === 'applied') return refused('applied', 'This file was already applied');
		if (found.state === 'discarded') return done();
		tx.update(imports).set({ state: 'discarded', rows: null, problems: null, changes: null }).where(eq(imports.id, id)).run();
		record(tx, person, 'discarded an import', { kind: 'import', id });
		return done();
	});
}
