import { isHttpError } from '@sveltejs/kit';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { reportKindOf } from '../report-kinds.server.ts';
import type { ReportSubject } from '../report-kind.ts';

/** What a report is of, with its kind in words, for a person who may read all of it and where such reports are kept; 404 otherwise. */
export function subjectOf(db: Database, person: Person, kind: string, id: string): ReportSubject & { label: string } {
	const known = reportKindOf(kind);
	if (!known?.keeping) notFound();
	return { ...known.keeping.subject(db, person, id), label: known.label };
}

/** What a report's page needs to offer that it is kept; null where this person cannot have it kept. */
export function keepable(db: Database, person: Person, kind: string, id: string): { kind: string; of: string } | null {
	try {
		subjectOf(db, person, kind, id);
		return { kind, of: id };
	} catch (problem) {
		if (isHttpError(problem, 404)) return null;
		throw problem;
	}
}
