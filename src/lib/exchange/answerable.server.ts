import type { RequestEvent } from '@sveltejs/kit';
import { assessmentSeen, type AssessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';

/** The person signed in with the assessment of the address, which they see whole (else 404) and may answer (else 403). */
export function answererSeen(event: Pick<RequestEvent, 'locals' | 'url'> & { params: { assessment: string } }): {
	person: Person;
	assessment: AssessmentSeen;
} {
	const person = signedIn(event);
	const assessment = assessmentSeen(event.locals.db, person, event.params.assessment);
	mustBeAble(person, 'answer', assessment.thing);
	return { person, assessment };
}
