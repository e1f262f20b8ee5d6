/** What a capability gives back when it did not do what was asked: a code for tests and logs, a sentence a person can act on. */
export type Refused = {
	ok: false;
	/** 'stale' means somebody saved since; `theirs` is what stands now. */
	code: string;
	text: string;
	/** The field of the form the sentence belongs to. */
	field?: string;
	theirs?: Record<string, unknown>;
};

export type Done<T extends object = object> = { ok: true } & T;
export type Outcome<T extends object = object> = Done<T> | Refused;

export const done = <T extends object>(result: T = {} as T): Done<T> => ({ ok: true, ...result });
export const refused = (code: string, text: string, field?: string): Refused => ({ ok: false, code, text, field });

/** Somebody saved since this person looked; both texts are shown and nothing typed is lost. DOMAIN section 8. */
export const stale = (theirs: Record<string, unknown>): Refused => ({
	ok: false,
	code: 'stale',
	text: 'Somebody else saved this while you were working. Compare both and choose what to keep.',
	theirs
});
