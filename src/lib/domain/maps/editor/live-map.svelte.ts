import { deserialize } from '$app/forms';
import { tick } from 'svelte';
import { goAfresh } from '#lib/ui/go-afresh.ts';
import { newSubmissionId } from '#lib/ui/submission-id.ts';
import type { MapStage } from '../map.ts';
import type { EvidenceBySteps } from '../step-evidence.ts';
import type { Since } from '../watching.server.ts';
import { evidenceFollowed, followed } from './following.ts';
import { holdFocus } from './holding-focus.ts';

/** What was changed since, with the evidence of the steps that were touched. */
type Heard = Since & { evidence: EvidenceBySteps };
type Start = { address: string; me: string; stages: MapStage[]; evidence: EvidenceBySteps; number: number };
/** What is spoken after a change; undefined for nothing. */
type Told = (map: LiveMap, since: Since) => string | undefined;

const asText = (fields: Record<string, string>) => new URLSearchParams(fields);
const unreachable = 'Not done: the server could not be reached. Try again in a moment';

/**
 * A map as a page shows it while several people work on it: it sends changes, and takes in what was changed, by this person or
 * others, in one way. Nothing is sent twice and the map is never sent whole again.
 */
export class LiveMap {
	stages: MapStage[] = $state.raw([]);
	evidence: EvidenceBySteps = $state.raw({});
	/** Spoken, and shown nowhere else. */
	said = $state('');
	/** Why the last change was not made. */
	trouble = $state('');
	/** What somebody else did last. */
	latest: { by: string; what: string; at: number } | undefined = $state();
	/** Steps and stages as others saved them, for a form that is open on one. */
	onchanged: ((since: Since) => void) | undefined;
	#start: Start;
	#number: number;
	#queue: Promise<unknown> = Promise.resolve();

	constructor(start: Start) {
		this.#start = start;
		this.stages = start.stages;
		this.evidence = start.evidence;
		this.#number = start.number;
	}

	/** Takes over a map that the page was given anew, where it is newer. */
	renew({ stages, evidence, number }: Pick<Start, 'stages' | 'evidence' | 'number'>): void {
		if (number <= this.#number) return;
		this.stages = stages;
		this.evidence = evidence;
		this.#number = number;
	}

	/** One thing after another: a key that is held down is as many moves, in order. */
	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const next = this.#queue.then(work);
		this.#queue = next.catch(() => {});
		return next;
	}

	/** Asks what was changed since and takes it in. */
	look(): Promise<Since | null> {
		return this.#inTurn(() => this.#look());
	}

	async #look(): Promise<Since | null> {
		const response = await fetch(`${this.#start.address}/changes?since=${this.#number}`, { headers: { accept: 'application/json' } });
		if (!response.ok || !response.headers.get('content-type')?.startsWith('application/json')) return null;
		const since = (await response.json()) as Heard;
		if (!since.changes.length) return since;
		const letGo = holdFocus();
		this.onchanged?.(since);
		this.stages = followed(this.stages, since);
		this.evidence = evidenceFollowed(this.evidence, since);
		this.#number = since.number;
		await tick();
		letGo();
		const others = since.changes.filter(({ personId }) => personId !== this.#start.me);
		const last = others.at(-1);
		if (last) {
			this.latest = last;
			this.said = others.length > 1 ? `${others.length} changes by others, the last: ${last.by} ${last.what}` : `${last.by} ${last.what}`;
		}
		return since;
	}

	/** Looks every three seconds while the page is seen; what it gives back stops it. */
	watch(): () => void {
		const timer = setInterval(() => {
			if (!document.hidden) this.look().catch(() => {});
		}, 3000);
		return () => clearInterval(timer);
	}

	/** Sends a change, takes in what came of it, and says so. True if it was made. */
	send(action: string, fields: Record<string, string>, told: Told): Promise<boolean> {
		return this.#inTurn(async () => {
			try {
				return await this.#send(action, fields, told);
			} catch {
				this.trouble = unreachable;
				return false;
			}
		});
	}

	async #send(action: string, fields: Record<string, string>, told: Told): Promise<boolean> {
		const body = asText({ ...fields, submission: newSubmissionId(), as: this.#start.me });
		const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
		const response = await fetch(`${this.#start.address}?/${action}`, { method: 'POST', headers, body });
		const result = deserialize(await response.text());
		if (result.type === 'redirect' && result.location.startsWith('/sign-in')) {
			await goAfresh(result.location);
			return false;
		}
		if (result.type === 'failure' || result.type === 'error') {
			const errors = result.type === 'failure' ? (result.data?.errors as { text: string }[] | undefined) : undefined;
			this.trouble = errors?.[0]?.text ?? unreachable;
			await this.#look();
			return false;
		}
		this.trouble = '';
		const since = await this.#look();
		if (since) this.said = told(this, since) ?? this.said;
		return true;
	}
}

/** What this change was, in its own words, beginning with a capital letter. */
export const inItsWords = (_: LiveMap, { changes }: Since): string | undefined => {
	const what = changes.at(-1)?.what;
	return what && what.charAt(0).toUpperCase() + what.slice(1);
};
