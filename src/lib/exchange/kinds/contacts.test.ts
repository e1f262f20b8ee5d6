import { beforeEach, expect, test } from 'vitest';
import { contactsTable } from '#lib/domain/demand/contacts-table.server.ts';
import { filtersIn } from '#lib/domain/demand/filters.ts';
import { everyContact } from '#lib/domain/demand/listing.server.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { mapStages, mapSteps, maps } from '#lib/domain/maps/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { applyImport } from '../applying.server.ts';
import { checkFile } from '../checking.server.ts';
import { keepCheck } from '../keeping-checks.server.ts';
import { startImport } from '../starting.server.ts';
import { templateOf } from '../template.ts';
import { writeCsv } from '../writing-csv.ts';
import { contactsImport } from './contacts.server.ts';

const today = '2026-11-22';
let db: Database;
let id: string;

beforeEach(() => {
	db = testDatabase();
	id = aJourney(db);
	const map = db.insert(maps).values({ journeyId: id, kind: 'as-is' }).returning({ id: maps.id }).get().id;
	const stage = db.insert(mapStages).values({ mapId: map, position: 1, name: 'Wait' }).returning({ id: mapStages.id }).get().id;
	db.insert(mapSteps).values({ mapId: map, stageId: stage, position: 1, does: 'Rings to ask when' }).run();
});

async function check(csv: string) {
	const started = startImport(db, cast.manager, { kind: 'contacts', into: id, name: 'log.csv' });
	if (!started.ok) throw new Error(started.text);
	const found = await checkFile(db, { kind: 'contacts', into: id, name: 'log.csv', bytes: new TextEncoder().encode(csv), today });
	if (!found.ok) throw new Error(found.text);
	keepCheck(db, started.id, found.checked);
	return { id: started.id, counts: found.checked.counts, problems: JSON.parse(found.checked.problems) as { text: string; row: number }[] };
}
const everything = () => [...everyContact(db, id, filtersIn(new URLSearchParams('order=ascending')))];

const heads = 'What the customer said,Value or failure,What it is about,Channel,Predictable,Day heard,Step';

test('what a spreadsheet holds is noted once: numbers and names of steps, days and channels as people write them', async () => {
	const csv = `${heads}
"Where is my repair?",Failure demand,Where is it?,Telephone,Yes,14/03/2026,1
"My tap drips",value,I want a repair,face-to-face,,2026-03-15,rings to ask when
"My tap drips",value,I want a repair,face-to-face,,2026-03-15,rings to ask when
`;
	const first = await check(csv);
	expect([first.counts, first.problems]).toEqual([{ rows: 3, problems: 0, added: 3, changed: 0, same: 0 }, []]);
	expect(applyImport(db, cast.manager, first.id, today)).toMatchObject({ ok: true });
	const step = db.select({ id: mapSteps.id }).from(mapSteps).get()?.id;
	expect(everything().find(({ kind }) => kind === 'failure')).toMatchObject({
		words: 'Where is my repair?',
		channel: 'phone',
		predictable: true,
		heardOn: '2026-03-14',
		stepId: step
	});
	// the same file once more: two customers said the same, and both are in the log
	const again = await check(csv);
	expect(again.counts).toMatchObject({ added: 0, same: 3 });
	const third = await check(`${csv}"My tap drips",value,I want a repair,face-to-face,,2026-03-15,1\n`);
	expect(third.counts).toMatchObject({ added: 1, same: 3 });
});

test('every problem is named by row and column, and nothing is noted', async () => {
	const found = await check(`${heads}
,failure,Where is it?,phone,,2026-03-14,
Words,perhaps,Where is it?,fax,maybe,2026-02-30,
Words,value,Where is it?,phone,,2026-11-23,
Words,value,Where is it?,phone,,2026-03-14,9
`);
	expect(found.problems).toEqual([
		{ row: 2, column: 'What the customer said', text: 'Enter what the customer said' },
		{ row: 3, column: 'Value or failure', text: 'Choose value or failure' },
		{ row: 3, column: 'Channel', text: 'Choose a channel' },
		{ row: 3, column: 'Predictable', text: 'Predictable must be yes, no, or empty' },
		{ row: 3, column: 'Day heard', text: 'The day it was heard must be a real date' },
		{ row: 4, column: 'Day heard', text: 'The day must be today or in the past' },
		{ row: 5, column: 'Step', text: 'The as-is map has no step “9”. Write a number from 1 to 1, or what the customer does there' }
	]);
	expect(applyImport(db, cast.manager, found.id, today)).toMatchObject({ ok: false, code: 'has-problems' });
	expect(everything()).toEqual([]);
});

test('a log that goes out and comes back says what is there already, formulas and all', async () => {
	const first = await check(`${heads}\n"=1+1 is what I was told",failure,-late,phone,no,2026-03-14,1\n`);
	applyImport(db, cast.manager, first.id, today);
	const out = [...writeCsv(contactsTable(db, journeySeen(db, cast.manager, id), filtersIn(new URLSearchParams())))].join('');
	expect((await check(out)).counts).toMatchObject({ rows: 1, problems: 0, added: 0, same: 1 });
});

test('the template is read back as it is', async () => {
	const found = await check([...writeCsv(templateOf(contactsImport)[0])].join(''));
	expect(found.counts).toMatchObject({ rows: 1, problems: 0, added: 1 });
});
