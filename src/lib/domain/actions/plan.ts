import { addDays, addMonths } from '../calendar/dates.ts';
import type { ActionStatus } from './status.ts';

/** What the plan needs of an action. */
export type Planned = { number: number; dueOn: string; status: ActionStatus };

/** A stretch of the plan: what is late, a quarter, or a financial year beyond it. Both days are included. */
export type Stretch<T> = { kind: 'late' | 'quarter' | 'year'; label: string; from: string; to: string; actions: T[] };

/** A one-year plan from `from` to `to`: `year` is the year's own stretches, `forward` the financial years behind it. */
export type Plan<T> = { from: string; to: string; year: Stretch<T>[]; forward: Stretch<T>[] };

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const byDue = (a: Planned, b: Planned) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number);

/** The last day of the calendar quarter a day lies in. A council's quarters are the calendar's: April to June and so on. */
function endOfQuarter(day: string): string {
	const [year = '', month = ''] = day.split('-');
	const first = Math.floor((Number(month) - 1) / 3) * 3 + 1;
	return addDays(addMonths(`${year}-${String(first).padStart(2, '0')}-01`, 3), -1);
}

/** The financial year a day lies in: '2027/28', from 1 April to 31 March. */
function financialYear(day: string): { label: string; from: string; to: string } {
	const start = Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);
	return { label: `${start}/${String((start + 1) % 100).padStart(2, '0')}`, from: `${start}-04-01`, to: `${start + 1}-03-31` };
}

/** 'April to June 2027'; a stretch cut short is named by the months it has. */
function quarterLabel(from: string, to: string): string {
	const name = (day: string) => months[Number(day.slice(5, 7)) - 1] ?? '';
	const span = name(from) === name(to) ? name(to) : `${name(from)} to ${name(to)}`;
	return `${span} ${to.slice(0, 4)}`;
}

/**
 * The one-year action plan of DOMAIN section 3: what is late, then the twelve months from today by quarter (the first
 * and the last are cut short), empty quarters too, and the financial years behind them as far as anything is due. What
 * was dropped, and what is done and was due before today, is left out.
 */
export function planOf<T extends Planned>(actions: readonly T[], today: string): Plan<T> {
	const to = addMonths(today, 12);
	const wanted = actions.filter(({ status, dueOn }) => status !== 'dropped' && (status !== 'done' || dueOn >= today)).toSorted(byDue);
	const within = (from: string, until: string) => wanted.filter(({ dueOn }) => dueOn >= from && dueOn <= until);

	const late = wanted.filter(({ dueOn }) => dueOn < today);
	const year: Stretch<T>[] = [];
	if (late.length) year.push({ kind: 'late', label: 'Late', from: late[0]?.dueOn ?? today, to: addDays(today, -1), actions: late });
	for (let from = today; from <= to; from = addDays(endOfQuarter(from), 1)) {
		const until = endOfQuarter(from) < to ? endOfQuarter(from) : to;
		year.push({ kind: 'quarter', label: quarterLabel(from, until), from, to: until, actions: within(from, until) });
	}

	const forward: Stretch<T>[] = [];
	for (const action of wanted.filter(({ dueOn }) => dueOn > to)) {
		const { label, from, to: until } = financialYear(action.dueOn);
		const last = forward.at(-1);
		if (last?.to === until) last.actions.push(action);
		else forward.push({ kind: 'year', label, from: from > to ? from : addDays(to, 1), to: until, actions: [action] });
	}
	return { from: today, to, year, forward };
}
