import * as v from 'valibot';
import { email, line } from '#lib/server/fields.ts';

const password = (what: string) =>
	v.pipe(
		v.optional(v.string(`Enter ${what}`), ''),
		v.nonEmpty(`Enter ${what}`),
		v.maxLength(200, 'Password must be 128 characters or fewer')
	);

export const signInForm = v.strictObject({ email, password: password('your password') });
export const choosePasswordForm = v.strictObject({ password: password('a password') });
export const changePasswordForm = v.strictObject({ current: password('your current password'), password: password('a new password') });
export const setUpForm = v.strictObject({
	code: line('the code from the terminal', 'Code', 40),
	council: line('the name of the council', 'Name of the council', 120),
	name: line('your name', 'Name', 120),
	email,
	password: password('a password')
});
