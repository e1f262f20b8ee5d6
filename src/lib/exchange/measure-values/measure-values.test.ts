import { beforeEach, expect, test } from 'vitest';
import { seriesOf } from '#lib/domain/measures/series.server.ts';
import { releaseMonth } from '#lib/domain/measures/releasing.server.ts';
import { teams } from '#lib/domain/organisation/tables.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { eq } from 'drizzle-orm';
import { councilWithMeasures, enter, measuresToday as today, value } from '../../../../tests/support/measures.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { applyImport } from '../applying.server.ts';
import { checkFile } from '../checking.server.ts';
import { keepCheck } from '../keeping-checks.server.ts';
import { startImport } from '../starting.server.ts';
import { imports } from '../tables.ts';
import { rememberValueColumns, valueColumns } from './choosing-columns.server.ts';
import { mustAsk, readPercentage } from './columns.ts';
import { valuesInto, valuesKind } from './mapping.server.ts';

let db: Database;
let ids: Record<string, string>;
beforeEach(() => ({ db, ids } = councilWithMeasures()));

/** Checks a CSV as somebody would bring it in, and keeps the check; gives the import's id. */
async function check(text: string, person: Person = cast.lead): Promise<string> {
	const file = { kind: valuesKind, into: valuesInto(person), name: 'values.csv' };
	const started = startImport(db, person, file);
	if (!started.ok) throw new Error(started.text);
	const checked = await checkFile(db, { ...file, bytes: new TextEncoder().encode(text), today });
	if (!checked.ok) throw new Error(checked.text);
	keepCheck(db, started.id, checked.checked);
	return started.id;
}
const found = (id: string) => db.select().from(imports).where(eq(imports.id, id)).get()!;
const problems = (id: string) => (found(id).problems ?? []).map(({ row, column, text }) => [row, column, text]);
const council = (key: string) =>
	seriesOf(db, ids[key]!, {}, 12, today).map(({ period, numerator, denominator }) => [period, numerator, denominator]);

test('a month written in four ways is one and the same, and applying twice changes nothing more', async () => {
	const id = await check(
		[
			'Measure,Month,Service,Channel,Numerator,Denominator',
			'Resolved at first contact,2026-10,Housing repairs,telephone,80,100',
			'resolved at first contact,10/2026,Planning applications,phone,"1,045","1,200"',
			'Resolved at first contact,October 2026,Contact centre,Phone,9,10',
			'Resolved at first contact,46296,contact centre,e-mail,5,10'
		].join('\n')
	);
	expect(problems(id)).toEqual([]);
	expect(found(id).counts).toMatchObject({ rows: 4, added: 4 });
	expect(applyImport(db, cast.lead, id, today).ok).toBe(true);
	expect(council('first-contact-resolution')).toEqual([['2026-10', 1139, 1320]]);
	expect(applyImport(db, cast.lead, id, today).ok).toBe(true);
	expect(council('first-contact-resolution')).toEqual([['2026-10', 1139, 1320]]);
});

test('each thing that is wrong is said with its row and column, and nothing is applied', async () => {
	enter(db, [value(ids['contacts']!, 500)]);
	const id = await check(
		[
			'Measure,Month,Service,Channel,Numerator,Denominator',
			'Keys cut,2026-10,,,1,',
			'Contacts,sometime,,,1,',
			'Contacts,2026-10,Parks,,1,',
			'Contacts,2026-10,Housing repairs,pigeon,1,',
			'Contacts,2026-10,Housing repairs,phone,1,',
			'Contacts,2027-03,Housing repairs,phone,1,',
			'Resolved at first contact,2026-10,Housing repairs,phone,11,10',
			'Resolved at first contact,2026-10,Housing repairs,email,0,0'
		].join('\n')
	);
	const said = problems(id);
	expect(said.map(([row, column]) => [row, column])).toEqual([
		[2, 'Measure'],
		[3, 'Month'],
		[4, 'Service'],
		[5, 'Channel'],
		[6, 'Service'],
		[7, 'Month'],
		[8, 'Numerator'],
		[9, 'Denominator']
	]);
	expect(said[4]?.[2]).toMatch(/same would count twice/);
	expect(applyImport(db, cast.lead, id, today)).toMatchObject({ ok: false, code: 'has-problems' });
});

test('percentages as 0.85 and 85 in one column are asked about, for this file alone, and never guessed', async () => {
	const text = (other: number) =>
		`Measure,Month,Service,Rate,Out of\nSatisfied overall,2026-10,Housing repairs,0.85,200\nSatisfied overall,2026-10,Planning applications,${other},100`;
	const id = await check(text(85));
	expect(problems(id)).toEqual([[0, 'Rate', expect.stringMatching(/0.85 and 85/)]]);
	const columns = valueColumns(db, id)!;
	expect(columns).toMatchObject({ lacking: [], question: { low: '0.85', high: '85' }, meaning: null });
	expect(rememberValueColumns(db, cast.lead, id, columns.mapping, today)).toMatchObject({
		ok: false,
		field: 'percentages',
		text: 'Choose what 0.85 means'
	});
	expect(rememberValueColumns(db, cast.lead, id, { ...columns.mapping, percentages: 'shares' }, today).ok).toBe(true);
	expect(problems(id)).toEqual([]);
	applyImport(db, cast.lead, id, today);
	expect(council('satisfied-overall')).toEqual([['2026-10', 255, 300]]);
	// another file with the same heads is asked about again
	expect(problems(await check(text(90)))).toEqual([[0, 'Rate', expect.stringMatching(/0.85 and 90/)]]);
});

test('values of teams are brought in under the names of their services, and a service is their sum', async () => {
	db.insert(teams)
		.values([
			{ id: 'gas', serviceId: 'repairs', name: 'Gas' },
			{ id: 'voids', serviceId: 'repairs', name: 'Voids' }
		])
		.run();
	const head = 'Measure,Month,Service,Team,Numerator,Denominator\n';
	const id = await check(
		`${head}Resolved at first contact,2026-10,Housing repairs,gas,60,80\nResolved at first contact,2026-10,Housing repairs,Voids,30,50`
	);
	expect(problems(id)).toEqual([]);
	expect(found(id).changes?.map(({ text }) => text)).toEqual([
		'Adds Resolved at first contact, October 2026, Gas, Housing repairs: 75.0% (60 of 80)',
		'Adds Resolved at first contact, October 2026, Voids, Housing repairs: 60.0% (30 of 50)'
	]);
	applyImport(db, cast.lead, id, today);
	expect(council('first-contact-resolution')).toEqual([['2026-10', 90, 130]]);
	const wrong = await check(
		`${head}Resolved at first contact,2026-09,Planning applications,Gas,1,2\nResolved at first contact,2026-09,,Gas,1,2\nResolved at first contact,2026-10,Housing repairs,all,90,130`
	);
	expect(problems(wrong)).toEqual([
		[2, 'Team', 'Planning applications has no team called “Gas”'],
		[3, 'Service', 'Enter the service whose team it is'],
		[4, 'Service', expect.stringMatching(/^There are values for parts of the service over all channels/)]
	]);
});

test('what heads mean is chosen once and remembered for files with the same heads', async () => {
	const text = (n: number) => `Stichtag,Amt,Anzahl\n2026-09,Housing repairs,${n}`;
	const id = await check(text(7));
	expect(valueColumns(db, id)?.lacking[0]).toBe('Choose the column that holds the measure');
	const chosen = { measure: '=contacts', period: 'Stichtag', service: 'Amt', numerator: 'Anzahl', channel: '=phone' };
	expect(rememberValueColumns(db, cast.lead, id, { ...chosen, period: 'Tag' }, today)).toMatchObject({ ok: false, field: 'period' });
	expect(rememberValueColumns(db, cast.lead, id, chosen, today).ok).toBe(true);
	expect(found(id).counts).toMatchObject({ added: 1, problems: 0 });
	const next = await check(text(8));
	expect(found(next).changes).toMatchObject([{ text: 'Adds Contacts, September 2026, Housing repairs, phone: 8' }]);
});

test('a correction of a released month needs its reason in the row, and a manager brings in values of their own services only', async () => {
	enter(db, [value(ids['contacts']!, 5, null, { serviceId: 'repairs' })]);
	releaseMonth(db, cast.lead, '2026-10', '', today);
	const head = 'Measure,Month,Service,Numerator,Reason\n';
	expect(problems(await check(`${head}Contacts,2026-10,Housing repairs,6,`))).toEqual([
		[2, 'Reason', expect.stringMatching(/October 2026 is released/)]
	]);
	const id = await check(`${head}Contacts,2026-10,Housing repairs,6,Counted twice`, cast.manager);
	expect(found(id).changes).toMatchObject([{ text: 'Contacts, October 2026, Housing repairs: 5 becomes 6' }]);
	expect(applyImport(db, cast.manager, id, today).ok).toBe(true);
	expect(problems(await check(`${head}Contacts,2026-09,Planning applications,6,`, cast.manager))[0]?.[2]).toMatch(/own services/);
});

test.each([
	[['85', '90'], null],
	[['0.85', '0.9'], { low: '0.85', high: null }],
	[['85%', '0.5%'], null],
	[['0', '85'], null]
])('whether %j must be asked about', (cells, asked) => {
	expect(mustAsk(cells)).toEqual(asked);
});

test('a percentage with its sign is what it says', () => {
	expect(readPercentage('0.85%', 'shares')).toBe(0.85);
	expect(readPercentage('1', 'shares')).toBe(100);
	expect(readPercentage('many', null)).toBeNull();
});
