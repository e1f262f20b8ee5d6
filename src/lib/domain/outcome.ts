/** What a capability gives back when it did not do what was asked: a code for tests and logs, a sentence a person can act on. */
export type Refused = {
	ok: false;
	/** 'stale' means somebody saved since; `conflict` then holds both texts. */
	code: string;
	text: string;
	/** The field of the form the sentence belongs to. */
	field?: string;
	conflict?: Conflict;
};

export type Done<T extends object = object> = { ok: true } & T;
export type Outcome<T extends object = object> = Done<T> | Refused;

export const done = <T extends object>(result: T = {} as T): Done<T> => ({ ok: true, ...result });
export const refused = (code: string, text: string, field?: string): Refused => ({ ok: false, code, text, field });

/** Somebody saved theirs while this person was typing: both texts, to choose from. */
export type Conflict = {
	/** Who saved what stands now. */
	by: string;
	/** When, in words. */
	at: string;
	/** The version that stands now: saving over it names this one. */
	version: number;
	/** Each field that differs. */
	fields: { name: string; label: string; theirs: string; mine: string }[];
};

/**
 * Both texts of a stale save, field by field where they differ.
 * @param stands the row as it is now
 * @param mine what this person wanted to save
 * @param labels the fields to compare, as the person knows them
 */
export function conflictOf<T extends object>(
	stands: T & { version: number },
	mine: Partial<Record<keyof T, unknown>>,
	labels: Partial<Record<keyof T & string, string>>,
	saved: { by: string; at: string }
): Conflict {
	const words = (value: unknown) => (value === null || value === undefined ? '' : String(value));
	const fields = (Object.entries(labels) as [keyof T & string, string][])
		.filter(([name]) => words(stands[name]) !== words(mine[name]))
		.map(([name, label]) => ({ name, label, theirs: words(stands[name]), mine: words(mine[name]) }));
	return { ...saved, version: stands.version, fields };
}

/** Somebody saved this since this person looked; both texts are shown and nothing typed is lost. DOMAIN section 8. */
export const stale = (conflict: Conflict): Refused => ({
	ok: false,
	code: 'stale',
	text: `${conflict.by} saved this at ${conflict.at}, while you were working. Compare both and choose what to keep.`,
	conflict
});
