import { beforeEach, describe, expect, test } from 'vitest';
import { anAssessment } from '../../../../tests/support/assessments.ts';
import { staged } from '../../../../tests/support/frameworks.ts';
import { testDatabase } from '../../../../tests/support/test-database.ts';
import type { Database } from '#lib/server/database.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { boardFilterOf, boardQueryOf } from './board-filter.ts';
import { progressTable } from './progress-table.server.ts';
import { progressPage } from './progress-page.server.ts';
import { boardColumns, boardOf, statusCounts } from './progress.server.ts';
import { daysLeftInWords } from '#lib/domain/assessments/shown-status.ts';

// a Saturday
const today = '2026-11-21';
const framework = staged('1.1 1.2');
let db: Database;

beforeEach(() => {
	db = testDatabase();
	anAssessment(db, framework, 'repairs', today, { status: 'draft', dueOn: '2026-11-27', answered: { '1.1': { rating: 'F' } } });
	anAssessment(db, framework, 'planning', today, { status: 'submitted', submittedOn: '2026-11-01', dueOn: '2026-11-27' });
	anAssessment(db, framework, 'contact-centre', today, { status: 'draft', dueOn: '2026-11-18' });
});

describe('the board', () => {
	test('by status in the order of the way, the earliest due first, with what is answered and working days left', () => {
		const { rows, next } = boardOf(db, 'cycle', { sort: 'status' }, today);
		// 23 to 27 November are five working days; 18 November is two before Friday 20
		expect(rows.map(({ service, status, answered, total, daysLeft }) => [service, status, answered, total, daysLeft])).toEqual([
			['Contact centre', 'draft', 0, 2, -2],
			['Housing repairs', 'draft', 1, 2, 5],
			['Planning applications', 'submitted', 0, 2, null]
		]);
		expect(next).toBeNull();
	});

	test('by service, and narrowed by status, directorate and date', () => {
		const names = (filter: string) =>
			boardOf(db, 'cycle', boardFilterOf(new URLSearchParams(filter)), today).rows.map(({ service }) => service);
		expect(names('sort=service')).toEqual(['Contact centre', 'Housing repairs', 'Planning applications']);
		expect(names('status=submitted')).toEqual(['Planning applications']);
		expect(names('directorate=homes&sort=service')).toEqual(['Housing repairs', 'Planning applications']);
		expect(names('late=yes')).toEqual(['Contact centre']);
		expect(names('sort=service&late=yes&directorate=homes')).toEqual([]);
	});

	test('by completeness, the least complete first, then by name', () => {
		const { rows } = boardOf(db, 'cycle', { sort: 'answered' }, today);
		expect(rows.map(({ service, answered }) => [service, answered])).toEqual([
			['Contact centre', 0],
			['Planning applications', 0],
			['Housing repairs', 1]
		]);
	});

	test('in columns, a status each, also those where nobody stands', () => {
		const columns = boardColumns(db, 'cycle', { sort: 'status' }, today);
		expect(columns.map(({ status, cards, more }) => [status, cards.map(({ service }) => service), more])).toEqual([
			['draft', ['Contact centre', 'Housing repairs'], false],
			['submitted', ['Planning applications'], false],
			['in moderation', [], false],
			['changes requested', [], false],
			['moderated', [], false],
			['agreed', [], false]
		]);
	});

	test('nothing is late in a cycle that is closed', () => {
		const page = (closedAt: number | null, view: 'list' | 'columns') =>
			progressPage(db, { id: 'cycle', closedAt }, { filter: { sort: 'status' }, view, today });
		expect(page(null, 'list').counts[0]).toMatchObject({ late: 1 });
		expect(page(1, 'list').counts[0]).toMatchObject({ count: 2, late: 0 });
		expect(page(1, 'list').rows.every(({ daysLeft }) => daysLeft === null)).toBe(true);
		expect(page(1, 'columns').columns[0]?.cards.map(({ daysLeft }) => daysLeft)).toEqual([null, null]);
	});

	test('counts each status of the whole cycle, and who is late', () => {
		expect(statusCounts(db, 'cycle', today).filter(({ count }) => count)).toEqual([
			{ status: 'draft', count: 2, late: 1 },
			{ status: 'submitted', count: 1, late: 0 }
		]);
	});
});

describe('a cycle of more than a page', () => {
	beforeEach(() => {
		const many = Array.from({ length: 110 }, (_, i) => ({
			id: `s${i}`,
			directorateId: 'homes',
			name: `Service ${String(i).padStart(3, '0')}`
		}));
		db.insert(services).values(many).run();
		for (const [i, { id }] of many.entries()) anAssessment(db, framework, id, today, { status: i % 2 ? 'agreed' : 'in moderation' });
	});

	test.each(['status', 'service', 'answered'] as const)('sorted by %s comes whole and once, 25 at a time', (sort) => {
		const seen: string[] = [];
		let after: string | null = '';
		let pages = 0;
		while (after !== null) {
			const page = boardOf(db, 'cycle', { sort, ...(after && { after }) }, today);
			expect(page.rows.length).toBeLessThanOrEqual(25);
			seen.push(...page.rows.map(({ id }) => id));
			after = page.next;
			pages++;
		}
		expect(pages).toBe(5);
		expect(new Set(seen).size).toBe(113);
		expect(seen).toHaveLength(113);
	});

	test('shows the first dozen of a column and says that there are more', () => {
		const agreed = boardColumns(db, 'cycle', { sort: 'status' }, today).find(({ status }) => status === 'agreed');
		expect([agreed?.cards.length, agreed?.more]).toEqual([12, true]);
	});

	test('is taken away whole, as it is narrowed', () => {
		const rows = [...progressTable(db, { id: 'cycle', name: '2026/27' }, { sort: 'status', status: 'agreed', after: 'x' }, today).rows];
		expect(rows).toHaveLength(55);
		expect(rows[0]).toMatchObject({ word: 'Agreed', total: 2 });
	});
});

test('an address holds a filter, and what it does not know is passed over', () => {
	const filter = boardFilterOf(new URLSearchParams('status=nonsense&sort=size&late=maybe'));
	expect(filter).toEqual({ sort: 'status' });
	const chosen = boardFilterOf(new URLSearchParams('status=draft&sort=service&late=yes&directorate=homes'));
	expect(boardFilterOf(new URLSearchParams(boardQueryOf(chosen) as Record<string, string>))).toEqual(chosen);
});

test('working days in words', () => {
	expect([3, 1, 0, -1].map(daysLeftInWords)).toEqual(['3 working days left', '1 working day left', 'Due today', '1 working day late']);
});
