import * as v from 'valibot';
import { choice, email, line, optionalLine, tick, version } from '#lib/server/fields.ts';
import { roles } from './person.ts';

const details = { name: line('a name', 'Name', 100), email, jobTitle: optionalLine('Job title', 100) };
export const addPersonForm = v.strictObject(details);
export const editPersonForm = v.strictObject({ ...details, version });

/** `over` is 'council', or the id of a service or team; empty where the role follows the person. */
export const grantForm = v.strictObject({
	role: choice(roles, 'Choose a role'),
	over: v.optional(v.pipe(v.string(), v.trim()), ''),
	version
});
/** `confirmed`: the tick that is asked for where somebody takes away their own way in. */
export const confirmedForm = v.strictObject({ confirmed: tick, version });
export const versionForm = v.strictObject({ version });
