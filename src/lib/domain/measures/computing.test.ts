import { beforeEach, expect, test } from 'vitest';
import { auditLines } from '#lib/domain/audit/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { councilWithMeasures, enter, measuresToday as today, value } from '../../../../tests/support/measures.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { workOut } from './computing.server.ts';
import { releaseMonth } from './releasing.server.ts';
import { seriesOf } from './series.server.ts';
import { compareMeasureSums } from './sums.server.ts';

let db: Database;
let ids: Record<string, string>;
beforeEach(() => {
	({ db, ids } = councilWithMeasures());
	db.$client
		.exec(`insert into tell_us_case (id, number, kind, received_on, channel, service_id, state, closed_on, cause, entered_by, entered_at, lesson, words)
		values ('one', 1, 'complaint', '2026-09-02', 'phone', 'repairs', 'answered', '2026-10-05', 'delay', 'lead', 1, 'Ring first', 'Nobody came'),
			('two', 2, 'complaint', '2026-09-03', 'email', 'repairs', 'answered', '2026-10-06', 'other', 'lead', 1, '', 'Nobody came'),
			('three', 3, 'complaint', '2026-09-04', 'email', 'planning', 'answered', '2026-10-06', null, 'lead', 1, '', 'Nobody came'),
			('open', 4, 'complaint', '2026-10-04', 'email', 'planning', 'open', null, null, 'lead', 1, '', 'Nobody came')`);
});
const at = (key: string, scope: object = {}) =>
	seriesOf(db, ids[key]!, scope, 6, today).map(({ period, numerator, denominator }) => [period, numerator, denominator]);

test('values are worked out by service and month, marked and told in the trail, and twice changes nothing', () => {
	expect(workOut(db, cast.lead, today)).toMatchObject({ ok: true, changed: 0, left: 0 });
	expect(at('complaints-with-lesson')).toEqual([['2026-10', 1, 3]]);
	expect(at('complaints-with-cause', { serviceId: 'repairs' })).toEqual([['2026-10', 2, 2]]);
	expect(db.select().from(auditLines).all().at(-1)).toMatchObject({ personId: 'lead', thing: 'values of measures' });
	expect(db.$client.prepare('select distinct origin from measure_entry').pluck().all()).toEqual(['computed']);
	expect(workOut(db, cast.lead, today)).toMatchObject({ ok: true, added: 0, changed: 0 });
	expect(compareMeasureSums(db)).toMatchObject([{ missing: 0, tooMuch: 0 }]);
});

test('what changed is worked out anew and what no longer comes out goes; what somebody typed and what is released stays', () => {
	workOut(db, cast.lead, today);
	db.$client.exec(
		`update tell_us_case set lesson = 'Ask both' where id = 'two'; update tell_us_case set state = 'open', closed_on = null where id = 'three'`
	);
	enter(db, [value(ids['complaints-with-cause']!, 9, 10, { serviceId: 'repairs' })]);
	workOut(db, cast.lead, today);
	expect(at('complaints-with-lesson')).toEqual([['2026-10', 2, 2]]);
	expect(at('complaints-with-cause')).toEqual([['2026-10', 9, 10]]);
	releaseMonth(db, cast.lead, '2026-10', '', today);
	db.$client.exec(`update tell_us_case set lesson = '' where id = 'two'`);
	workOut(db, cast.lead, today);
	expect(at('complaints-with-lesson')).toEqual([['2026-10', 2, 2]]);
});

test('what would count twice beside a value for the council is left out, and said', () => {
	enter(db, [value(ids['complaints-with-lesson']!, 5, 9)]);
	expect(workOut(db, cast.lead, today)).toMatchObject({ ok: true, left: 2 });
	expect(at('complaints-with-lesson')).toEqual([['2026-10', 5, 9]]);
});

test('assessed contacts are shown of a service from five people on', () => {
	const people = [1, 2, 3, 4, 5].map((n) => `p${n}`);
	db.$client.exec(`insert into team (id, service_id, name) values ('gas', 'repairs', 'Gas')`);
	for (const id of people)
		db.$client.exec(`insert into staff_member (id, team_id, name, payroll_number) values ('${id}', 'gas', '${id}', '${id}')`);
	const assessed = (id: string) =>
		db.$client.exec(
			`insert into paf_staff_month (staff_id, month, team_id, channel, n, quality, critical_failures) values ('${id}', '2026-10', 'gas', 'all', 4, 30000, 1)`
		);
	people.slice(0, 4).forEach(assessed);
	workOut(db, cast.lead, today);
	expect(at('contacts-assessed')).toEqual([]);
	assessed('p5');
	workOut(db, cast.lead, today);
	expect(at('contacts-assessed', { serviceId: 'repairs' })).toEqual([['2026-10', 15, 20]]);
});
