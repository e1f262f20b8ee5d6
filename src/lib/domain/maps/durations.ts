/** Minutes in each unit a time can be typed in. */
const minutesIn = { minute: 1, hour: 60, day: 24 * 60, week: 7 * 24 * 60 } as const;
type Unit = keyof typeof minutesIn;

/** Ten years: whatever is longer was mistyped. */
export const mostMinutes = 10 * 365 * minutesIn.day;

const unitOf: Record<string, Unit> = Object.fromEntries(
	(
		[
			['minute', ['m', 'min', 'mins', 'minute', 'minutes']],
			['hour', ['h', 'hr', 'hrs', 'hour', 'hours']],
			['day', ['d', 'day', 'days']],
			['week', ['w', 'wk', 'wks', 'week', 'weeks']]
		] as const
	).flatMap(([unit, words]) => words.map((word) => [word, unit]))
);

const part = /(\d+(?:\.\d+)?|\.\d+)\s*([a-z]*)\s*(?:,|and)?\s*/y;

/**
 * Reads a time as it is typed: '9 min', '14 hours', '11 days', '2 weeks', '1 hour 30 min', '1.5 hours', or a plain number
 * of minutes. A day of a customer's time is 24 hours and a week seven days, whatever the office hours: the customer waits
 * through the night. Half a minute counts up. Nothing typed is null: not measured, which is not the same as '0'. Months
 * are not read, as they are not of one length.
 */
export function readDuration(text: string): { minutes: number | null } | { error: string } {
	const typed = text
		.trim()
		.toLowerCase()
		.replaceAll(/(\d),(?=\d{3}\b)/g, '$1');
	if (typed === '') return { minutes: null };
	if (/^[-−–]/.test(typed)) return { error: 'must not be negative' };
	let minutes = 0;
	part.lastIndex = 0;
	for (let at = 0; at < typed.length; at = part.lastIndex) {
		part.lastIndex = at;
		const [, amount = '', word = ''] = part.exec(typed) ?? [];
		const unit = word === '' ? (amount === typed ? 'minute' : undefined) : unitOf[word];
		if (!unit) return { error: 'must be a time, like 9 min, 14 hours, 11 days or 2 weeks' };
		minutes += Number(amount) * minutesIn[unit];
	}
	// fifteen figures are what a number holds for certain
	const rounded = Math.round(Number(minutes.toPrecision(15)));
	return rounded > mostMinutes ? { error: 'must be 10 years or less' } : { minutes: rounded };
}

const amountOf = (amount: number, one: string, many: string) => (amount ? [`${amount} ${amount === 1 ? one : many}`] : []);

/** A time in full, as it can be typed again: '1 day 2 hours 5 min'; '' for one that was not measured. */
export function writeDuration(minutes: number | null): string {
	if (minutes === null) return '';
	const days = Math.floor(minutes / minutesIn.day);
	const hours = Math.floor((minutes % minutesIn.day) / minutesIn.hour);
	const parts = [...amountOf(days, 'day', 'days'), ...amountOf(hours, 'hour', 'hours'), ...amountOf(minutes % 60, 'min', 'min')];
	return parts.join(' ') || '0 min';
}

/** A time in one figure to be read: '26.7 days' from one day on, '14 hours' or '1.5 hours' from one hour on, else '9 min'. */
export function sayDuration(minutes: number): string {
	const size = Math.abs(minutes);
	if (size < minutesIn.hour) return `${minutes} min`;
	const [unit, one, many] = size < minutesIn.day ? ([60, 'hour', 'hours'] as const) : ([minutesIn.day, 'day', 'days'] as const);
	const amount = (Math.sign(minutes) * Math.round(Number(((size / unit) * 10).toPrecision(15)))) / 10;
	return `${amount} ${Math.abs(amount) === 1 ? one : many}`;
}
