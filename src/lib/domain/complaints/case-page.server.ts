import type { Person } from '#lib/domain/access/person.ts';
import { eq } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { mustBeAble } from '#lib/server/guard.ts';
import { nextDue } from './clocks.ts';
import { refusedEscalation } from './escalating.server.ts';
import { caseSeen, stagesOf, type CaseSeen } from './finding.server.ts';
import { findingOf } from './learning.server.ts';
import { tellUsCases } from './tables.ts';

/** A case the person may handle: 404 where they do not see it, 403 where they only read it. */
export function caseToHandle(db: Database, person: Person, number: string): CaseSeen {
	const found = caseSeen(db, person, number);
	mustBeAble(person, 'handle complaints', found.thing);
	return found;
}

/** What the pages of single steps show of a case. */
export const caseShown = ({ number, kind, service, version, stages }: CaseSeen) => ({
	number,
	kind,
	service,
	version,
	stage: stages.at(-1)?.stage ?? null
});

/** What can be done next with a case, and the links beside it: the same rules that refuse the steps. */
export function stepsOf(db: Database, seen: CaseSeen, today: string) {
	const stage = stagesOf(db, seen.id).at(-1) ?? null;
	const due = stage && seen.state === 'open' ? nextDue(stage) : null;
	const isOpen = seen.state === 'open';
	return {
		due,
		acknowledge: isOpen && due?.what === 'acknowledge',
		answer: isOpen && stage !== null,
		extend: isOpen && due?.what === 'answer' && stage?.stage !== 'informal' && !stage?.dueFirst && today <= due.by,
		escalate: stage !== null && !refusedEscalation(seen, stage, today),
		reopen: seen.state === 'answered',
		withdraw: isOpen,
		link: (isOpen || seen.state === 'noted') && !seen.duplicateOfId,
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
