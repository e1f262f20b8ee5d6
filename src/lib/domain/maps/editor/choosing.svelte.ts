import { goesItself } from './opening.svelte.ts';

/** The step under whose row everything that can be done with it is shown; none at first, or the one the address names. */
export class Choosing {
	step: string | null = $state(null);

	constructor(begun: string | null) {
		this.step = begun;
	}

	toggle(event: MouseEvent, step: string): void {
		if (goesItself(event)) return;
		event.preventDefault();
		this.step = this.step === step ? null : step;
	}
}
