import * as v from 'valibot';

/* The fields of files that people write. `what` names the field in messages, and is its `v.title`. */

// control characters would break a spreadsheet or a PDF long after the file was accepted
const printable = (text: string) => !/[^\P{Cc}\n\t]/u.test(text);

export const words = (most: number, what: string) =>
	v.pipe(
		v.string(`${what} must be text`),
		v.trim(),
		v.nonEmpty(`${what} is missing`),
		v.maxLength(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`),
		v.check(printable, `${what} has characters that cannot be printed. Type it again`),
		v.title(what)
	);

export const slug = (what: string) =>
	v.pipe(
		v.string(`${what} must be text`),
		v.regex(/^[a-z][a-z0-9-]{0,59}$/, `${what} must be small letters, figures and hyphens, starting with a letter`),
		v.title(what)
	);

export const whole = (what: string, least: number, most: number) =>
	v.pipe(
		v.number(`${what} must be a number`),
		v.integer(`${what} must be a whole number`),
		v.minValue(least, `${what} must be ${least} or more`),
		v.maxValue(most, `${what} must be ${most} or less`),
		v.title(what)
	);

export const part = (what: string) =>
	v.pipe(
		v.number(`${what} must be a number`),
		v.minValue(0, `${what} must be 0 or more`),
		v.maxValue(1, `${what} must be 1 or less`),
		v.title(what)
	);

export const list = <const T extends v.GenericSchema>(item: T, what: string) =>
	v.pipe(v.array(item, `${what} must be a list`), v.minLength(1, `${what} is empty`), v.title(what));

/** A number between two others, with at most `places` decimals, so that sums of it are exact. */
export const amount = (what: string, least: number, most: number, places: number) =>
	v.pipe(
		v.number(`${what} must be a number`),
		v.minValue(least, `${what} must be ${least} or more`),
		v.maxValue(most, `${what} must be ${most.toLocaleString('en-GB')} or less`),
		v.check((number) => Number(number.toFixed(places)) === number, `${what} must have ${places} decimals or fewer`),
		v.title(what)
	);
