import { tick } from 'svelte';
import { focusOn } from './holding-focus.ts';

/** With a key held for another window a link goes where it says. */
export const goesItself = (event: MouseEvent): boolean => event.ctrlKey || event.metaKey || event.shiftKey;

/** Which step is open for typing, one at a time: another is opened when the one before has been saved and has closed itself. */
export class Opening {
	step: string | undefined = $state();
	#next: string | undefined;

	open(event: MouseEvent, step: string): void {
		if (goesItself(event)) return;
		event.preventDefault();
		if (this.step === undefined) this.step = step;
		else if (this.step !== step) {
			this.#next = step;
			document.querySelector<HTMLFormElement>('.gt-openstep')?.requestSubmit();
		}
	}

	/** The open step has been saved: the next one opens, or the keys go back to where it was opened. */
	async closed(step: string): Promise<void> {
		this.step = this.#next;
		this.#next = undefined;
		await tick();
		if (!this.step) focusOn(step, 'edit');
	}
}
