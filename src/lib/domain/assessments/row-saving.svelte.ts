import { deserialize } from '$app/forms';
import type { SaveConflict } from '#lib/ui/form-state.ts';
import { goAfresh } from '#lib/ui/go-afresh.ts';
import { newSubmissionId } from '#lib/ui/submission-id.ts';

const QUIET_MS = 800;

export type RowState = { state: 'none' | 'typing' | 'saving' | 'saved' | 'failed'; at?: string; reason?: string; conflict?: SaveConflict };
type Answered = { version?: number; saved?: string; answered?: number; total?: number };

const asText = (fields: string[][]) => new URLSearchParams(fields);

/**
 * Saves each row of the dense table by itself while it is filled in: at once when a choice is made or a comment left, 800 ms
 * after the last key of a comment. One sending a row at a time, in the order they were asked for; what is typed meanwhile goes in
 * the next, and until then the row is not said to be saved. A row that clashed stays as it was typed until the person has chosen.
 */
export class RowSaving {
	rows: Record<string, RowState> = $state({});
	versions: Record<string, number> = $state({});
	answered: number | undefined = $state();

	#form: () => HTMLFormElement | undefined;
	#timers: Record<string, ReturnType<typeof setTimeout>> = {};
	#sendings: Record<string, Promise<void>> = {};
	/** Rows with something on the page that has not been sent, or was refused. */
	#unsent: Record<string, true> = {};

	constructor(form: () => HTMLFormElement | undefined) {
		this.#form = form;
	}

	/** A field of a row was changed; `soon` while somebody is still typing. */
	changed(criterion: string, soon: boolean): void {
		clearTimeout(this.#timers[criterion]);
		this.#unsent[criterion] = true;
		const { state, conflict } = this.rows[criterion] ?? {};
		if (conflict) return;
		if (state !== 'saving') this.rows[criterion] = { state: 'typing' };
		this.#timers[criterion] = setTimeout(() => void this.#save(criterion), soon ? QUIET_MS : 0);
	}

	/** Whether there are words on the page that may be nowhere else. */
	get unsaved(): boolean {
		return Object.keys(this.#unsent).length > 0 || Object.values(this.rows).some(({ state }) => state === 'saving');
	}

	/** Saves at once what waits; true if all is safe afterwards. */
	async flush(): Promise<boolean> {
		for (const criterion of Object.keys(this.#unsent)) {
			clearTimeout(this.#timers[criterion]);
			if (!this.rows[criterion]?.conflict) void this.#save(criterion);
		}
		await Promise.all(Object.values(this.#sendings));
		return !this.unsaved;
	}

	/** The form was saved by its button, or the person leaves what was typed: nothing waits any more. */
	done(): void {
		for (const timer of Object.values(this.#timers)) clearTimeout(timer);
		this.#unsent = {};
	}

	#save(criterion: string): Promise<void> {
		const before = this.#sendings[criterion] ?? Promise.resolve();
		return (this.#sendings[criterion] = before.then(() => this.#post(criterion)));
	}

	async #post(criterion: string): Promise<void> {
		const form = this.#form();
		if (!form || !this.#unsent[criterion]) return;
		delete this.#unsent[criterion];
		const version = this.versions[criterion];
		const own = new FormData(form);
		const parts = ['rating', 'comment', 'version', 'was'].map((part) => `${part}-${criterion}`);
		const fields = [...own].flatMap(([name, value]) =>
			typeof value === 'string' && (name === 'as' || parts.includes(name)) ? [[name, value]] : []
		);
		const known = version === undefined ? [] : [[`version-${criterion}`, String(version)]];
		const body = asText([...fields, ...known, ['autosave', '1'], ['submission', newSubmissionId()]]);
		this.rows[criterion] = { state: 'saving' };
		try {
			const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
			const response = await fetch(location.pathname, { method: 'POST', headers, body });
			this.#read(criterion, deserialize(await response.text()));
		} catch {
			this.#failed(criterion, 'no connection. It tries again when you change the row');
		}
	}

	#read(criterion: string, result: ReturnType<typeof deserialize>): void {
		if (result.type === 'success') {
			const data = (result.data ?? {}) as Answered;
			if (data.version !== undefined) this.versions[criterion] = data.version;
			this.answered = data.answered;
			// what was typed meanwhile is not saved yet
			this.rows[criterion] = this.#unsent[criterion] ? { state: 'typing' } : { state: 'saved', at: data.saved };
		} else if (result.type === 'failure') {
			const data = (result.data ?? {}) as { conflict?: SaveConflict; errors?: { text: string }[] };
			const { conflict } = data;
			if (conflict) this.#failed(criterion, `${conflict.by} saved another answer`, conflict);
			else this.#failed(criterion, data.errors?.[0]?.text ?? 'put this row right');
		} else if (result.type === 'redirect') {
			// the session is over: the server has kept the words and gives them back after signing in
			this.rows[criterion] = { state: 'none' };
			this.done();
			void goAfresh(result.location);
		} else this.#failed(criterion, 'the server could not save it. Change the row to try again');
	}

	#failed(criterion: string, reason: string, conflict?: SaveConflict): void {
		this.#unsent[criterion] = true;
		this.rows[criterion] = { state: 'failed', reason, ...(conflict ? { conflict } : {}) };
	}

	/** The person keeps their own: the row is saved over the version that stands. */
	keepMine(criterion: string): void {
		const conflict = this.rows[criterion]?.conflict;
		if (!conflict) return;
		this.versions[criterion] = conflict.version;
		this.rows[criterion] = { state: 'typing' };
		this.#unsent[criterion] = true;
		void this.#save(criterion);
	}
}
