import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Person } from '#lib/domain/access/person.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { journeyToReview, type Journey } from './finding.server.ts';

/** The lists a review is made of, as they stand in addresses. */
type List = 'personas' | 'methods' | 'lessons';
type Event = RequestEvent<{ journey: string }>;
type Reviewed = { db: Database; person: Person; journey: Journey };

/** The journey of the address with who works on its review; 404 where it is out of sight, 403 where it can only be read. */
export function reviewToChange(event: Pick<Event, 'locals' | 'url' | 'params'>): Reviewed {
	const person = signedIn(event);
	const { db } = event.locals;
	return { db, person, journey: journeyToReview(db, person, event.params.journey) };
}

/** Reads a form about one piece of a review, does it once, and goes back to the list of such pieces, which says what was done. */
export async function toList<S extends v.GenericSchema<unknown, unknown>>(
	event: Event,
	schema: S,
	{ journey, list, did }: { journey: Pick<Journey, 'id'>; list: List; did: 'added' | 'changed' | 'removed' | 'moved' },
	work: (data: v.InferOutput<S>) => Outcome<object>
) {
	const form = await parseForm(event, schema);
	if (!form.ok) return fail(400, form);
	const outcome = once(event, form, () => work(form.data));
	if (!outcome.ok) return refusal(form, outcome);
	redirect(303, `/journeys/${journey.id}/${list}?done=${did}`);
}
