import { expect, test } from 'vitest';
import { tableOf, type Section } from '../description.ts';
import { withPageOfTable } from './long-table.ts';

const section = (lines: number): Section => ({
	id: 'demand',
	title: 'Demand',
	blocks: [
		{ kind: 'text', text: 'Before it.' },
		{
			kind: 'table',
			table: {
				id: 'demand-by-unit',
				caption: 'Contacts by service',
				columns: [{ key: 'name', label: 'Service', kind: 'text' }],
				rows: Array.from({ length: lines }, (_, n) => ({ name: `Service ${n + 1}` })),
				links: Array.from({ length: lines }, (_, n) => `/glance?service=${n + 1}`),
				empty: 'None.'
			}
		}
	]
});
const shown = (lines: number, from: number) => {
	const { section: page, pages } = withPageOfTable(section(lines), from);
	const table = tableOf(page.blocks[1]!)!;
	return { names: table.rows.map(({ name }) => name), links: table.links, pages };
};

test('twenty lines at a time, each with its own link', () => {
	const page = shown(45, 20);
	expect(page.names).toEqual(Array.from({ length: 20 }, (_, n) => `Service ${n + 21}`));
	expect(page.links?.[0]).toBe('/glance?service=21');
	expect(page.pages).toEqual({ shown: '21 to 40 of 45 in “Contacts by service”', previous: 0, next: 40 });
	expect(shown(45, 40).pages).toMatchObject({ previous: 20, next: null });
});

test('a short table is whole, and a page that is not there is the first', () => {
	expect(shown(20, 0)).toMatchObject({ pages: null, names: { length: 20 } });
	expect(shown(45, 99).names[0]).toBe('Service 1');
	const untouched = section(45);
	withPageOfTable(untouched, 20);
	expect(untouched).toEqual(section(45));
});
