import type { GivenAnswers, Scorecard } from './card.ts';
import { givenIn } from './form-fields.ts';

type Given = { card: Scorecard; answers: GivenAnswers; typed?: Record<string, unknown> | undefined };

/** A scorecard's form while it is filled in: what stands in its fields when the page comes, and what is chosen since. */
export class FillingIn {
	readonly #given: () => Given;
	#chosen: GivenAnswers | undefined = $state.raw();

	constructor(given: () => Given) {
		this.#given = given;
	}

	/** What is kept, and over it what a try that failed had typed. */
	get standing(): GivenAnswers {
		const { card, answers, typed } = this.#given();
		return typed ? { ...answers, ...givenIn(card, { get: (name) => typed[name], has: (name) => name in typed }) } : answers;
	}

	/** The answers as they are at this moment; without scripts those that stand. */
	get now(): GivenAnswers {
		return this.#chosen ?? this.standing;
	}

	/** Reads the form of the field that was just changed. */
	follow = (event: Event): void => {
		const { form } = event.target as HTMLInputElement;
		if (form) this.#chosen = { ...this.standing, ...givenIn(this.#given().card, new FormData(form)) };
	};
}
