import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { pafCast, withAdvisors } from '../../../../tests/support/paf-cast.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { moveStaff } from '#lib/domain/organisation/staff-changing.server.ts';
import { interactionFiles, interactions } from '#lib/domain/paf/tables.ts';
import { at as atMoment } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import { keepCheck, keepRefusal } from '../keeping-checks.server.ts';
import type { Problem } from '../sheet.ts';
import { imports } from '../tables.ts';
import { applyList } from './applying.server.ts';
import { checkList } from './checking.server.ts';
import { rememberMapping, startList, type ReadWorkbook } from './starting-list.server.ts';
import { listOfWorkbook } from './workbook-list.ts';
import { writeXlsx } from '../writing-xlsx.ts';
import type { Mapping } from './columns.ts';
import type { Over } from './resolving.server.ts';

let db: Database;
beforeEach(() => (db = withAdvisors(testDatabase())));
const now = Date.UTC(2026, 10, 22, 9);

async function* inPieces(bytes: Uint8Array) {
	for (let at = 0; at < bytes.length; at += 7) yield await Promise.resolve(bytes.subarray(at, at + 7));
}
const workbook: ReadWorkbook = ({ name, bytes }) => listOfWorkbook(name, bytes);
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

/** Uploads and checks a list; gives the import. */
async function checked(text: string | Uint8Array, { over = 'all' as Over, mapping }: { over?: Over; mapping?: Mapping } = {}) {
	const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
	const started = await startList(db, cast.manager, 'list.csv', inPieces(bytes), workbook);
	if (!started.ok) throw new Error(started.text);
	if (mapping) expect(rememberMapping(db, cast.manager, started.id, mapping)).toMatchObject({ ok: true });
	const outcome = checkList(db, { importId: started.id, over, now });
	if (outcome.ok) keepCheck(db, started.id, outcome.checked);
	else keepRefusal(db, started.id, outcome.text);
	return db.select().from(imports).where(eq(imports.id, started.id)).get()!;
}
const apply = (id: string) => atMoment(now, () => applyList(db, cast.manager, id, 'all'));
const said = (problems: Problem[] | null) => (problems ?? []).map(({ row, column, text }) => `${row} ${column}: ${text}`);
const all = () => db.select().from(interactions).orderBy(interactions.reference).all();

test('a list is read by its heads, checked, applied once, and its file is gone', async () => {
	const found = await checked(
		'Reference,Date,Time,Channel,Agent,Duration,Wrap\nC1,12/11/2026,10:42,Telephone,P1,8:14,x\nC2,2026-07-01T09:00:00,,Voice,avi advisor,494,x\nC1,12/11/2026,10:42,Telephone,P1,8:14,x\n'
	);
	expect(found.counts).toEqual({ rows: 3, problems: 0, added: 2, changed: 0, same: 1 });
	expect(found.notes).toEqual([
		'Columns that are not read: Wrap.',
		'1 row has a reference that stood in the file before: each is counted once.'
	]);
	expect(found.changes?.map(({ text }) => text)).toEqual([
		'Adds 1 by phone in July 2026, Housing repairs, from this row on',
		'Adds 1 by phone in November 2026, Housing repairs, from this row on'
	]);
	expect(all()).toEqual([]);
	expect(await apply(found.id)).toMatchObject({ ok: true, counts: { added: 2, same: 1 } });
	expect(all()).toMatchObject([
		{
			reference: 'C1',
			staffId: 'avi',
			teamId: 'calls',
			serviceId: 'repairs',
			channel: 'phone',
			at: Date.UTC(2026, 10, 12, 10, 42),
			month: '2026-11',
			seconds: 494
		},
		{ reference: 'C2', at: Date.UTC(2026, 6, 1, 8), month: '2026-07', seconds: 494 }
	]);
	expect(db.select().from(interactionFiles).all()).toEqual([]);
	expect(await apply(found.id)).toMatchObject({ ok: true });
	// the same interaction in a second file
	const again = await checked('Reference,Date,Channel,Agent\nC1,12/11/2026,phone,P1\nC3,13/11/2026,email,P2\n');
	expect(again.counts).toMatchObject({ added: 1, same: 1 });
	await apply(again.id);
	expect(all().map(({ reference }) => reference)).toEqual(['C1', 'C2', 'C3']);
});

test('semicolons, Windows-1252, dates and times as Excel keeps them', async () => {
	// 46338 is 12 November 2026 (days since 30 December 1899); 0.4458333 of a day is 10:42
	const found = await checked(
		latin('Ref;Date;Channel;Agent;Duration\r\nX1;46338.4458333;E-mail;B\xe9a Ren\xe9e;0.0057176\r\nX2;46338;Counter;P2;\r\n')
	);
	expect(said(found.problems)).toEqual([]);
	expect(found.notes?.[0]).toContain('Windows-1252');
	await apply(found.id);
	expect(all()).toMatchObject([
		{ reference: 'X1', staffId: 'bea', channel: 'email', at: Date.UTC(2026, 10, 12, 10, 42), seconds: 494 },
		{ reference: 'X2', channel: 'face to face', at: Date.UTC(2026, 10, 12), seconds: null }
	]);
});

test('what is wrong is said by row and column, and nothing is applied', async () => {
	const found = await checked(
		`Reference,Date,Channel,Agent,Length
,31/02/2026,pigeon,Nobody,x
C2,12/11/2027,phone,P1,
C3,11/11/2026,phone,P5,
C4,10/11/2026,phone,P5,
C5,12/11/2026,phone
C6,12/11/2026,phone,P6,5
`,
		{ over: ['repairs'] }
	);
	expect(said(found.problems)).toEqual([
		'2 Reference: Enter the reference',
		'2 Date: “31/02/2026” is no real date: day, month, year',
		expect.stringMatching(/^2 Channel: “pigeon” is no channel/),
		'2 Length: “x” is no length of time. Write seconds, or 8:14',
		'2 Agent: Nobody has the payroll number or the name “Nobody”. Add them to the staff first',
		'3 Date: 12 Nov 2027 is in the future',
		'4 Agent: Gus Gone left on 10 Nov 2026, before 11 Nov 2026',
		'6 : This row has 3 cells, but the file has 5 columns',
		'7 Agent: Pia Plan was not in a service of yours on 12 Nov 2026'
	]);
	expect(await apply(found.id)).toMatchObject({ ok: false, code: 'has-problems' });
	expect(all()).toEqual([]);
});

test('whoever moved in mid-month was in the old team until the day before', async () => {
	const moved = atMoment(Date.UTC(2026, 10, 16, 9), () => moveStaff(db, cast.administrator, 'avi', { teamId: 'desk', version: 1 }));
	expect(moved.ok).toBe(true);
	const found = await checked('Reference,Date,Channel,Agent\nA,15/11/2026 23:59,phone,P1\nB,16/11/2026 00:00,phone,P1\n');
	await apply(found.id);
	expect(all().map(({ teamId }) => teamId)).toEqual(['calls', 'desk']);
});

test('columns with other heads are chosen once and remembered for files with the same heads', async () => {
	const text = 'Anruf,Wann,Wer\nK1,12/11/2026,P1\n';
	const mapping = { reference: 'Anruf', at: 'Wann', advisor: 'Wer', channel: '=phone' };
	expect((await checked(text, { mapping })).counts).toMatchObject({ added: 1, problems: 0 });
	expect((await checked('wann,ANRUF,Wer\n13/11/2026,K2,P1\n')).counts).toMatchObject({ added: 1, problems: 0 });
	const started = await startList(db, cast.manager, 'list.csv', inPieces(latin('A,B\n1,2\n')), workbook);
	expect(started.ok && rememberMapping(db, cast.manager, started.id, { reference: 'A', at: 'A' })).toMatchObject({ ok: false });
});

test.each([
	['a file that is empty', '', 'The file is empty'],
	['a quotation mark that never closes', 'Reference,Date,Channel,Agent\n"C1,12/11/2026,phone,P1\n', 'quotation mark']
])('%s is refused with what to do', async (_, text, said) => {
	const bytes = new TextEncoder().encode(text);
	const started = await startList(db, pafCast.leader, 'x.csv', inPieces(bytes), workbook);
	const outcome = started.ok ? checkList(db, { importId: started.id, over: 'all', now }) : started;
	expect(outcome).toMatchObject({ ok: false });
	expect(!outcome.ok && outcome.text).toContain(said);
});

test('a workbook is read like a list, with dates and lengths as Excel keeps them', async () => {
	const table = {
		name: 'Calls',
		columns: [
			{ key: 'ref', label: 'Reference', kind: 'text' as const },
			{ key: 'at', label: 'Date', kind: 'number' as const, decimals: 7 },
			{ key: 'channel', label: 'Channel', kind: 'text' as const },
			{ key: 'who', label: 'Agent', kind: 'text' as const },
			{ key: 'long', label: 'Duration', kind: 'number' as const, decimals: 7 }
		],
		rows: [{ ref: 'W1', at: 46338.5, channel: 'Telephone', who: 'P1', long: 0.25 }]
	};
	const found = await checked(await writeXlsx([table]));
	expect(said(found.problems)).toEqual([]);
	await apply(found.id);
	expect(all()).toMatchObject([{ reference: 'W1', at: Date.UTC(2026, 10, 12, 12), seconds: 21_600 }]);
});
