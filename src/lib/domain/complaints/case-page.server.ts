import type { Person } from '#lib/domain/access/person.ts';
import { eq } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { mustBeAble } from '#lib/server/guard.ts';
import { nextDue } from './clocks.ts';
import { caseSeen, type CaseSeen } from './finding.server.ts';
import { findingOf } from './learning.server.ts';
import { stepRefusals, type Step } from './step-refusals.ts';
import { tellUsCases } from './tables.ts';

/** A case the person may handle: 404 where they do not see it, 403 where they only read it. */
export function caseToHandle(db: Database, person: Person, number: string): CaseSeen {
	const found = caseSeen(db, person, number);
	mustBeAble(person, 'handle complaints', found.thing);
	return found;
}

/** What the page of a single step shows of a case, and why the step cannot be taken, where it cannot. */
export const caseShown = (seen: CaseSeen, step: Step | null, today: string) => {
	const { number, kind, service, version, stages } = seen;
	const stage = stages.at(-1) ?? null;
	return {
		number,
		kind,
		service,
		version,
		stage: stage?.stage ?? null,
		refusal: (step && stepRefusals[step](seen, stage, today)?.text) ?? null
	};
};

/** What can be done next with a case, and the links beside it: the same rules that refuse the steps. */
export function stepsOf(db: Database, seen: CaseSeen, today: string) {
	const stage = seen.stages.at(-1) ?? null;
	const can = (step: Step) => stepRefusals[step](seen, stage, today) === null;
	return {
		due: stage && seen.state === 'open' ? nextDue(stage) : null,
		acknowledge: can('acknowledgement'),
		answer: can('answer'),
		extend: can('extension'),
		escalate: can('escalation'),
		reopen: can('reopening'),
		withdraw: can('withdrawal'),
		link: can('original'),
		finding: findingOf(db, seen.id)
	};
}

/** The numbers of the case this one repeats, and of those that repeat it. */
export function twins(db: Database, { id, duplicateOfId }: CaseSeen): { original: number | null; duplicates: number[] } {
	const numbers = (of: 'id' | 'duplicateOfId', value: string) =>
		db
			.select({ number: tellUsCases.number })
			.from(tellUsCases)
			.where(eq(tellUsCases[of], value))
			.all()
			.map(({ number }) => number);
	return { original: duplicateOfId ? (numbers('id', duplicateOfId)[0] ?? null) : null, duplicates: numbers('duplicateOfId', id) };
}
