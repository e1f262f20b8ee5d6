import { expect, test } from 'vitest';
import { partsAsked, partsPage, servicesShown } from './parts-page.ts';

const all = Array.from({ length: 45 }, (_, n) => ({ of: `Service ${n}`, value: (n * 7) % 45 }));
const page = (query: string) => partsPage(all, partsAsked(new URLSearchParams(query)));

test('twenty at a time, by name, with the way on and back', () => {
	expect(page('')).toMatchObject({ of: 45, previous: null, next: servicesShown });
	expect(page('').rows).toEqual(all.slice(0, 20));
	expect(page('from=40')).toMatchObject({ rows: all.slice(40), previous: 20, next: null });
	expect(page('order=descending').rows[0]).toBe(all[44]);
});

test('by value, either way, without changing what was given', () => {
	const before = [...all];
	expect(page('sort=value').rows.map(({ value }) => value)).toEqual(Array.from({ length: 20 }, (_, n) => n));
	expect(page('sort=value&order=descending').rows[0]?.value).toBe(44);
	expect(all).toEqual(before);
});

test('an address that asks for nothing there is begins at the beginning', () => {
	for (const query of ['from=45', 'from=-3', 'from=x', 'from=1.5', 'sort=colour']) expect(page(query).rows[0]).toBe(all[0]);
});
