import { capital } from '#lib/domain/actions/wording.ts';
import type { Strand, Thread } from '#lib/domain/golden-thread/thread.ts';
import type { ReportTable, Section } from '../description.ts';
import { mostActions, type ActionOnThread } from './gathered.server.ts';
import { lineTo } from './woven.ts';

const loose = 'Tied to nothing';

/** Every action with the one line from the vision down to what it serves. DOMAIN section 6. */
export function upSection(
	thread: Thread,
	actions: readonly ActionOnThread[],
	strandOf: (action: ActionOnThread) => Strand | undefined
): Section {
	const rows = actions.map((action) => ({ action, strand: strandOf(action) }));
	const tied = rows.filter(({ strand }) => strand).length;
	const table: ReportTable = {
		id: 'up',
		caption: 'Each action up to the vision',
		...(actions.length === mostActions && { note: `The first ${mostActions.toLocaleString('en-GB')} by the day they are due.` }),
		columns: [
			{ key: 'number', label: 'No.', kind: 'number', names: true, share: 0.5, width: 6 },
			{ key: 'title', label: 'Action', kind: 'text', share: 2, width: 50 },
			{ key: 'service', label: 'Service', kind: 'text', share: 1.2, width: 24 },
			{ key: 'status', label: 'Status', kind: 'text', share: 0.8, width: 12 },
			{ key: 'line', label: 'The line from the vision', kind: 'text', share: 3.4, width: 90 }
		],
		rows: rows.map(({ action: { number, title, service, status }, strand }) => ({
			number,
			title,
			service,
			status: capital(status),
			line: strand ? lineTo(thread, strand) : loose
		})),
		links: rows.map(({ action: { number } }) => `/actions/${number}`),
		empty: 'There is no action that you see.'
	};
	return {
		id: 'up',
		title: rows.length
			? `${tied} of ${rows.length} ${rows.length === 1 ? 'action is' : 'actions are'} tied to the thread`
			: 'No action to read up from',
		blocks: [{ kind: 'table', table }]
	};
}
