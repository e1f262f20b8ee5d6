import { beforeEach, expect, test } from 'vitest';
import type { Database } from '#lib/server/database.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { costsByChannel, removeCost, setCost } from './channel-costs.server.ts';
import { channels } from '#lib/domain/journeys/channels.ts';
import { penceIn, showPence } from './pence.ts';

let db: Database;
beforeEach(() => (db = testDatabase()));
const phone = () => costsByChannel(db).find(({ channel }) => channel === 'phone')?.cost;
const cost = { pence: 490, source: 'Finance, 2025/26' };

test('no channel has a cost until the council has said one', () => {
	expect(costsByChannel(db)).toEqual(channels.map((channel) => ({ channel, cost: null })));
});

test('a cost is set, set again, stale where somebody set it since, and taken away', () => {
	expect(setCost(db, cast.lead, 'phone', { ...cost, version: 0 }).ok).toBe(true);
	expect(phone()).toEqual({ ...cost, version: 1 });
	expect(setCost(db, cast.lead, 'phone', { pence: 500, source: 'A guess', version: 0 })).toMatchObject({
		code: 'stale',
		conflict: { version: 1, fields: [{ theirs: '£4.90', mine: '£5.00' }, { mine: 'A guess' }] }
	});
	expect(setCost(db, cast.lead, 'phone', { ...cost, pence: 512, version: 1 }).ok).toBe(true);
	expect(removeCost(db, cast.lead, 'phone', 1)).toMatchObject({ ok: false, code: 'changed' });
	expect(removeCost(db, cast.lead, 'phone', 2).ok).toBe(true);
	expect(phone()).toBeNull();
});

test.each([
	['4.90', 490],
	['£4', 400],
	['1,200.5', 120050],
	['0', 0],
	['.5', null],
	['-1', null],
	['4.905', null],
	['four', null],
	['', null]
])('pounds typed as %s are %s pence', (text, pence) => {
	expect(penceIn(text)).toBe(pence);
	if (pence !== null) expect(penceIn(showPence(pence))).toBe(pence);
});
