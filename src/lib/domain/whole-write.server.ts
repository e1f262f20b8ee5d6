import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { Outcome, Refused } from './outcome.ts';

/** A refusal on its way out of a transaction, so that nothing of it stays. */
class TakenBack extends Error {
	constructor(readonly refusal: Refused) {
		super(refusal.text);
	}
}

/** A write of several steps that is done whole or not at all: where it ends in a refusal, what was written before that is taken back. */
export function writeWhole<T extends object>(db: Database, work: (tx: Transaction) => Outcome<T>): Outcome<T> {
	try {
		return write(db, (tx) => {
			const outcome = work(tx);
			if (!outcome.ok) throw new TakenBack(outcome);
			return outcome;
		});
	} catch (problem) {
		if (problem instanceof TakenBack) return problem.refusal;
		throw problem;
	}
}
