import { beforeEach, expect, test } from 'vitest';
import { teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { planOfList } from '../../../../tests/support/list-plan.ts';
import { councilWithMeasures, enter, value } from '../../../../tests/support/measures.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { measuresInSight } from './finding.server.ts';
import { releaseMonth } from './releasing.server.ts';
import { valueFiltersIn, valuesQueryOf } from './values-filters.ts';
import { listedValuesTable, valuesListed } from './values-listing.server.ts';

const [last, today] = ['2026-10', '2026-11-22'];
let db: Database;
const filters = (query = '') => valueFiltersIn(new URLSearchParams(query), last);
const listed = (query = '', person = cast.lead) =>
	valuesListed(db, measuresInSight(db, person), filters(query), {}, last).rows.map(({ period, service, team, shown }) =>
		[period, team ?? service ?? 'council', shown].join(' ')
	);
beforeEach(() => {
	let ids: Record<string, string>;
	({ db, ids } = councilWithMeasures());
	db.insert(teams).values({ id: 'gas', serviceId: 'repairs', name: 'Gas' }).run();
	const [count, share] = [ids['contacts']!, ids['first-contact-resolution']!];
	enter(db, [
		value(count, 10, null, { serviceId: 'repairs', teamId: 'gas', channel: 'phone' }),
		value(count, 20, null, { serviceId: 'planning', channel: 'phone' }),
		value(count, 5, null, { serviceId: 'repairs', period: '2026-09' })
	]);
	enter(db, [value(share, 3, 4, { period: '2026-09' })], { origin: 'imported' });
	enter(db, [value(share, 3, 5)], { person: null, origin: 'computed' });
	releaseMonth(db, cast.lead, '2026-09', '', today);
});

test('shows the latest month, and a year of one measure or one service', () => {
	expect(listed()).toEqual(['2026-10 Gas 10', '2026-10 Planning applications 20', '2026-10 council 60.0% (3 of 5)']);
	expect(listed('month=2026-09')).toEqual(['2026-09 Housing repairs 5', '2026-09 council 75.0% (3 of 4)']);
	expect(listed('measure=first-contact-resolution')).toEqual(['2026-09 council 75.0% (3 of 4)', '2026-10 council 60.0% (3 of 5)']);
	expect(listed('measure=contacts&sort=month')).toEqual([
		'2026-10 Planning applications 20',
		'2026-10 Gas 10',
		'2026-09 Housing repairs 5'
	]);
	expect(listed('service=repairs&team=gas')).toEqual(['2026-10 Gas 10']);
	expect(listed('service=repairs&released=yes')).toEqual(['2026-09 Housing repairs 5']);
	expect(listed('measure=first-contact-resolution&released=no')).toEqual(['2026-10 council 60.0% (3 of 5)']);
	expect(listed('measure=first-contact-resolution&origin=imported')).toEqual(['2026-09 council 75.0% (3 of 4)']);
	expect(listed('channel=email')).toEqual([]);
	expect(valuesQueryOf(filters('measure=contacts&month=2026-09&sort=month&order=descending&origin=guessed'))).toBe(
		'?measure=contacts&month=2026-09&sort=month'
	);
});

test('a person sees the services they see measures of, a viewer what is released', () => {
	expect(listed('', cast.planner)).toEqual(['2026-10 Planning applications 20', '2026-10 council 60.0% (3 of 5)']);
	expect([listed('', cast.viewer), listed('month=2026-09', cast.viewer)]).toEqual([
		[],
		['2026-09 Housing repairs 5', '2026-09 council 75.0% (3 of 4)']
	]);
});

test('pages go on where the one before ended, either way round', () => {
	const sight = measuresInSight(db, cast.lead);
	for (const order of ['ascending', 'descending'] as const)
		for (const sort of ['measure', 'month'] as const) {
			const asked = { ...filters('measure=contacts'), sort, order };
			const all = valuesListed(db, sight, asked, {}, last).rows.map(({ id }) => id);
			expect(valuesListed(db, sight, asked, { after: all[0] }, last).rows.map(({ id }) => id)).toEqual(all.slice(1));
			expect(valuesListed(db, sight, asked, { before: all[2] }, last).rows.map(({ id }) => id)).toEqual(all.slice(0, 2));
		}
});

test('is taken away as it is narrowed, so that it can be brought in again', () => {
	const table = listedValuesTable(db, measuresInSight(db, cast.lead), filters('measure=first-contact-resolution&month=2026-09'), last);
	expect([...table.rows]).toEqual([
		{
			measure: 'Resolved at first contact',
			period: '2026-09',
			service: '',
			team: '',
			channel: '',
			numerator: 3,
			denominator: 4,
			value: 75,
			unit: 'per cent',
			origin: 'imported',
			released: 'yes'
		}
	]);
});

test.each(['', 'measure=contacts', 'service=repairs', 'released=no&origin=typed'])(
	'narrowed by “%s” it is read in the order of its keys',
	(query) => {
		const plan = planOfList(db, () => valuesListed(db, measuresInSight(db, cast.lead), filters(query), {}, last));
		expect(plan).toMatch(/SEARCH v USING PRIMARY KEY \(measure=\? AND place=\? AND period>\? AND period<\?\)/);
		expect(plan).not.toContain('TEMP B-TREE');
	}
);
