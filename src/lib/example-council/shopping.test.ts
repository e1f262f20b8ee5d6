import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkChain } from '#lib/domain/audit/checking.server.ts';
import { findings } from '#lib/domain/findings/tables.ts';
import { drawnAgain } from '#lib/domain/mystery-shopping/drawing-plan.server.ts';
import { attempts, programmes, scenarios, ties, visits, waves } from '#lib/domain/mystery-shopping/tables.ts';
import { formAnswers } from '#lib/domain/scorecards/tables.ts';
import { open, type Database } from '#lib/server/database.ts';
import { prepareExampleCouncil } from './preparing.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-shopping-'));
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

const wavesInOrder = () => db.select().from(waves).orderBy(waves.number).all();
const statesIn = (waveId: string) => {
	const states = db
		.select({ state: visits.state })
		.from(visits)
		.where(eq(visits.waveId, waveId))
		.all()
		.map(({ state }) => state);
	return Object.fromEntries([...new Set(states)].sort().map((state) => [state, states.filter((one) => one === state).length]));
};

test('one programme that promises staff nothing below the service, twelve scenarios in four channels, two ties', () => {
	expect(
		db
			.select()
			.from(programmes)
			.all()
			.map(({ level }) => level)
	).toEqual(['service']);
	const channels = db.select({ channel: scenarios.channel }).from(scenarios).all();
	expect([channels.length, new Set(channels.map(({ channel }) => channel)).size]).toEqual([12, 4]);
	expect(db.select().from(ties).all()).toHaveLength(2);
	expect(db.select().from(attempts).all().length).toBeGreaterThan(0);
});

test('the first wave is closed with all visits checked or left out with a reason, the second is under way in every state', () => {
	const [first, second] = wavesInOrder();
	expect([first?.state, second?.state]).toEqual(['closed', 'open']);
	expect(statesIn(first?.id ?? '')).toEqual({ checked: 56, 'left out': 4 });
	expect(Object.keys(statesIn(second?.id ?? ''))).toEqual(['checked', 'left out', 'planned', 'sent back', 'started', 'submitted']);
	expect(Object.values(statesIn(second?.id ?? '')).reduce((sum, count) => sum + count)).toBe(60);
});

test('anyone can draw both plans again, and nobody visits a service they have a tie to', () => {
	for (const { id } of wavesInOrder()) expect(drawnAgain(db, id)).toEqual({ same: 60, of: 60 });
	const own = and(eq(visits.shopperId, ties.personId), eq(visits.serviceId, ties.serviceId));
	expect(db.select({ id: visits.id }).from(visits).innerJoin(ties, own).all()).toEqual([]);
});

test('what shoppers say is varied, and what the first wave found is written down', () => {
	const said = db
		.select({ value: formAnswers.value })
		.from(formAnswers)
		.where(inArray(formAnswers.question, ['V1']))
		.all()
		.flatMap(({ value }) => value ?? []);
	expect(said.length).toBeGreaterThan(80);
	expect(new Set(said).size).toBeGreaterThan(50);
	const found = db.select().from(findings).where(eq(findings.source, 'mystery shopping')).all();
	expect(found).toHaveLength(3);
	expect(new Set(found.map(({ sourceId }) => sourceId))).toEqual(new Set([wavesInOrder()[0]?.id]));
});

test('the audit trail is whole with the shopping in it', () => {
	expect(checkChain(db).whole).toBe(true);
});
