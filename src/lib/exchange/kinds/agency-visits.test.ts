import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aWave, shoppingCouncil } from '../../../../tests/support/shopping.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { acceptVisit } from '#lib/domain/mystery-shopping/checking-visits.server.ts';
import { visits, waves } from '#lib/domain/mystery-shopping/tables.ts';
import { readSpreadsheet } from '../reading.ts';
import { matchColumns } from '../matching-columns.ts';
import { agencyVisitsImport } from './agency-visits.server.ts';

const head = 'Reference;Agency;Scenario;Service;Day;Time;Rings;Waiting in seconds;Answers\n';
const row = 'MS-1;Clear View;1;Housing repairs;04/11/2026;10:15;3;25;A1 yes: nonsense\n';
const right = 'MS-1;Clear View;1;housing repairs;04/11/2026;10:15;3;25;"A1 yes; A2 = no; A3: They rang back"\n';
const today = '2026-11-22';

async function planOf(text: string) {
	const shopping = shoppingCouncil();
	const wave = aWave(shopping);
	const again = async (other: string) => {
		const read = await readSpreadsheet('visits.csv', new TextEncoder().encode(head + other));
		if (!read.ok) throw new Error(read.text);
		return agencyVisitsImport.plan(shopping.db, matchColumns(read.sheet, agencyVisitsImport.columns).rows, { into: wave, today });
	};
	return { ...shopping, wave, again, plan: await again(text) };
}

test('a visit of an agency is taken in once, waits to be checked, and then counts', async () => {
	const { db, wave, plan, again } = await planOf(right + right);
	expect(plan.problems).toEqual([]);
	expect(plan.steps.map(({ what }) => what)).toEqual(['add', 'same']);
	for (const { run } of plan.steps) if (run) expect(run(db as never, cast.lead)).toMatchObject({ ok: true });
	const [visit] = db.select().from(visits).where(eq(visits.reference, 'MS-1')).all();
	expect(visit).toMatchObject({ state: 'submitted', agency: 'Clear View', waveId: wave, rings: 3, waitSeconds: 25, timeOfDay: 'morning' });
	expect(acceptVisit(db, cast.assessor, visit!.id, visit!.version)).toMatchObject({ ok: true });
	expect((await again(right.replace('MS-1', 'ms-1'))).steps.map(({ what }) => what)).toEqual(['same']);
});

test('what is wrong is said by row and column', async () => {
	const wrong = [
		'MS-2;Clear View;99;Nowhere;04/12/2026;25:00;x;25;A1 yes',
		'MS-3;Clear View;1;Housing repairs;04/12/2026;;;;A1 perhaps; A9 yes',
		'MS-4;Clear View;1;Housing repairs;04/11/2026;;;;A1 yes'
	];
	const { plan } = await planOf(wrong.map((one) => one.replace(/;(A\d.*)$/, ';"$1"')).join('\n'));
	const said = plan.problems.map(({ row, column, text }) => `${row} ${column}: ${text}`);
	expect(said).toContain('2 Time: Enter the time like 14:30');
	expect(said).toContain('2 Rings: Enter how many rings, from 0 to 99');
	expect(said).toContain('3 Day: The day must lie within the days of the wave');
	expect(said).toContain('3 Answers: “perhaps” is no answer to A1');
	expect(said).toContain('3 Answers: “A9 yes” does not begin with a question of the scorecard Telephone visit');
	expect(said).toContain('4 Answers: Not answered: A2');
});

test('a closed wave takes no more', async () => {
	const { db, wave, again } = await planOf(row);
	db.update(waves).set({ state: 'closed' }).where(eq(waves.id, wave)).run();
	expect((await again(right)).problems[0]).toMatchObject({ row: 0, text: 'This wave is closed, so it takes no more visits' });
});
