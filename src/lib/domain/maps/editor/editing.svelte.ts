import { tick } from 'svelte';
import { Adding } from './adding.svelte.ts';
import { Choosing } from './choosing.svelte.ts';
import { Dragging } from './dragging.svelte.ts';
import { focusOn } from './holding-focus.ts';
import { inItsWords, LiveMap } from './live-map.svelte.ts';
import { Opening } from './opening.svelte.ts';
import { movedInWords, neighbourOf, type Place, type Way } from './places.ts';

type Start = ConstructorParameters<typeof LiveMap>[0] & { mayChange: boolean; chosen: string | null; adding: Place | null };

const moves = new Set(['up', 'down', 'left', 'right', 'place']);

/** A map in its editor: what is open, chosen, added and dragged, and the ways in which it is changed. */
export class Editing {
	readonly address: string;
	/** The page may say otherwise later: a review can be closed meanwhile. */
	mayChange: boolean = $state(false);
	readonly live: LiveMap;
	readonly opening = new Opening();
	readonly choosing: Choosing;
	readonly adding: Adding;
	readonly dragging = new Dragging();

	constructor({ mayChange, chosen, adding, ...map }: Start) {
		this.address = map.address;
		this.mayChange = mayChange;
		this.live = new LiveMap(map);
		this.choosing = new Choosing(chosen);
		this.adding = new Adding(this.live, adding);
	}

	/** How many columns the table has. */
	get columns(): number {
		return this.mayChange ? 9 : 8;
	}

	/** Moves a step as its arrow keys say. */
	move = (step: string, way: Way) => this.live.send(way, { step }, (map) => movedInWords(map.stages, step));

	grab(event: PointerEvent, step: string): void {
		const fall = ({ stage, before }: Place) =>
			this.live.send('place', { step, toStage: stage, before: before ?? '' }, (map) => movedInWords(map.stages, step));
		this.dragging.grab(event, step, () => this.live.stages, fall);
	}

	/** Sends a button of the page in its form's place, and keeps the keys where they belong afterwards. */
	press = async (event: SubmitEvent): Promise<void> => {
		event.preventDefault();
		const button = event.submitter;
		if (!(button instanceof HTMLButtonElement)) return;
		const action = button.formAction.split('?/')[1] ?? '';
		const fields = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement, button)) as Record<string, string>;
		const step = fields.step?.split(':')[0] ?? '';
		const next = neighbourOf(this.live.stages, step);
		const done = await this.live.send(action, fields, moves.has(action) ? (map) => movedInWords(map.stages, step) : inItsWords);
		if (!done || action !== 'remove') return;
		if (this.choosing.step === step) this.choosing.step = null;
		await tick();
		if (next) focusOn(next);
	};

	/** Undo and redo by the keys that do so everywhere, but in a field, where they belong to the text. */
	turn = (event: KeyboardEvent): void => {
		const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
		if (!this.mayChange || inField || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		void this.live.send(event.shiftKey ? 'redo' : 'undo', {}, inItsWords);
	};
}
