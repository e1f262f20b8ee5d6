import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { planOfList } from '../../../../tests/support/list-plan.ts';
import { aWave, shopper, shoppingCouncil } from '../../../../tests/support/shopping.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { write } from '#lib/server/database.ts';
import { startForm } from '../scorecards/forms.server.ts';
import { checksListed, checksTable, countChecks, servicesToCheck } from './checks-listing.server.ts';
import { checkFiltersIn } from './filters.ts';
import { scenarios, visits } from './tables.ts';

const filters = (text = '') => checkFiltersIn(new URLSearchParams(text));

test('what waits to be checked is paged by number, narrowed, counted and taken away, and reads an index', () => {
	const shopping = shoppingCouncil();
	const { db } = shopping;
	const wave = aWave(shopping);
	const all = db.select().from(visits).where(eq(visits.waveId, wave)).orderBy(visits.number).all();
	for (const { id, scenarioId, shopperId } of all) {
		const { card } = db.select({ card: scenarios.scorecardVersionId }).from(scenarios).where(eq(scenarios.id, scenarioId)).get()!;
		const formId = write(db, (tx) => startForm(tx, shopper(shopperId), card));
		db.update(visits).set({ state: 'submitted', formId, visitedAt: 1, submittedAt: 1 }).where(eq(visits.id, id)).run();
	}
	const numbers = all.map(({ number }) => number);
	const listed = (text = '', place = {}) => checksListed(db, cast.assessor, filters(text), place).rows.map(({ number }) => number);
	expect(listed()).toEqual(numbers);
	expect(listed('order=newest')).toEqual(numbers.toReversed());
	expect(listed('', { after: numbers[2] })).toEqual(numbers.slice(3));
	expect(listed('', { before: numbers[2] })).toEqual(numbers.slice(0, 2));
	const ofRepairs = all.filter(({ serviceId }) => serviceId === 'repairs').map(({ number }) => number);
	expect([ofRepairs.length > 0, listed('service=repairs')]).toEqual([true, ofRepairs]);
	expect(
		servicesToCheck(db, cast.assessor)
			.map(({ value }) => value)
			.sort()
	).toEqual([...new Set(all.map(({ serviceId }) => serviceId))].sort());
	expect([countChecks(db, cast.assessor, filters()), [...checksTable(db, cast.assessor, filters()).rows].length]).toEqual([8, 8]);
	const own = all.filter(({ shopperId }) => shopperId === 'sam').length;
	expect(countChecks(db, { ...cast.assessor, id: 'sam' }, filters())).toBe(8 - own);
	const plan = planOfList(db, () => checksListed(db, cast.assessor, filters(), {}));
	expect(plan).toContain('shopping_visit USING INDEX visit_by_number');
	expect(plan).not.toContain('TEMP B-TREE');
});
