import { count, lt } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { anAssessment } from '../../../tests/support/assessments.ts';
import { staged } from '../../../tests/support/frameworks.ts';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { results } from '#lib/domain/results/tables.ts';
import { startRefreshingResults } from './refreshing-results.server.ts';

test('results that the day has overtaken are refreshed piece by piece until none is left', async () => {
	const db = testDatabase();
	for (let i = 0; i < 12; i++) anAssessment(db, staged('1.1'), 'repairs', '2020-01-01', { cycle: `cycle ${i}` });
	db.update(results).set({ holdsUntil: '2020-01-02' }).run();
	const stale = () => db.select({ n: count() }).from(results).where(lt(results.holdsUntil, '2021-01-01')).get()?.n;
	const stop = startRefreshingResults(db);
	// three rows an assessment: ten are done at once, the other two after a breath
	expect(stale()).toBe(6);
	await vi.waitFor(() => expect(stale()).toBe(0));
	stop();
});
