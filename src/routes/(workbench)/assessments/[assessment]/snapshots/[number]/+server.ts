import { assessmentName } from '#lib/domain/assessments/crumbs.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { snapshotNumbered } from '#lib/domain/snapshots/keeping-snapshots.server.ts';
import { canonicalText } from '#lib/domain/snapshots/snapshot.ts';
import { attachment } from '#lib/exchange/download.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

/** The canonical text, byte for byte what the SHA-256 was taken of. */
export const GET: RequestHandler = (event) => {
	const person = signedIn(event);
	const assessment = assessmentSeen(event.locals.db, person, event.params.assessment);
	const snapshot = snapshotNumbered(event.locals.db, assessment.id, Number(event.params.number)) ?? notFound();
	const name = `${assessmentName(assessment)} snapshot ${snapshot.number}.json`;
	return new Response(canonicalText(snapshot.content), { headers: attachment(name, 'application/json') });
};
