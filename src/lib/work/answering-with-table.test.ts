import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/test-database.ts';
import type { TableForExport } from '#lib/exchange/table-for-export.ts';
import { answerWithTable } from './answering-with-table.ts';

const table: TableForExport = {
	name: 'Services: awards',
	columns: [
		{ key: 'name', label: 'Service', kind: 'text' },
		{ key: 'level', label: 'Level', kind: 'number' }
	],
	rows: [{ name: 'Repairs', level: 2, inside: () => 'cannot be sent to a worker and is not written' }]
};

test('the answer is a download that is neither shown nor kept by the browser', async () => {
	const event = { locals: { db: testDatabase(), today: '2026-11-21' } } as Parameters<typeof answerWithTable>[0];
	const csv = await answerWithTable(event, { ...table, name: 'Café "awards"' }, 'csv');
	expect(csv.headers.get('content-disposition')).toBe(
		`attachment; filename="Caf_ awards 2026-11-21.csv"; filename*=UTF-8''Caf%C3%A9%20awards%202026-11-21.csv`
	);
	expect(csv.headers.get('x-content-type-options')).toBe('nosniff');
	expect(await csv.text()).toContain('Repairs,2');
	const xlsx = await answerWithTable(event, [table, table], 'xlsx');
	expect((await readXlsxFile(Buffer.from(await xlsx.arrayBuffer()))).length).toBe(2);
});
