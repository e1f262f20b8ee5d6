import { tick } from 'svelte';
import { rowBeforeNew } from './editor-rows.ts';
import { focusOn } from './holding-focus.ts';
import { inItsWords, type LiveMap } from './live-map.svelte.ts';
import { goesItself } from './opening.svelte.ts';
import type { Place } from './places.ts';

/** Where a new step is being typed: the page came with it, or it was begun there (`eager`: the keys go into it). */
export class Adding {
	place: (Place & { eager: boolean }) | null = $state(null);
	#live: LiveMap;

	constructor(live: LiveMap, begun: Place | null) {
		this.#live = live;
		this.place = begun && { ...begun, eager: false };
	}

	get stage() {
		return this.#live.stages.find(({ id }) => id === this.place?.stage);
	}

	/** The row after which it is typed. */
	get after(): string | null {
		return this.place && rowBeforeNew(this.#live.stages, this.place);
	}

	begin(event: MouseEvent, place: Place): void {
		if (goesItself(event)) return;
		event.preventDefault();
		this.place = { ...place, eager: true };
	}

	/** Sends what was typed; true if the step was added. */
	async add(does: string): Promise<boolean> {
		if (!this.place) return false;
		const { stage, before } = this.place;
		return this.#live.send('add', { stage, before: before ?? '', does }, inItsWords);
	}

	async stop(): Promise<void> {
		const row = this.after;
		this.place = null;
		await tick();
		if (row) focusOn(row, 'add');
	}
}
