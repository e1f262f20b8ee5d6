import { describe, expect, test } from 'vitest';
import { today } from '../../../../tests/support/frameworks.ts';
import { planOfList } from '../../../../tests/support/list-plan.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { details } from '../../../../tests/support/uploads.ts';
import { addEvidence, type Details } from './keeping.server.ts';
import { countRunningOut, everyPiece, evidencePage, perPage } from './listing.server.ts';
import { addressOf } from './narrowing-address.ts';
import { narrowingIn } from './narrowing.ts';
import { withdrawEvidence } from './withdrawing.server.ts';

function library(pieces: Partial<Details>[]) {
	const db = testDatabase();
	const ids = pieces.map((more) => {
		const added = addEvidence(db, cast.manager, 'repairs', details(more), { kind: 'note', note: 'A note' });
		if (!added.ok) throw new Error(added.text);
		return added.id;
	});
	const titles = (address: string) =>
		evidencePage(db, cast.lead, narrowingIn(new URLSearchParams(address)), today).rows.map(({ title }) => title);
	return { db, ids, titles };
}

const mixed = () =>
	library([
		{ title: 'Current', effectiveFrom: '2026-01-01', effectiveTo: '2027-03-31' },
		{ title: 'For good', effectiveFrom: '2026-01-01', effectiveTo: '', strength: 'low', shows: 'One man’s 100% view' },
		{ title: 'Last day', effectiveFrom: '2026-01-01', effectiveTo: today, ownerId: 'colleague' },
		{ title: 'In thirty days', effectiveFrom: '2026-01-01', effectiveTo: '2026-12-21' },
		{ title: 'Over', effectiveFrom: '2026-01-01', effectiveTo: '2026-11-20' },
		{ title: 'To come', effectiveFrom: '2027-01-01', effectiveTo: '2027-12-31' },
		{ title: 'Withdrawn' }
	]);

describe('narrowing', () => {
	test('by currency: each piece is of one, and what was withdrawn is only seen when asked for', () => {
		const { db, ids, titles } = mixed();
		withdrawEvidence(db, cast.manager, ids[6]!, 1, 'Wrong', today);
		expect(titles('currency=current')).toEqual(['Current', 'For good']);
		expect(titles('currency=running out')).toEqual(['In thirty days', 'Last day']);
		expect(titles('currency=out of date')).toEqual(['Over']);
		expect(titles('currency=not yet')).toEqual(['To come']);
		expect(titles('currency=withdrawn')).toEqual(['Withdrawn']);
		expect(titles('')).toHaveLength(6);
		expect(countRunningOut(db, cast.lead, today)).toEqual({ runningOut: 2, days: 30 });
	});

	test('by owner, strength, service, and words in the title or what it shows', () => {
		const { titles } = mixed();
		expect(titles('owner=colleague')).toEqual(['Last day']);
		expect(titles('strength=low')).toEqual(['For good']);
		expect(titles('service=planning')).toEqual([]);
		expect(titles('kind=file')).toEqual([]);
		expect(titles('search=DAY')).toEqual(['In thirty days', 'Last day']);
		expect(titles('search=100%25')).toEqual(['For good']);
	});

	test('an address that makes no sense narrows nothing', () => {
		expect(narrowingIn(new URLSearchParams('kind=thing&sort=size&currency=old'))).toMatchObject({ kind: '', sort: 'title', currency: '' });
		expect(addressOf('/evidence', narrowingIn(new URLSearchParams('sort=-ends&after=x&kind=')))).toBe('/evidence?sort=-ends&after=x');
	});
});

describe('order and pages', () => {
	test('by when it ends, what has no end last', () => {
		const { titles } = mixed();
		expect(titles('sort=ends').at(0)).toBe('Over');
		expect(titles('sort=ends').at(-1)).toBe('For good');
		expect(titles('sort=-ends')).toEqual(titles('sort=ends').reverse());
	});

	test('forwards to the end and back again, every piece once, equal titles too', () => {
		const { db } = library(Array.from({ length: 2 * perPage + 3 }, (_, i) => ({ title: `Minutes ${i % 3}` })));
		for (const sort of ['title', '-title', 'ends', '-ends']) {
			const page = (from: Record<string, string>) =>
				evidencePage(db, cast.lead, narrowingIn(new URLSearchParams({ sort, ...from })), today);
			const first = page({});
			const second = page(first.next!);
			const third = page(second.next!);
			expect([first.rows.length, second.rows.length, third.rows.length]).toEqual([perPage, perPage, 3]);
			expect(new Set([first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(2 * perPage + 3);
			expect([first.previous, third.next]).toEqual([null, null]);
			const back = page(third.previous!);
			expect(back.rows).toEqual(second.rows);
			expect(page(back.previous!)).toMatchObject({ rows: first.rows, previous: null });
		}
	});

	test('an export holds all of it', () => {
		const { db } = library(Array.from({ length: 40 }, (_, i) => ({ title: `Minutes ${i}` })));
		expect([...everyPiece(db, cast.lead, narrowingIn(new URLSearchParams()), today)]).toHaveLength(40);
	});

	test.each([
		['', 'evidence_by_title'],
		['sort=ends', 'evidence_by_end'],
		['service=repairs', 'evidence_by_service'],
		['owner=manager', 'evidence_by_owner']
	])('the list %j is read along an index, without sorting', (address, index) => {
		const { db } = library([{}]);
		const plan = planOfList(db, () => evidencePage(db, cast.lead, narrowingIn(new URLSearchParams(address)), today));
		expect(plan).toContain(index);
		expect(plan).not.toContain('TEMP B-TREE FOR ORDER BY');
	});
});
