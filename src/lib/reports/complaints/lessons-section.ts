import { capital } from '#lib/domain/actions/wording.ts';
import type { lessonsOf } from '#lib/domain/complaints/lessons.server.ts';
import type { Section } from '../description.ts';

/** What the cases closed in a month taught, and what was changed. */
export const lessonsSection = (lessons: ReturnType<typeof lessonsOf>, month: string): Section => ({
	id: 'lessons',
	title: lessons.length ? 'What was learnt and changed' : 'Nothing was written down as learnt',
	blocks: [
		{
			kind: 'table',
			table: {
				id: 'lessons',
				caption: `Lessons of cases closed in ${month}`,
				columns: [
					{ key: 'number', label: 'Case', kind: 'number', names: true },
					{ key: 'service', label: 'Service', kind: 'text', width: 26, share: 2 },
					{ key: 'cause', label: 'Cause', kind: 'text', width: 20, share: 2 },
					{ key: 'lesson', label: 'What was learnt', kind: 'text', width: 50, share: 4 },
					{ key: 'changeMade', label: 'What was changed', kind: 'text', width: 50, share: 4 }
				],
				rows: lessons.map(({ number, service, cause, lesson, changeMade }) => ({
					number,
					service,
					cause: cause ? capital(cause) : '–',
					lesson: lesson || '–',
					changeMade: changeMade || '–'
				})),
				empty: 'No case closed in this month has a lesson.'
			}
		}
	]
});
