import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { can, type Action, type Thing } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';

/** The person signed in; anyone else is sent to sign in and comes back here. First statement of every load and action. */
export function signedIn({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): Person {
	if (!locals.person) redirect(303, `/sign-in?then=${encodeURIComponent(url.pathname + url.search)}`);
	return locals.person;
}

/** The person signed in, who may do `action` somewhere; to anyone else the page does not exist. */
export function allowed(event: Pick<RequestEvent, 'locals' | 'url'>, action: Action, thing: Thing = {}): Person {
	const person = signedIn(event);
	if (!can(person, action, thing)) notFound();
	return person;
}

/** What is outside a person's sight does not exist for them. */
export function notFound(): never {
	error(404, 'Page not found');
}

/** For what a person can see but may not do. */
export function mustBeAble(person: Person, action: Action, thing: Thing): void {
	if (!can(person, action, thing)) forbidden();
}

export function forbidden(): never {
	error(403, 'You cannot do this');
}
