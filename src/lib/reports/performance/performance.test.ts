import readXlsx from 'read-excel-file/node';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#lib/domain/access/person.ts';
import { setCost } from '#lib/domain/contact-costs/channel-costs.server.ts';
import { glanceFiltersIn, glanceText } from '#lib/domain/glance/filters.ts';
import { glanceOf } from '#lib/domain/glance/glance.server.ts';
import { glanceSeen } from '#lib/domain/glance/seen.server.ts';
import { addPeriods, periodsFrom } from '#lib/domain/measures/period.ts';
import { releaseMonth } from '#lib/domain/measures/releasing.server.ts';
import { savingsPage } from '#lib/domain/measures/savings.server.ts';
import type { ValueTyped } from '#lib/domain/measures/value-faults.ts';
import { teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { councilWithMeasures, enter, measuresToday as today, value } from '../../../../tests/support/measures.ts';
import { readPdf } from '../../../../tests/support/pdf-text.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { tablesOf, type Report } from '../description.ts';
import { fileOf } from '../file.server.ts';
import { performanceReport } from './performance-report.server.ts';
import { performanceKind } from './performance-kind.server.ts';

let db: Database;
let ids: Record<string, string>;
const months = periodsFrom('2023-11', '2026-10');
/** So many years before the last one. */
const yearOf = (period: string) => Math.floor((months.length - 1 - months.indexOf(period)) / 12);

beforeEach(() => {
	({ db, ids } = councilWithMeasures());
	const phone = { serviceId: 'repairs', channel: 'phone' as const };
	// a thousand contacts a month in each year; calls move to the web, and fewer contacts are failure demand
	const values = months.flatMap((period): ValueTyped[] => {
		const calls = [300, 400, 500][yearOf(period)]!;
		return [
			value(ids['contacts']!, calls, null, { ...phone, period }),
			value(ids['contacts']!, 800 - calls, null, { ...phone, channel: 'web', period }),
			value(ids['contacts']!, 200, null, { serviceId: 'planning', channel: 'email', period }),
			// a hundred visits to the web a month finish nothing
			value(ids['self-service-share']!, 700 - calls, 900, { serviceId: 'repairs', period }),
			value(ids['first-contact-resolution']!, 75 + yearOf(period), 100, { ...phone, period }),
			value(ids['failure-demand']!, 20 + 5 * yearOf(period), 100, { serviceId: 'repairs', period }),
			value(ids['satisfied-overall']!, 84, 100, { serviceId: 'planning', period }),
			value(ids['response-in-time']!, 95, 100, { ...phone, period }),
			value(ids['response-in-time']!, 80, 100, { serviceId: 'planning', channel: 'email', period })
		];
	});
	expect(enter(db, values).ok).toBe(true);
	for (const [channel, pence] of [
		['phone', 500],
		['web', 50],
		['email', 400]
	] as const)
		expect(setCost(db, cast.lead, channel, { pence, source: 'Finance', version: 0 }).ok).toBe(true);
});

const filters = (query = '') => glanceFiltersIn(new URLSearchParams(query));
const glance = (person: Person = cast.lead, query = '', day = today) => glanceOf(db, glanceSeen(db, person, filters(query)), day);
const report = (person: Person = cast.lead, text = '') => performanceReport(db, person, text, today);
const tableOf = (one: Report, id: string) => tablesOf(one).find((table) => table.id === id)!;
const sectionOf = (one: Report, id: string) => one.sections.find((section) => section.id === id)!;

describe('the council at a glance', () => {
	test('demand is summed by channel and by service, beside the year before', () => {
		const { span, byChannel, byUnit } = glance();
		expect(span).toEqual({ from: '2025-11', to: '2026-10' });
		expect(byChannel['contacts']!.map(({ name, now, before }) => [name, now?.numerator, before?.numerator])).toEqual([
			['Web', 6000, 4800],
			['Phone', 3600, 4800],
			['Email', 2400, 2400]
		]);
		expect(byUnit.map(({ name, now }) => [name, now?.numerator])).toEqual([
			['Housing repairs', 9600],
			['Planning applications', 2400]
		]);
	});

	test('rates over months are those of the sums, and each channel is held against its standard', () => {
		const { measures, byChannel } = glance();
		const resolved = measures.find(({ standing }) => standing.measure.key === 'first-contact-resolution')!;
		expect(resolved.over).toMatchObject({ numerator: 900, denominator: 1200, shown: '75.0% (900 of 1,200)', months: 12 });
		expect(resolved.before?.shown).toBe('76.0% (912 of 1,200)');
		expect(byChannel['response-in-time']!.map(({ name, targetShown, met }) => [name, targetShown, met])).toEqual([
			['Phone', '90%', true],
			['Email', '90%', false]
		]);
	});

	test('failure demand costs its share of what contacts cost', () => {
		// 3,600 × £5 + 4,800 × £0.50 finished on the web + 2,400 × £4 = £30,000; a fifth of it
		expect(glance().failure).toMatchObject({ contacts: 10_800, all: 3_000_000, pence: 600_000 });
		expect(sectionOf(report(), 'failure-demand').title).toBe('Failure demand costs £6,000 in 12 months: 20.0% of £30,000');
	});

	test('the saving is worked out against the first year held', () => {
		const { baseline, shift } = glance();
		expect(baseline).toEqual({ from: '2023-11', to: '2024-10' });
		// 2,400 calls a year were finished on the web instead: 2,400 × (£5 − £0.50)
		expect(shift).toMatchObject({ before: 10_800, now: 10_800, saved: 1_080_000, costNow: 3_000_000, costAsBefore: 4_080_000 });
		// the page of the saving says the same
		const page = savingsPage(db, { serviceId: null, releasedOnly: false }, '2024-10', today);
		expect(page.saving).toMatchObject({ pence: 1_080_000, actual: 3_000_000, asBefore: 4_080_000 });
		expect(sectionOf(report(), 'channel-shift').title).toBe('£10,800 is saved by channel shift since Nov 2023 to Oct 2024');
	});

	test('a month that is missing now or then takes the comparison away, never the figure', () => {
		enter(db, [value(ids['first-contact-resolution']!, null, null, { serviceId: 'repairs', channel: 'phone', period: '2025-01' })]);
		const resolved = glance().measures.find(({ standing }) => standing.measure.key === 'first-contact-resolution')!;
		expect(resolved.over?.months).toBe(12);
		expect(resolved.before).toBeNull();
	});

	test('what is old is named, with what is not held at all', () => {
		const stale = glance(cast.lead, '', '2027-03-01');
		expect(stale.measures.every(({ standing }) => standing.stale)).toBe(true);
		expect(stale.missing).toContain('Waiting time');
		expect(stale.span.to).toBe('2026-10');
	});

	test('nothing held is a page that says so', () => {
		({ db, ids } = councilWithMeasures());
		const empty = report();
		expect(empty.title).toContain('nothing here has a target');
		expect(sectionOf(empty, 'demand').title).toBe('No contacts are held here');
	});
});

describe('who sees what', () => {
	test('a service, by a channel, over some months; another service is not there', () => {
		const own = glance(cast.manager, 'service=repairs&channel=phone&months=3');
		expect(own.byChannel['contacts']!.map(({ name, now }) => [name, now?.numerator])).toEqual([['Phone', 900]]);
		expect(own.shift).toBeNull();
		expect(() => glance(cast.manager, 'service=planning')).toThrow();
		expect(() => glance(cast.advisor)).toThrow();
		expect(() => glance(cast.lead, 'service=nowhere')).toThrow();
	});

	test('the council’s page names to a manager only the services they see', () => {
		expect(glance(cast.manager).byUnit.map(({ name }) => name)).toEqual(['Housing repairs']);
	});

	test('a viewer reads released months alone, in every figure', () => {
		for (const period of months.slice(0, -2)) expect(releaseMonth(db, cast.lead, period, '', today).ok).toBe(true);
		const seen = glance(cast.viewer);
		expect(seen.span.to).toBe('2026-08');
		expect(seen.byChannel['contacts']!.reduce((sum, { now }) => sum + (now?.numerator ?? 0), 0)).toBe(12_000);
		expect(JSON.stringify(report(cast.viewer))).not.toMatch(/Oct 2026|"2026-10"/);
		// what a lead keeps is read so by a viewer
		const kept = performanceKind.keeping!.unnamed!(db, cast.lead, '', today);
		expect(JSON.stringify(kept.sections)).toBe(JSON.stringify(report(cast.viewer).sections));
	});

	test('the council’s is kept and read by those who see every service; a manager has that of their own', () => {
		const { subject } = performanceKind.keeping!;
		for (const person of [cast.lead, cast.viewer]) expect(subject(db, person, '').about).not.toBe('');
		expect(() => subject(db, cast.manager, '')).toThrow();
		expect(subject(db, cast.manager, 'service=repairs').about).toBe('Housing repairs');
	});

	test('a month that is not released is in no sum of a viewer, wherever it stands', () => {
		for (const period of months.filter((one) => one !== '2026-03')) releaseMonth(db, cast.lead, period, '', today);
		const web = glance(cast.viewer).byChannel['contacts']!.find(({ name }) => name === 'Web')!;
		expect([web.now?.months, web.now?.numerator, web.before]).toEqual([11, 5500, null]);
	});

	test('a team of another service than the one asked for is left out; one that is not there is not there', () => {
		db.insert(teams).values({ id: 'gas', serviceId: 'repairs', name: 'Gas' }).run();
		expect(glanceSeen(db, cast.lead, filters('service=planning&team=gas'))).toMatchObject({ serviceId: 'planning', teamId: null });
		expect(glanceSeen(db, cast.manager, filters('team=gas'))).toMatchObject({
			serviceId: 'repairs',
			teamId: 'gas',
			name: 'Gas, Housing repairs'
		});
		expect(() => glanceSeen(db, cast.planner, filters('team=gas'))).toThrow();
		expect(() => glanceSeen(db, cast.lead, filters('team=none'))).toThrow();
	});
});

test('page, PDF, workbook and JSON say the same figures', async () => {
	const made = report();
	const bytes = async (format: 'pdf' | 'xlsx' | 'json') => Buffer.from((await fileOf(db, made, { format, today }))!.bytes);
	const json = JSON.parse((await bytes('json')).toString()) as { sections: { blocks: { id?: string; rows?: object[] }[] }[] };
	const sheets = await readXlsx(await bytes('xlsx'));
	const tables = tablesOf(made);
	expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
	expect(sheets).toHaveLength(tables.length);
	for (const [n, table] of tables.entries()) {
		expect(json.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === table.id)?.rows).toEqual(table.rows);
		expect(sheets[n]!.data.slice(1)).toHaveLength(table.rows.length);
	}
	const pdf = readPdf(await bytes('pdf')).text.replaceAll(/\s+/g, '');
	for (const text of [
		'12,000 contacts in 12 months',
		'£10,800 is saved by channel',
		'Failure demand costs £6,000 in 12 months: 20.0% of £30,000'
	])
		expect(pdf.includes(text.replaceAll(' ', '')), text).toBe(true);
	expect(tableOf(made, 'all-figures').rows.find(({ measure }) => measure === 'Resolved at first contact')).toMatchObject({
		numerator: 75,
		denominator: 100,
		value: 75,
		together: 75,
		before: 76
	});
});

test('every figure leads to its measure, at the same place', () => {
	const [first] = tableOf(report(cast.manager, 'service=repairs'), 'first-contact').links!;
	expect(first).toBe('/measures/first-contact-resolution?service=repairs');
});

test('a view has one text, whatever the order of its address', () => {
	expect(glanceText(filters('months=6&channel=phone&service=repairs&nonsense=1'))).toBe('service=repairs&channel=phone&months=6');
	expect(glanceText(filters('months=12&channel=pigeon'))).toBe('');
	expect(() => performanceKind.keeping!.subject(db, cast.lead, 'months=12')).toThrow();
	expect(performanceKind.keeping!.subject(db, cast.lead, 'service=repairs&months=3')).toMatchObject({
		about: 'Housing repairs, 3 months',
		serviceId: 'repairs',
		address: '/glance?service=repairs&months=3'
	});
	expect(addPeriods('2026-01', -1)).toBe('2025-12');
});
