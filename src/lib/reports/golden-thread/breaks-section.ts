import type { BreakSeen } from '#lib/domain/golden-thread/breaks-page.server.ts';
import type { Section } from '../description.ts';

/** Where the thread is broken, from the top. DOMAIN section 6. */
export const breaksSection = (breaks: readonly BreakSeen[]): Section => ({
	id: 'breaks',
	title: breaks.length ? `The thread is broken in ${breaks.length} ${breaks.length === 1 ? 'place' : 'places'}` : 'The thread is whole',
	blocks: [
		{
			kind: 'table',
			table: {
				id: 'breaks',
				caption: 'Breaks',
				columns: [
					{ key: 'title', label: 'What', kind: 'text', share: 3, width: 60 },
					{ key: 'place', label: 'Where', kind: 'text', share: 1.4, width: 30 },
					{ key: 'words', label: 'Break', kind: 'text', share: 1.2, width: 20 }
				],
				rows: breaks.map(({ title, place, words }) => ({ title, place, words })),
				links: breaks.map(({ href }) => href),
				empty: 'Everything has an owner, a measure and something below.'
			}
		}
	]
});
