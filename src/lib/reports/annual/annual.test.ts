import { beforeEach, expect, test } from 'vitest';
import { addAction } from '#lib/domain/actions/adding.server.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { releaseMonth } from '#lib/domain/measures/releasing.server.ts';
import type { Database } from '#lib/server/database.ts';
import { councilWithMeasures, enter, measuresToday as today, value } from '../../../../tests/support/measures.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { tablesOf } from '../description.ts';
import { fileOf } from '../file.server.ts';
import { annualReport } from './annual-report.server.ts';

let db: Database;
let ids: Record<string, string>;
beforeEach(() => {
	({ db, ids } = councilWithMeasures());
	enter(db, [value(ids['first-contact-resolution']!, 70, 100, { period: '2025-10' }), value(ids['first-contact-resolution']!, 81, 100)]);
	const added = addAction(db, cast.manager, 'repairs', {
		title: 'Carry the right parts',
		detail: '',
		ownerId: 'manager',
		priority: 'high',
		startOn: '2026-10-01',
		dueOn: '2027-01-20',
		reviewOn: '2027-03-10',
		measure: '',
		baseline: '',
		target: ''
	});
	expect(added.ok).toBe(true);
});

const rowsOf = (id: string) => tablesOf(annualReport(db, cast.lead, today)).find((table) => table.id === id)?.rows;

test('it is written from released months alone, with the year before', () => {
	expect(rowsOf('measures')).toEqual([]);
	for (const period of ['2025-10', '2026-10']) expect(releaseMonth(db, cast.lead, period, '', today).ok).toBe(true);
	expect(rowsOf('measures')).toMatchObject([
		{ measure: 'Resolved at first contact', latest: '81.0% (81 of 100)', state: 'Met', before: '70.0% (70 of 100)' }
	]);
});

test('the plan names no owner, and everybody who may read it reads the same', () => {
	const sections = (person: typeof cast.lead) => JSON.stringify(annualReport(db, person, today).sections);
	expect(rowsOf('plan')).toMatchObject([{ title: 'Carry the right parts', service: 'Housing repairs' }]);
	expect(sections(cast.lead)).not.toContain('Morgan Manager');
	expect(sections(cast.viewer)).toBe(sections(cast.lead));
	for (const person of [cast.manager, cast.advisor, cast.administrator]) expect(() => annualReport(db, person, today)).toThrow();
});

test('journeys finished in the year are told, open ones are not', () => {
	const journey = {
		toolkitNumber: 1,
		name: 'Repair',
		serviceId: 'repairs',
		customer: 'external' as const,
		createdBy: 'lead',
		startOn: '2026-01-01',
		endOn: '2026-06-01'
	};
	const add = (number: number, words: string, more: object) =>
		db
			.insert(journeys)
			.values({ ...journey, number, words, ...more } as typeof journeys.$inferInsert)
			.run();
	add(1, 'I want a repair', { state: 'finished', closedOn: '2026-06-01' });
	add(2, 'I want to move', { state: 'open' });
	expect(rowsOf('journeys')).toMatchObject([{ words: '“I want a repair”', closedOn: '2026-06-01', findings: 0 }]);
});

test('it is a PDF, a workbook and JSON too', async () => {
	const made = annualReport(db, cast.lead, today);
	const pdf = Buffer.from((await fileOf(db, made, { format: 'pdf', today }))!.bytes);
	expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
	const json = JSON.parse(Buffer.from((await fileOf(db, made, { format: 'json', today }))!.bytes).toString()) as {
		sections: { id: string }[];
	};
	expect(json.sections.map(({ id }) => id)).toEqual(['awards', 'journeys', 'standards', 'measures', 'complaints', 'plan']);
});
