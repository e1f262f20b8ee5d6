import { expect, test } from 'vitest';
import { anAssessment } from '../../../../tests/support/assessments.ts';
import { staged, today } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { assessments } from '../assessments/tables.ts';
import { runningCycles } from './cycles-to-see-to.server.ts';

test('cycles under way are for those who see cycles, until all is agreed', () => {
	const db = testDatabase();
	anAssessment(db, staged('1.1'), 'repairs', today);
	expect(runningCycles(db, cast.lead)).toMatchObject([{ id: 'cycle', agreed: 0, total: 1 }]);
	expect(runningCycles(db, cast.assessor)).toHaveLength(1);
	for (const who of ['manager', 'viewer', 'chair', 'administrator'] as const) expect(runningCycles(db, cast[who])).toEqual([]);
	db.update(assessments).set({ status: 'agreed' }).run();
	expect(runningCycles(db, cast.lead)).toEqual([]);
});
