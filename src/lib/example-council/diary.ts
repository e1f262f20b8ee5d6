import { addDays, dayOf } from '#lib/domain/calendar/dates.ts';
import { at } from '#lib/server/clock.ts';

const aDay = 24 * 60 * 60 * 1000;
const aMinute = 60 * 1000;
const nine = 9 * 60 * aMinute;

type Entry = { moment: number; place: number; work: (today: string) => void };

/**
 * What happens in the example council, day by day. Entries are put in in any order and lived through in the order of
 * time, so that the audit trail, the versions and the snapshots are as if people had done it.
 */
export class Diary {
	readonly #today: string;
	readonly #entries: Entry[] = [];

	constructor(today: string) {
		this.#today = today;
	}

	/** The date so many days from today. */
	day = (days: number): string => addDays(this.#today, days);

	/** Something that happens `days` from today, `minutes` after nine; on one day, things put in earlier come first. */
	on(days: number, minutes: number, work: (today: string) => void): void {
		const moment = Date.parse(this.#today) + days * aDay + nine + minutes * aMinute;
		this.#entries.push({ moment, place: this.#entries.length, work });
	}

	/** Lives through all of it, in the order of time. */
	live(): void {
		for (const { moment, work } of this.#entries.toSorted((a, b) => a.moment - b.moment || a.place - b.place))
			at(moment, () => work(dayOf(moment)));
	}
}
