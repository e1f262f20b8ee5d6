import { beforeEach, expect, test } from 'vitest';
import { applyImport } from '#lib/exchange/applying.server.ts';
import { checkFile } from '#lib/exchange/checking.server.ts';
import { keepCheck } from '#lib/exchange/keeping-checks.server.ts';
import { startImport } from '#lib/exchange/starting.server.ts';
import { templateOf } from '#lib/exchange/template.ts';
import { ratingsImport } from '#lib/exchange/kinds/ratings.server.ts';
import { writeCsv } from '#lib/exchange/writing-csv.ts';
import { raterTableReport } from '#lib/reports/calibration/rater-table-report.server.ts';
import type { Database } from '#lib/server/database.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { raterTableSeen } from './finding.server.ts';
import { raterTableCompared, ratingsOf, startRaterTable } from './rater-tables.server.ts';
import { raterTableFiltersIn, raterTableQueryOf } from './table-filters.ts';
import { raterTablesOf, raterTablesTable } from './tables-listing.server.ts';
import { ratingsTable } from './ratings-table.ts';

const today = '2026-11-22';
let db: Database;
let id: string;

beforeEach(() => {
	db = testDatabase();
	startRaterTable(db, cast.assessor, { title: 'Letters', about: 'October' });
	id = raterTableSeen(db, cast.assessor, '1').id;
});

async function check(csv: string) {
	const started = startImport(db, cast.assessor, { kind: 'ratings', into: id, name: 'ratings.csv' });
	if (!started.ok) throw new Error(started.text);
	const found = await checkFile(db, { kind: 'ratings', into: id, name: 'ratings.csv', bytes: new TextEncoder().encode(csv), today });
	if (!found.ok) throw new Error(found.text);
	keepCheck(db, started.id, found.checked);
	return { id: started.id, counts: found.checked.counts, problems: JSON.parse(found.checked.problems) as { text: string; row: number }[] };
}
const bringIn = async (csv: string) => applyImport(db, cast.assessor, (await check(csv)).id, today);
const overall = () => raterTableCompared(db, id).overall;
const heads = 'Subject,Rater,Question,Value';

const four = ['1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .'];
const fourRaters = () =>
	[heads, ...four.flatMap((line, rater) => line.split(' ').map((value, at) => `${at + 1},${'ABCD'[rater]},,${value}`))].join('\n');

test('the published example with its holes comes in from a file and has the published figures', async () => {
	expect(await bringIn(fourRaters())).toMatchObject({ ok: true, counts: { rows: 48, problems: 0, added: 41, same: 7 } });
	const { percentage, ac1, kappa, nominal, ordinal, interval } = overall();
	expect([percentage, ac1, kappa, nominal, ordinal, interval].map(({ value }) => value?.toFixed(5))).toEqual([
		'0.81818',
		'0.77544',
		'0.76117',
		'0.74342',
		'0.81539',
		'0.84911'
	]);
	const { title, sections } = raterTableReport(db, raterTableSeen(db, cast.assessor, '1'));
	expect(title).toBe('Letters: 81.8% of pairs agree; AC1 is 0.78');
	expect(sections.map((section) => section.id)).toEqual(['overall', 'by-question']);
});

test('brought in twice it changes nothing more; a corrected value is changed; all of it is one line in the audit trail', async () => {
	await bringIn(fourRaters());
	const lines = () => db.select().from(auditLines).all();
	expect((await check(fourRaters())).counts).toMatchObject({ added: 0, changed: 0, same: 48 });
	const corrected = await check(`${heads}\n1,A,,2\n`);
	expect(corrected.counts).toMatchObject({ added: 0, changed: 1 });
	const before = lines().length;
	applyImport(db, cast.assessor, corrected.id, today);
	expect(lines().length).toBe(before + 1);
	expect(ratingsOf(db, id).find(({ subject, rater }) => subject === '1' && rater === 'A')?.value).toBe('2');
});

test('what is wrong with a file is said by row and column', async () => {
	const found = await check(`${heads}\n,A,Q,1\n1,,Q,1\n1,A,Q,1\n1,A,Q,2\n`);
	expect(found.problems).toEqual([
		{ row: 2, column: 'Subject', text: 'Enter what was rated' },
		{ row: 3, column: 'Rater', text: 'Enter who rated it' },
		{ row: 5, column: 'Rater', text: 'Row 4 is about A on 1, Q too' }
	]);
});

test('an empty table, one rater and no overlap have no figures and say why; one category has them', async () => {
	expect(overall().percentage).toEqual({ value: null, note: 'There are no ratings.' });
	expect(raterTableReport(db, raterTableSeen(db, cast.assessor, '1')).title).toBe('Letters: There are no ratings');
	await bringIn(`${heads}\n1,A,Q,yes\n2,A,Q,no\n`);
	expect(overall().ac1.note).toContain('Only one rater');
	await bringIn(`${heads}\n3,B,Q,yes\n`);
	expect(overall().kappa.note).toContain('No two raters rated the same thing');
	await bringIn(`${heads}\n1,B,Q,YES\n2,B,Q,no\n3,A,Q,yes\n`);
	expect(overall().percentage.value).toBe(1);
});

test('one category only: alpha is 1 by convention, and the report says so', async () => {
	await bringIn(`${heads}\n1,A,Q,yes\n1,B,Q,Yes\n`);
	const text = JSON.stringify(raterTableReport(db, raterTableSeen(db, cast.assessor, '1')));
	expect(text).toContain('By convention');
	expect(text).toContain('Nearly every answer is the same');
});

test('numbers have an order and words have none, question by question', async () => {
	await bringIn(`${heads}\n1,A,Rings,3\n1,B,Rings,"3,5"\n2,A,Rings,4\n2,B,Rings,4.0\n1,A,Manner,good\n1,B,Manner,poor\n`);
	const { questions, overall: all } = raterTableCompared(db, id);
	expect(questions.map(({ id: name, agreement }) => [name, agreement.interval.value === null])).toEqual([
		['Manner', true],
		['Rings', false]
	]);
	expect(questions[1]?.agreement.percentage.value).toBe(0.5);
	expect(all.ordinal.value).toBeNull();
});

test('what goes out comes back the same, formulas and all, and so does the template', async () => {
	await bringIn(`${heads}\n=1+1,A,Q,-x\n1,B,Q,2\n`);
	const out = [...writeCsv(ratingsTable('Letters', ratingsOf(db, id)))].join('');
	expect((await check(out)).counts).toMatchObject({ rows: 2, problems: 0, added: 0, same: 2 });
	expect((await check([...writeCsv(templateOf(ratingsImport)[0])].join(''))).problems).toEqual([]);
});

test('only whoever brought a table in sees it', () => {
	const all = raterTableFiltersIn(new URLSearchParams());
	expect(raterTablesOf(db, cast.assessor, all)).toMatchObject([{ number: 1, title: 'Letters', ratings: 0 }]);
	expect(raterTablesOf(db, cast.lead, all)).toEqual([]);
	for (const person of [cast.lead, cast.manager, cast.administrator, cast.advisor])
		expect(() => raterTableSeen(db, person, '1')).toThrow(expect.objectContaining({ status: 404 }));
});

test('tables are found by words of their titles, sorted, and taken away as they are listed', async () => {
	startRaterTable(db, cast.assessor, { title: 'calls 100%', about: '' });
	startRaterTable(db, cast.assessor, { title: 'Forms', about: '' });
	await bringIn(`${heads}\nS1,R1,Q1,1`);
	const found = (query: string) =>
		raterTablesOf(db, cast.assessor, raterTableFiltersIn(new URLSearchParams(query))).map(({ title }) => title);
	expect(found('')).toEqual(['Forms', 'calls 100%', 'Letters']);
	expect(found('sort=title&order=ascending')).toEqual(['calls 100%', 'Forms', 'Letters']);
	expect(found('sort=ratings')[0]).toBe('Letters');
	expect(found('text=CALL')).toEqual(['calls 100%']);
	expect(found('text=%25')).toEqual(['calls 100%']);
	const filters = raterTableFiltersIn(new URLSearchParams('text=form&sort=nonsense'));
	expect(raterTableQueryOf(filters, { format: 'csv' })).toBe('?text=form&format=csv');
	expect(raterTablesTable(db, cast.assessor, filters).rows).toMatchObject([{ number: 3, title: 'Forms', ratings: 0 }]);
});
