import { daysBetween, showShortDay } from '../calendar/dates.ts';
import { isOpen, type Status } from './status.ts';
import { statusMarks } from './shown-status.ts';

type Row = {
	id: string;
	service: string;
	directorate: string;
	cycle: string;
	framework: string;
	status: Status;
	dueOn: string;
	closedAt: number | null;
	answered: number | null;
	total: number | null;
	agreedLevel: number | null;
	agreedAward: string | null;
	level: number | null;
	award: string | null;
};

/** How long before the due date a list says how many days are left. */
const soon = 28;

/** '9 days left', 'Overdue since 3 Nov 2026', 'Cycle closed', or the plain date; once submitted only the date. */
function dueInWords({ dueOn, status, closedAt }: Row, today: string): { text: string; kind: 'watch' | 'bad' | null } {
	if (isOpen(status) && closedAt !== null) return { text: 'Cycle closed', kind: null };
	const days = daysBetween(today, dueOn);
	if (!isOpen(status) || days > soon) return { text: showShortDay(dueOn), kind: null };
	if (days < 0) return { text: `Overdue since ${showShortDay(dueOn)}`, kind: 'bad' };
	return { text: days === 0 ? 'Due today' : `${days} ${days === 1 ? 'day' : 'days'} left`, kind: 'watch' };
}

/** One line of the list of assessments, in words. The result is the agreed one, or before that the evidenced one so far. */
export function shownListing(row: Row, today: string) {
	const agreed = row.status === 'agreed';
	const [level, award] = agreed ? [row.agreedLevel, row.agreedAward] : [row.level, row.award];
	const words = award ?? (level ? `Level ${level}` : 'No award');
	return {
		id: row.id,
		service: row.service,
		directorate: row.directorate,
		cycle: row.cycle,
		framework: row.framework,
		mark: statusMarks[row.status],
		due: dueInWords(row, today),
		answered: row.total === null ? '' : `${row.answered} of ${row.total}`,
		result: `${words}${award && level ? `, level ${level}` : ''}`,
		soFar: !agreed
	};
}
