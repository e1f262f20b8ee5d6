import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintFigures } from '#lib/domain/complaints/counting.server.ts';
import { totalOf, sumsOf } from '#lib/domain/complaints/figures.server.ts';
import { findings } from '#lib/domain/findings/tables.ts';
import { addDays, dayOf } from '#lib/domain/calendar/dates.ts';
import { complaintStages, tellUsCases } from '#lib/domain/complaints/tables.ts';
import { satisfactionByPart } from '#lib/domain/surveys/results.server.ts';
import { surveyAnswers, surveys } from '#lib/domain/surveys/tables.ts';
import { open, type Database } from '#lib/server/database.ts';
import { eq } from 'drizzle-orm';
import { prepareExampleCouncil } from './preparing.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-feedback-'));
const today = dayOf(Date.now());
let db: Database;
const log = console.log;
beforeAll(async () => {
	console.log = () => {};
	await prepareExampleCouncil(join(folder, 'one.sqlite'));
	console.log = log;
	db = open(join(folder, 'one.sqlite'));
}, 120_000);
afterAll(() => {
	db?.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

test('the council has feedback in every state: late, extended, at both stages, withdrawn, superseded, twice', () => {
	const cases = db.select().from(tellUsCases).all();
	const stages = db.select().from(complaintStages).all();
	expect(cases.length).toBeGreaterThan(140);
	expect(new Set(cases.map(({ kind }) => kind)).size).toBe(3);
	expect(new Set(cases.map(({ state }) => state)).size).toBe(4);
	expect(cases.filter(({ dueOn }) => dueOn && dueOn < today).length).toBeGreaterThanOrEqual(2);
	expect(cases.filter(({ duplicateOfId }) => duplicateOfId)).toHaveLength(1);
	expect(stages.filter(({ dueFirst, answeredOn }) => dueFirst && !answeredOn).length).toBeGreaterThanOrEqual(1);
	expect(stages.filter(({ attempt }) => attempt === 2)).toHaveLength(1);
	expect(new Set(stages.map(({ stage, answeredOn }) => `${stage} ${answeredOn !== null}`)).size).toBeGreaterThanOrEqual(5);
	expect(
		db
			.select()
			.from(findings)
			.where(eq(findings.source, 'complaint'))
			.all()
			.some(({ sourceId }) => sourceId !== null)
	).toBe(true);
});

test('three years of it are there, and every figure has something to say', () => {
	const months = { from: addDays(today, -1095).slice(0, 7), to: today.slice(0, 7), today };
	for (const figure of complaintFigures) {
		const { numerator, denominator } = totalOf(sumsOf(db, figure, 'all', months), true);
		expect(numerator, figure).toBeGreaterThan(0);
		if (figure.includes('in time')) expect(numerator, figure).toBeLessThan(denominator ?? 0);
	}
});

test('the surveys answer what Northampton’s did, and a burst of answers waits to be looked at', () => {
	expect(
		db
			.select()
			.from(surveys)
			.all()
			.map(({ kind }) => kind)
			.sort()
	).toEqual(['annual', 'exit', 'monthly']);
	const parts = satisfactionByPart(db, { from: addDays(today, -365), to: today, services: 'all' });
	const share = (part: string) => parts.find((one) => one.part === part)?.share?.share ?? 0;
	expect(share('overall')).toBeGreaterThan(0.75);
	expect(share('wait')).toBeLessThan(share('overall'));
	expect(db.select().from(surveyAnswers).where(eq(surveyAnswers.state, 'held')).all().length).toBeGreaterThan(10);
});
