import { beforeEach, expect, test } from 'vitest';
import { setCost } from '#lib/domain/contact-costs/channel-costs.server.ts';
import { glanceFiltersIn } from '#lib/domain/glance/filters.ts';
import { glanceSeen } from '#lib/domain/glance/seen.server.ts';
import { releaseMonth } from '#lib/domain/measures/releasing.server.ts';
import { rebuildMeasureSums } from '#lib/domain/measures/sums.server.ts';
import { measureSums } from '#lib/domain/measures/tables.ts';
import { councils } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { councilWithMeasures, enter, measuresToday as today, value } from '../../../../tests/support/measures.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { tablesOf } from '../description.ts';
import { reportKeptAtGlance } from './kept-at-glance.server.ts';
import { reportAtGlance } from './performance-report.server.ts';

let db: Database;
let ids: Record<string, string>;
const phone = { serviceId: 'repairs', channel: 'phone' as const, period: '2026-10' };
beforeEach(() => {
	({ db, ids } = councilWithMeasures());
	enter(db, [value(ids['contacts']!, 300, null, phone), value(ids['first-contact-resolution']!, 75, 100, phone)]);
});

const seenBy = (person = cast.lead, query = '') => glanceSeen(db, person, glanceFiltersIn(new URLSearchParams(query)));
const kept = (person = cast.lead, query = '') => reportKeptAtGlance(db, seenBy(person, query), today);
const contacts = (person = cast.lead) =>
	tablesOf(kept(person))
		.find(({ id }) => id === 'all-figures')!
		.rows.find(({ measure }) => measure === 'Contacts')?.numerator;

test('it is worked out once, whatever else is written, and says what it would say if it were worked out now', () => {
	const first = kept();
	db.update(councils).set({ name: 'Council' }).run();
	expect(kept()).toBe(first);
	expect(kept(cast.lead, 'months=6')).not.toBe(first);
	db.update(councils).set({ name: 'Testshire' }).run();
	expect(first.sections).toEqual(reportAtGlance(db, seenBy(), today).sections);
});

test('a value, a correction and sums put right are in it at once', () => {
	expect(contacts()).toBe(300);
	enter(db, [value(ids['contacts']!, 200, null, { ...phone, channel: 'web' })]);
	expect(contacts()).toBe(500);
	enter(db, [value(ids['contacts']!, 100, null, phone)]);
	expect(contacts()).toBe(300);
	db.update(measureSums).set({ numerator: 1 }).run();
	expect(contacts()).toBe(300);
	rebuildMeasureSums(db);
	db.update(measureSums).set({ numerator: 1 }).run();
	rebuildMeasureSums(db);
	expect(contacts()).toBe(300);
});

test('so are a cost, a name and a month that is released; another day is another report', () => {
	const versions = [kept()];
	expect(setCost(db, cast.lead, 'phone', { pence: 500, source: 'Finance', version: 0 }).ok).toBe(true);
	versions.push(kept());
	expect(contacts(cast.viewer)).toBeUndefined();
	expect(releaseMonth(db, cast.lead, '2026-10', '', today).ok).toBe(true);
	expect(contacts(cast.viewer)).toBe(300);
	versions.push(kept(), reportKeptAtGlance(db, seenBy(), '2026-11-30'));
	expect(new Set(versions).size).toBe(versions.length);
});

test('who sees other services has a report of their own', () => {
	const named = (person: typeof cast.lead) =>
		tablesOf(kept(person))
			.find(({ id }) => id === 'demand-by-unit')!
			.rows.map(({ name }) => name);
	enter(db, [value(ids['contacts']!, 50, null, { serviceId: 'planning', channel: 'email', period: '2026-10' })]);
	expect(named(cast.lead)).toEqual(['Housing repairs', 'Planning applications']);
	expect(named(cast.manager)).toEqual(['Housing repairs']);
	expect(named(cast.planner)).toEqual(['Planning applications']);
});
