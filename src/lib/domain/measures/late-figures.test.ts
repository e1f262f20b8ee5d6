import { beforeEach, expect, test } from 'vitest';
import type { Database } from '#lib/server/database.ts';
import { councilWithMeasures, enter, measuresToday as today, value } from '../../../../tests/support/measures.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { workOut } from './computing.server.ts';
import { lateFigures, takeLateFigures } from './late-figures.server.ts';
import { releaseMonth } from './releasing.server.ts';
import { seriesOf } from './series.server.ts';
import { compareMeasureSums } from './sums.server.ts';

/* A month is released with two complaints closed in October, one of them with a lesson; then another one comes in. */

let db: Database;
let ids: Record<string, string>;
const closed = (id: string, number: number, serviceId: string, lesson: string) =>
	db.$client
		.prepare(
			`insert into tell_us_case (id, number, kind, received_on, channel, service_id, state, closed_on, cause, entered_by, entered_at, lesson, words)
			values (?, ?, 'complaint', '2026-09-02', 'phone', ?, 'answered', '2026-10-05', 'delay', 'lead', 1, ?, 'Nobody came')`
		)
		.run(id, number, serviceId, lesson);
const at = (scope: object = {}) =>
	seriesOf(db, ids['complaints-with-lesson']!, scope, 6, today).map(({ numerator, denominator }) => [numerator, denominator]);
const differing = () => lateFigures(db, '2026-10', today).filter(({ key }) => key === 'complaints-with-lesson');
beforeEach(() => {
	({ db, ids } = councilWithMeasures());
	closed('one', 1, 'repairs', 'Ring first');
	closed('two', 2, 'planning', '');
	workOut(db, cast.lead, today);
	releaseMonth(db, cast.lead, '2026-10', '', today);
});

test('what came in after the release is said, and taken over with a reason', () => {
	expect(lateFigures(db, '2026-10', today)).toEqual([]);
	closed('three', 3, 'repairs', '');
	workOut(db, null, today);
	expect(at()).toEqual([[1, 2]]);
	expect(differing()).toEqual([
		{
			measure: 'Complaints with a lesson learned',
			key: 'complaints-with-lesson',
			where: 'Housing repairs',
			released: '100.0% (1 of 1)',
			now: '50.0% (1 of 2)'
		}
	]);
	expect(takeLateFigures(db, cast.lead, '2026-10', '', today)).toMatchObject({ ok: false, field: 'reason' });
	expect(takeLateFigures(db, cast.lead, '2026-10', 'Closed in October, written down in November', today)).toMatchObject({ ok: true });
	expect([at(), differing()]).toEqual([[[1, 3]], []]);
	expect(takeLateFigures(db, cast.lead, '2026-10', 'Again', today)).toMatchObject({ ok: false, code: 'nothing-late' });
	expect(compareMeasureSums(db)).toMatchObject([{ missing: 0, tooMuch: 0 }]);
});

test('what somebody typed is not among it', () => {
	enter(db, [value(ids['complaints-with-lesson']!, 2, 9, { serviceId: 'repairs' })], { reason: 'Counted on paper' });
	closed('three', 3, 'repairs', '');
	expect(differing()).toEqual([]);
});
