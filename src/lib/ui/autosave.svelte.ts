import { deserialize } from '$app/forms';
import { goAfresh } from './go-afresh.ts';
import { newSubmissionId } from './submission-id.ts';
import type { FormError, SaveConflict } from './form-state.ts';

/** What an action answers to an autosave: the version that now stands and when it was saved, in words. */
export interface Saved {
	version?: number;
	saved?: string;
	[more: string]: unknown;
}

const QUIET_MS = 800;

/** The time now as this council reads a clock: "09:12". */
const clock = () => new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

/** The words of a form, to see whether anything has changed since it was last sent. */
function wordsOf(data: FormData): string {
	const words = [...data].filter(([name, value]) => typeof value === 'string' && !['submission', 'version', 'autosave'].includes(name));
	return JSON.stringify(words);
}

/** A form as plain text fields: files go only with the button. */
const asText = (data: FormData) =>
	new URLSearchParams([...data].filter((field): field is [string, string] => typeof field[1] === 'string'));

/**
 * Keeps a form saved while it is being filled in: 800 ms after the last key, and at once when a field is left. One sending at a
 * time; what is typed meanwhile goes in the next. A sending that got no answer keeps its submission id when it is sent again
 * unchanged, so it is counted once. At a conflict it saves nothing more until the person has chosen; what they type meanwhile
 * is only compared afresh, when they leave the field.
 */
export class Autosave {
	state: 'none' | 'typing' | 'saving' | 'saved' | 'failed' = $state('none');
	at: string | undefined = $state();
	reason: string | undefined = $state();
	conflict: SaveConflict | undefined = $state();
	version: number | undefined = $state();
	submission: string | undefined = $state();

	#form: HTMLFormElement | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#inFlight: Promise<void> | undefined;
	#safe = '';
	#tried = '';
	#onsaved: (data: Saved) => void;

	constructor(
		start: { version?: number | undefined; submission?: string | undefined; saved?: string | undefined },
		onsaved?: (data: Saved) => void
	) {
		this.version = start.version;
		this.submission = start.submission;
		this.at = start.saved;
		this.state = start.saved ? 'saved' : 'none';
		this.#onsaved = onsaved ?? (() => {});
	}

	/** Whether what is on the page is what was sent last. */
	get #isTried(): boolean {
		return this.#form !== undefined && wordsOf(new FormData(this.#form)) === this.#tried;
	}

	/** Begins to watch a form; what it gives back stops it. */
	watch(form: HTMLFormElement): () => void {
		this.#form = form;
		this.#safe = wordsOf(new FormData(form));
		const typed = () => this.#typed(QUIET_MS);
		const left = () => this.#typed(0);
		form.addEventListener('input', typed);
		form.addEventListener('change', left);
		return () => {
			clearTimeout(this.#timer);
			form.removeEventListener('input', typed);
			form.removeEventListener('change', left);
		};
	}

	/** Whether there are words on the page that are nowhere else. */
	get unsaved(): boolean {
		return this.#form !== undefined && wordsOf(new FormData(this.#form)) !== this.#safe;
	}

	/** Somebody else saved: nothing more is saved by itself until the person has chosen, which saves over what stands. */
	clash(conflict: SaveConflict): void {
		this.conflict = conflict;
		this.version = conflict.version;
	}

	/** Waits for a sending that is under way and starts no other: the person has pressed the button. */
	async stop(): Promise<void> {
		clearTimeout(this.#timer);
		await this.#inFlight;
	}

	/** The form was saved by its button: what it holds now is safe. */
	done(): void {
		clearTimeout(this.#timer);
		if (this.#form) this.#safe = wordsOf(new FormData(this.#form));
	}

	/** Saves now if there is anything to save; true if all is safe afterwards. */
	async flush(): Promise<boolean> {
		await this.stop();
		if (this.unsaved && !(this.conflict && this.#isTried)) await this.#send();
		return !this.unsaved;
	}

	#typed(wait: number): void {
		clearTimeout(this.#timer);
		if (this.conflict && wait) return;
		if (this.state !== 'saving' && !this.conflict) this.state = 'typing';
		this.#timer = setTimeout(() => this.flush(), wait);
	}

	#send(): Promise<void> {
		this.#inFlight = this.#post().finally(() => (this.#inFlight = undefined));
		return this.#inFlight;
	}

	async #post(): Promise<void> {
		const form = this.#form;
		if (!form) return;
		const data = new FormData(form);
		const words = wordsOf(data);
		if (this.#tried && words !== this.#tried) this.submission = newSubmissionId();
		this.#tried = words;
		data.set('autosave', '1');
		if (this.submission) data.set('submission', this.submission);
		// an older version than the one that stands compares and saves nothing
		const version = this.conflict ? this.conflict.version - 1 : this.version;
		if (version !== undefined) data.set('version', String(version));
		this.state = 'saving';
		try {
			// not form.action: a field of that name would stand in its place
			const address = form.getAttribute('action') ?? location.href;
			const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
			const response = await fetch(address, { method: 'POST', headers, body: asText(data) });
			this.#read(deserialize(await response.text()), words);
		} catch {
			this.#failed('there is no connection. Your words stay on this page; it will try again when you type');
		}
	}

	#read(result: ReturnType<typeof deserialize>, words: string): void {
		if (result.type === 'success') {
			const data = (result.data ?? {}) as Saved;
			this.#safe = words;
			this.#tried = '';
			this.submission = this.submission && newSubmissionId();
			if (typeof data.version === 'number') this.version = data.version;
			this.at = data.saved ?? clock();
			this.reason = undefined;
			// what was typed meanwhile is not saved yet
			this.state = this.unsaved ? 'typing' : 'saved';
			this.#onsaved(data);
		} else if (result.type === 'failure') {
			const data = (result.data ?? {}) as { errors?: FormError[]; conflict?: SaveConflict };
			if (data.conflict) {
				this.clash(data.conflict);
				this.#failed(`${data.conflict.by} saved a change at ${data.conflict.at}`);
			} else this.#failed(data.errors?.[0]?.text ?? 'something on this page needs putting right');
		} else if (result.type === 'error') this.#failed((result.error as { message?: string })?.message ?? 'the server could not save it');
		else {
			// the session is over: the server has kept the words and gives them back after signing in
			this.#safe = words;
			void goAfresh(result.location);
		}
	}

	#failed(reason: string): void {
		this.reason = reason.replace(/\.$/, '');
		this.state = 'failed';
	}
}
