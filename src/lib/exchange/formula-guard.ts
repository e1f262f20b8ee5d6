/*
 * A spreadsheet program runs a CSV cell that begins with one of these as a formula (OWASP, CSV Injection). The full-width
 * forms count as well: some programs turn them into the plain ones.
 */
const runs = /^'*[=+\-@\t\r\n＝＋－＠]/;
const wasGuarded = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Text for a CSV cell, with an apostrophe before what would run as a formula. */
export const guarded = (text: string): string => (runs.test(text) ? `'${text}` : text);

/** The text that `guarded` was given: a file that goes out and comes back says the same. */
export const unguarded = (text: string): string => (wasGuarded.test(text) ? text.slice(1) : text);
