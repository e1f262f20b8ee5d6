import { deserialize } from '$app/forms';
import type { SaveConflict } from '#lib/ui/form-state.ts';
import { goAfresh } from '#lib/ui/go-afresh.ts';
import { newSubmissionId } from '#lib/ui/submission-id.ts';

const QUIET_MS = 800;

export type RowState = { state: 'none' | 'saving' | 'saved' | 'failed'; at?: string; reason?: string; conflict?: SaveConflict };
type Answered = { version?: number; saved?: string; answered?: number; total?: number };

const asText = (fields: string[][]) => new URLSearchParams(fields);

/**
 * Saves each row of the dense table by itself while it is filled in: at once when a choice is made or a comment left, 800 ms
 * after the last key of a comment. One sending a row at a time; what is typed meanwhile goes in the next. A row that clashed stays
 * as it was typed until the person has chosen.
 */
export class RowSaving {
	rows: Record<string, RowState> = $state({});
	versions: Record<string, number> = $state({});
	answered: number | undefined = $state();

	#form: () => HTMLFormElement | undefined;
	#timers: Record<string, ReturnType<typeof setTimeout>> = {};
	#inFlight: Record<string, Promise<void>> = {};

	constructor(form: () => HTMLFormElement | undefined) {
		this.#form = form;
	}

	/** A field of a row was changed; `soon` while somebody is still typing. */
	changed(criterion: string, soon: boolean): void {
		clearTimeout(this.#timers[criterion]);
		if (this.rows[criterion]?.conflict) return;
		this.#timers[criterion] = setTimeout(() => void this.#save(criterion), soon ? QUIET_MS : 0);
	}

	async #save(criterion: string): Promise<void> {
		delete this.#timers[criterion];
		await this.#inFlight[criterion];
		this.#inFlight[criterion] = this.#post(criterion);
	}

	async #post(criterion: string): Promise<void> {
		const form = this.#form();
		if (!form) return;
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
			this.rows[criterion] = { state: 'failed', reason: 'no connection. It tries again when you change the row' };
		}
	}

	#read(criterion: string, result: ReturnType<typeof deserialize>): void {
		if (result.type === 'success') {
			const data = (result.data ?? {}) as Answered;
			if (data.version !== undefined) this.versions[criterion] = data.version;
			this.answered = data.answered;
			// what was typed meanwhile is not saved yet
			this.rows[criterion] = criterion in this.#timers ? { state: 'none' } : { state: 'saved', at: data.saved };
		} else if (result.type === 'failure') {
			const data = (result.data ?? {}) as { conflict?: SaveConflict; errors?: { text: string }[] };
			this.rows[criterion] = data.conflict
				? { state: 'failed', reason: `${data.conflict.by} saved another answer`, conflict: data.conflict }
				: { state: 'failed', reason: data.errors?.[0]?.text ?? 'put this row right' };
		} else if (result.type === 'redirect') void goAfresh(result.location);
		else this.rows[criterion] = { state: 'failed', reason: 'the server could not save it. Change the row to try again' };
	}

	/** The person keeps their own: the row is saved over the version that stands. */
	keepMine(criterion: string): void {
		const conflict = this.rows[criterion]?.conflict;
		if (!conflict) return;
		this.versions[criterion] = conflict.version;
		this.rows[criterion] = { state: 'none' };
		void this.#save(criterion);
	}
}
