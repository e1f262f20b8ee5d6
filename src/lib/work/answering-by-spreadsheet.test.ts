import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { answer } from '#lib/domain/assessments/answering.server.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { answers, assessments } from '#lib/domain/assessments/tables.ts';
import { results } from '#lib/domain/results/tables.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { applyImport } from '#lib/exchange/applying.server.ts';
import { assessmentSpreadsheet } from '#lib/exchange/assessment-spreadsheet.server.ts';
import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { readSpreadsheet } from '#lib/exchange/reading.ts';
import { startImport } from '#lib/exchange/starting.server.ts';
import { writeCsv } from '#lib/exchange/writing-csv.ts';
import { writeXlsx } from '#lib/exchange/writing-xlsx.ts';
import type { Database } from '#lib/server/database.ts';
import { anAssessment, evidenceFor } from '../../../tests/support/assessments.ts';
import { staged, thirtyOne } from '../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../tests/support/test-database.ts';
import { checkImport } from './checking-imports.server.ts';

const today = '2026-11-21';
const framework = staged(`${thirtyOne} 5.10`);
let db: Database;
let id: string;
beforeEach(() => {
	db = testDatabase();
	id = anAssessment(db, framework, 'repairs', today, {
		answered: {
			'1.1': { rating: 'L', comment: '- a list\n- of two', answeredBy: 'manager' },
			'1.2': { rating: 'F', toConfirm: true }
		}
	});
	evidenceFor(db, id, ['1.1']);
});

const tables = () => assessmentSpreadsheet(db, assessmentSeen(db, cast.manager, id));
const csv = () => [...writeCsv(tables()[0])].join('');
/** The rows of the download with some cells filled in, as CSV. */
async function filledIn(cells: Record<string, Partial<Record<'answer' | 'comment' | 'version' | 'number', string>>>) {
	const [{ columns, ...table }] = tables();
	const rows = [...table.rows] as Record<string, unknown>[];
	return [...writeCsv({ name: 'a', columns, rows: rows.map((row) => ({ ...row, ...cells[String(row.number)] })) })].join('');
}
async function checked(content: string | Uint8Array, name = 'answers.csv') {
	const started = startImport(db, cast.manager, { kind: 'answers', into: id, name });
	if (!started.ok) throw new Error(started.text);
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	await checkImport(db, started.id, { kind: 'answers', into: id, name, bytes, today });
	return importInto(db, id, started.id);
}
const apply = ({ id }: { id: string }) => applyImport(db, cast.manager, id, today);
const standing = (criterion: string) =>
	db
		.select()
		.from(answers)
		.where(and(eq(answers.assessmentId, id), eq(answers.criterion, criterion)))
		.get();
const says = (found: Awaited<ReturnType<typeof checked>>) => found.problems?.map(({ row, column, text }) => `${row} ${column}: ${text}`);

test('the download has a row a criterion with all that helps to answer it, and a sheet that explains', async () => {
	const read = await readSpreadsheet('answers.xlsx', await writeXlsx(tables()));
	expect(read.ok && read.sheet.rows.length).toBe(32);
	expect(read.ok && read.sheet.rows[0]?.cells).toEqual({
		Number: '1.1',
		Level: '1 Interested',
		Theme: 'strategy',
		Title: 'Criterion 1.1',
		'What is asked': 'What 1.1 asks',
		'What good evidence looks like': 'A dated page',
		Answer: 'Largely achieved',
		Comment: '- a list\n- of two',
		Evidence: 'Survey of tenants',
		Version: '1'
	});
	const notes = [...tables()[1].rows].map((row) => Object.values(row).join(' '));
	expect(notes).toContain('Answer: Fully achieved over 85% to 100%: done everywhere, always');
});

test('the file that was downloaded, uploaded unaltered, changes nothing, as CSV and as XLSX', async () => {
	for (const [content, name] of [
		[csv(), 'a.csv'],
		[await writeXlsx(tables()), 'a.xlsx']
	] as const) {
		const found = await checked(content, name);
		expect(found).toMatchObject({ state: 'checked', problems: [], counts: { same: 32, added: 0, changed: 0 } });
		const before = db.select().from(auditLines).all().length;
		expect(apply(found).ok).toBe(true);
		expect(db.select().from(auditLines).all().length).toBe(before + 1);
	}
	expect(standing('1.2')).toMatchObject({ rating: 'F', toConfirm: true, version: 1 });
});

test('answers in any of their words are taken, the results keep step, and applying twice is once', async () => {
	const words = { '1.1': 'f', '1.3': 'Not', '1.4': 'Partly', '1.5': 'LARGELY ACHIEVED (over 50% to 85%)', '2.1': 'Inherited' };
	const cells = Object.fromEntries(Object.entries(words).map(([number, answer]) => [number, { answer }]));
	const found = await checked(
		await filledIn({ ...cells, '1.2': { comment: 'Only a comment' }, '2.2': { answer: 'N/A', comment: 'We have no counter' } })
	);
	expect(says(found)).toEqual([]);
	expect(found.changes?.map(({ text }) => text)).toEqual([
		'1.1 from Largely achieved to Fully achieved',
		'1.2 comment added',
		'1.3 Not achieved',
		'1.4 Partially achieved',
		'1.5 Largely achieved',
		'2.1 Inherited',
		'2.2 Not applicable, comment added'
	]);
	const share = () => db.select({ answered: results.answered }).from(results).where(eq(results.assessmentId, id)).get()?.answered;
	expect(share()).toBe(1);
	expect(apply(found).ok).toBe(true);
	expect(apply(found).ok).toBe(true);
	expect(share()).toBe(5);
	expect(standing('1.1')).toMatchObject({ rating: 'F', version: 2, answeredBy: 'manager' });
	expect(standing('1.2')).toMatchObject({ rating: 'F', comment: 'Only a comment', toConfirm: true });
	expect(standing('2.2')).toMatchObject({ rating: 'not applicable', comment: 'We have no counter' });
});

test('each wrong row is named by row and column and says what to do', async () => {
	const text = await filledIn({
		'1.1': { answer: 'Mostly' },
		'1.3': { answer: 'n/a' },
		'1.4': { number: '9.9' },
		'1.5': { answer: 'N', version: '' },
		'2.1': { comment: 'x'.repeat(4001) },
		'2.2': { number: '2.3' }
	});
	const found = await checked(text);
	expect(says(found)).toEqual([
		'2 Answer: “Mostly” is not one of the answers: Not achieved, Partially achieved, Largely achieved, Fully achieved, Not applicable, Inherited',
		'4 Comment: Enter the reason why this does not apply',
		'5 Number: There is no criterion 9.9 in this assessment',
		'6 Version: Enter the version that the downloaded file has here',
		'7 Comment: The comment must be 4,000 characters or fewer',
		'8 Number: The title is that of criterion 2.2. Put the number or the title right',
		'9 Number: Row 8 is about criterion 2.3 too'
	]);
	expect(apply(found)).toMatchObject({ ok: false, code: 'has-problems' });
});

test('what a spreadsheet program does to a CSV is seen through: 5.10 taken for a figure, the apostrophe kept in a workbook', async () => {
	const [{ columns, ...table }] = tables();
	const rows = ([...table.rows] as Record<string, string>[]).map((row) => ({
		...row,
		number: String(Number(row.number)),
		comment: row.comment ? `'${row.comment}` : '',
		...(row.number === '5.10' ? { answer: 'N' } : {})
	}));
	const found = await checked(await writeXlsx([{ name: 'a', columns, rows }]), 'a.xlsx');
	expect(says(found)).toEqual([]);
	expect(found.changes?.map(({ text }) => text)).toEqual(['5.10 Not achieved']);
});

test('a row that somebody answered after the download is refused, the same answer is not', async () => {
	const text = await filledIn({ '1.3': { answer: 'F' }, '1.4': { answer: 'P' } });
	const seen = assessmentSeen(db, cast.manager, id);
	answer(db, cast.manager, seen, { criterion: '1.3', rating: 'P', comment: '', version: 1 }, today);
	answer(db, cast.manager, seen, { criterion: '1.4', rating: 'P', comment: '', version: 1 }, today);
	const found = await checked(text);
	expect(says(found)).toEqual([
		'4 Version: Morgan Manager answered this after the file was downloaded (now: Partially achieved). Take the row out to keep that, or write 2 here to replace it'
	]);
	const replaced = await checked(text.replace(/(^1\.3,.*),1\r$/m, '$1,2\r'));
	expect(apply(replaced).ok).toBe(true);
	expect(standing('1.3')?.rating).toBe('F');
});

test('an answer saved between check and apply stops applying, and nothing is saved', async () => {
	const found = await checked(await filledIn({ '1.3': { answer: 'F' }, '1.4': { answer: 'P' } }));
	answer(db, cast.manager, assessmentSeen(db, cast.manager, id), { criterion: '1.4', rating: 'L', comment: '', version: 1 }, today);
	expect(apply(found)).toMatchObject({ ok: false, code: 'changed-since' });
	expect(standing('1.3')?.rating).toBe(null);
	expect(standing('1.4')?.rating).toBe('L');
});

test('once submitted nothing is taken, neither checked nor applied', async () => {
	const found = await checked(await filledIn({ '1.3': { answer: 'F' } }));
	db.update(assessments).set({ status: 'submitted', submittedOn: today, submittedAt: 0 }).where(eq(assessments.id, id)).run();
	expect(apply(found)).toMatchObject({ ok: false, code: 'changed-since' });
	expect(says(await checked(csv()))).toEqual(['0 : The answers cannot be changed: this assessment has been submitted']);
	expect(standing('1.3')?.rating).toBe(null);
});
