import { capital } from '#lib/domain/actions/wording.ts';
import type { Thread } from '#lib/domain/golden-thread/thread.ts';
import type { Section } from '../description.ts';
import type { OwnObjective } from './gathered.server.ts';
import { lineTo } from './woven.ts';

/** '1 of your 4 objectives serves a strand'. */
export function servingInWords(own: readonly OwnObjective[]): string {
	const serving = own.filter(({ strandId }) => strandId).length;
	return `${serving} of your ${own.length} ${own.length === 1 ? 'objective' : 'objectives'} ${serving === 1 ? 'serves' : 'serve'} a strand`;
}

/** One's own objectives, each with the one line from the vision down to what it serves. */
export const ownSection = (thread: Thread, own: readonly OwnObjective[]): Section => ({
	id: 'own-objectives',
	title: own.length ? 'Your objectives, and what they serve' : 'You have no objective',
	blocks: [
		{
			kind: 'table',
			table: {
				id: 'own-objectives',
				caption: 'Your objectives',
				columns: [
					{ key: 'objective', label: 'Objective', kind: 'text', share: 2, width: 60 },
					{ key: 'dueOn', label: 'Due', kind: 'day', share: 0.8 },
					{ key: 'state', label: 'State', kind: 'text', share: 0.7, width: 12 },
					{ key: 'line', label: 'The line from the vision', kind: 'text', share: 3, width: 90 }
				],
				rows: own.map(({ text, state, strandId, dueOn }) => {
					const strand = strandId ? thread.byId.get(strandId) : undefined;
					return { objective: text, dueOn, state: capital(state), line: strand ? lineTo(thread, strand) : 'Tied to nothing' };
				}),
				empty: 'Objectives are agreed in one-to-ones.'
			}
		}
	]
});
