import type { Thread } from '#lib/domain/golden-thread/thread.ts';
import type { Section } from '../description.ts';
import type { OwnObjective } from './gathered.server.ts';
import { lineTo } from './woven.ts';

/** One's own objectives, each with the one line from the vision down to what it serves. */
export const ownSection = (thread: Thread, own: readonly OwnObjective[]): Section => ({
	id: 'own-objectives',
	title: own.length
		? `${own.filter(({ strandId }) => strandId).length} of your ${own.length} ${own.length === 1 ? 'objective serves' : 'objectives serve'} a strand`
		: 'You have no open objective',
	blocks: [
		{
			kind: 'table',
			table: {
				id: 'own-objectives',
				caption: 'Your objectives, up to the vision',
				columns: [
					{ key: 'objective', label: 'Objective', kind: 'text', share: 2, width: 60 },
					{ key: 'dueOn', label: 'Due', kind: 'day', share: 0.8 },
					{ key: 'line', label: 'The line from the vision', kind: 'text', share: 3, width: 90 }
				],
				rows: own.map(({ text, strandId, dueOn }) => {
					const strand = strandId ? thread.byId.get(strandId) : undefined;
					return { objective: text, dueOn, line: strand ? lineTo(thread, strand) : 'Tied to nothing' };
				}),
				empty: 'Objectives are agreed in one-to-ones.'
			}
		}
	]
});
