import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count, eq, isNotNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { checkChain } from '#lib/domain/audit/checking.server.ts';
import { calibrationNotes, calibrations } from '#lib/domain/calibration/tables.ts';
import { standOf } from '#lib/domain/one-to-ones/finding.server.ts';
import { objectives, oneToOnes } from '#lib/domain/one-to-ones/tables.ts';
import { staff } from '#lib/domain/organisation/tables.ts';
import { compareSums } from '#lib/domain/paf/rebuilding-sums.server.ts';
import { sampleAgain } from '#lib/domain/paf/sampling.server.ts';
import { appeals, interactions, pafAssessments, pafMonths, samples } from '#lib/domain/paf/tables.ts';
import { monthlySheets } from '#lib/domain/paf-sheets/tables.ts';
import { scoredForms } from '#lib/domain/scorecards/tables.ts';
import { trainingRecords } from '#lib/domain/training/tables.ts';
import { open, type Database } from '#lib/server/database.ts';
import { prepareExampleCouncil } from './preparing.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-performance-'));
let db: Database;
beforeAll(async () => {
	const said = vi.spyOn(console, 'log').mockImplementation(() => {});
	await prepareExampleCouncil(join(folder, 'one.sqlite'));
	said.mockRestore();
	db = open(join(folder, 'one.sqlite'));
}, 120_000);
afterAll(() => {
	db?.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

const states = () =>
	new Map(
		db
			.select({ state: pafAssessments.state, n: count() })
			.from(pafAssessments)
			.groupBy(pafAssessments.state)
			.all()
			.map(({ state, n }) => [state, n])
	);

test('two teams of twenty-five advisors, seven months, the last one open, some hundred contacts by telephone and face to face', () => {
	const months = db.select().from(pafMonths).orderBy(pafMonths.month).all();
	expect(months).toHaveLength(7);
	expect(months.at(-1)?.state).toBe('open');
	expect(months.slice(0, 5).every(({ state }) => state === 'closed')).toBe(true);
	const channels = db.select({ channel: interactions.channel, n: count() }).from(interactions).groupBy(interactions.channel).all();
	expect(channels.map(({ channel }) => channel)).toEqual(['face to face', 'phone']);
	expect(channels.every(({ n }) => n > 200)).toBe(true);
	expect(db.selectDistinct({ id: interactions.staffId }).from(interactions).all()).toHaveLength(25);
	expect(db.selectDistinct({ id: interactions.teamId }).from(interactions).all()).toHaveLength(2);
	const later = db
		.select({ n: count() })
		.from(interactions)
		.where(sql`at > ${Date.now()}`)
		.get();
	expect(later?.n).toBe(0);
});

test('every draw comes out the same again, and two contacts a month were chosen with why', () => {
	const drawn = db.select().from(samples).all();
	expect(drawn).toHaveLength(25 * 7);
	const listed = db.select({ id: pafAssessments.sampleId, reference: interactions.reference }).from(pafAssessments);
	const rows = listed.innerJoin(interactions, eq(interactions.id, pafAssessments.interactionId)).all();
	for (const { id } of drawn) {
		const taken = rows.filter((row) => row.id === id).map(({ reference }) => reference);
		expect(sampleAgain(db, id)?.again.toSorted()).toEqual(taken.toSorted());
	}
	expect(db.select().from(pafAssessments).where(isNotNull(pafAssessments.why)).all()).toHaveLength(14);
});

test('scores in every state, an appeal of each outcome and one that waits; who signs in has acknowledged most of theirs', () => {
	const all = states();
	expect([...all.keys()].sort()).toEqual(
		['acknowledged', 'appealed', 'changed', 'drafted', 'rejected', 'released', 'to score', 'upheld'].sort()
	);
	expect(['appealed', 'changed', 'rejected', 'upheld'].map((state) => all.get(state as 'upheld'))).toEqual([1, 1, 1, 1]);
	expect(
		db
			.select({ outcome: appeals.outcome })
			.from(appeals)
			.all()
			.map(({ outcome }) => outcome ?? '')
			.sort()
	).toEqual(['', 'changed', 'rejected', 'upheld']);
	const [last] = db
		.select({ month: pafMonths.month })
		.from(pafMonths)
		.orderBy(sql`month desc`)
		.all();
	const open = db
		.selectDistinct({ state: pafAssessments.state })
		.from(pafAssessments)
		.where(eq(pafAssessments.month, last?.month ?? ''));
	expect(
		open
			.all()
			.map(({ state }) => state)
			.sort()
	).toEqual(['drafted', 'released', 'to score']);
	const own = db
		.select({ state: pafAssessments.state, n: count() })
		.from(pafAssessments)
		.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
		.where(sql`${staff.personId} is not null and ${pafAssessments.month} <> ${last?.month} and released_at is not null`)
		.groupBy(pafAssessments.state)
		.all();
	const whole = own.reduce((sum, { n }) => sum + n, 0);
	expect(own.find(({ state }) => state === 'acknowledged')?.n).toBeGreaterThan(whole * 0.7);
});

test('the appeal that was changed came to a better score, beside the first one', () => {
	const one = db.select().from(pafAssessments).where(eq(pafAssessments.state, 'changed')).get();
	const quality = (id: string | null | undefined) =>
		db
			.select({ quality: scoredForms.quality })
			.from(scoredForms)
			.where(eq(scoredForms.id, id ?? ''))
			.get()?.quality ?? 0;
	expect(quality(one?.changedFormId)).toBeGreaterThan(quality(one?.formId));
});

test('results like a council’s: most pass, a critical failure is rare', () => {
	const forms = db
		.select({ quality: scoredForms.quality, failed: scoredForms.failed })
		.from(pafAssessments)
		.innerJoin(scoredForms, eq(scoredForms.id, pafAssessments.formId))
		.where(isNotNull(pafAssessments.releasedAt))
		.all();
	expect(forms.length).toBeGreaterThan(300);
	const passed = forms.filter(({ quality }) => (quality ?? 0) >= 7000).length / forms.length;
	expect(passed).toBeGreaterThan(0.6);
	expect(passed).toBeLessThan(0.97);
	const failed = forms.filter(({ failed }) => failed?.length).length;
	expect(failed).toBeGreaterThan(0);
	expect(failed).toBeLessThan(forms.length * 0.05);
});

test('sheets, one-to-ones in every stand, objectives open and met, training taken and agreed', () => {
	expect(db.select().from(monthlySheets).all().length).toBeGreaterThan(75);
	const stands = new Set(db.select().from(oneToOnes).all().map(standOf));
	expect([...stands]).toEqual(expect.arrayContaining(['agreed by both', 'agreed by the leader', 'no notes yet', 'to be agreed']));
	expect(
		new Set(
			db
				.select()
				.from(objectives)
				.all()
				.map(({ state }) => state)
		)
	).toEqual(new Set(['open', 'met']));
	const taken = db.select({ takenOn: trainingRecords.takenOn, dueOn: trainingRecords.dueOn }).from(trainingRecords).all();
	expect(taken.filter(({ takenOn }) => takenOn).length).toBeGreaterThan(250);
	expect(taken.some(({ takenOn, dueOn }) => !takenOn && dueOn)).toBe(true);
});

test('one calibration is over with notes, one is being scored', () => {
	expect(
		db
			.select({ state: calibrations.state })
			.from(calibrations)
			.orderBy(calibrations.number)
			.all()
			.map(({ state }) => state)
	).toEqual(['closed', 'scoring']);
	expect(db.select().from(calibrationNotes).all()).toHaveLength(3);
});

test('the kept sums are what they come to anew, and the audit chain is whole', () => {
	const differences = compareSums(db);
	expect(differences.every(({ kept }) => kept > 0)).toBe(true);
	expect(differences.map(({ missing, tooMuch }) => missing + tooMuch)).toEqual([0, 0, 0, 0]);
	expect(checkChain(db).whole).toBe(true);
});
