import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { allPresent, aMeeting, aMember, aRecommendation, boardDay, decideOn, firstItem } from '../../../tests/support/board.ts';
import { compliance } from '../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../tests/support/test-database.ts';
import { auditLines } from '../domain/audit/tables.ts';
import { record } from '../domain/audit/recording.server.ts';
import { decisions } from '../domain/board/tables.ts';
import { loadFramework } from '../domain/frameworks/loading.server.ts';
import { frameworkVersions } from '../domain/frameworks/tables.ts';
import { open, write } from './database.ts';
import { finalRecords, protectFinalRecords } from './final-records.ts';

const final = /is a final record/;

test('a decision of the board is neither changed nor deleted, and the audit line of it neither', () => {
	const db = testDatabase();
	aMember(db, 'third', 'Third Member');
	aRecommendation(db);
	const meeting = aMeeting(db);
	allPresent(db, meeting);
	expect(decideOn(db, firstItem(db, meeting), { decision: 'reject', reason: 'Too dear' })).toMatchObject({ ok: true });
	const made = db.select().from(decisions).all();
	expect(made).toMatchObject([{ decision: 'reject', decidedOn: boardDay }]);
	expect(() => db.update(decisions).set({ reason: 'We never said so' }).run()).toThrow(final);
	expect(() => db.delete(decisions).run()).toThrow(final);
	expect(() => db.update(auditLines).set({ personId: 'somebody else' }).run()).toThrow(final);
	expect(() => db.delete(auditLines).run()).toThrow(final);
	expect(db.select().from(decisions).all()).toEqual(made);
});

describe('a version of a framework', () => {
	const kept = (state: 'draft' | 'published') => {
		const db = testDatabase();
		expect(loadFramework(db, null, compliance('1.1'))).toMatchObject({ ok: true });
		if (state === 'draft') {
			const { document, ...row } = db.select().from(frameworkVersions).get()!;
			db.insert(frameworkVersions)
				.values({ ...row, document, id: 'draft', number: '2', state })
				.run();
		}
		return db;
	};
	test('can be withdrawn once it is published, never rewritten or deleted', () => {
		const db = kept('published');
		expect(() => db.update(frameworkVersions).set({ name: 'Another' }).run()).toThrow(final);
		expect(() => db.delete(frameworkVersions).run()).toThrow(final);
		db.update(frameworkVersions).set({ state: 'withdrawn' }).run();
		expect(() => db.update(frameworkVersions).set({ sha256: '00' }).run()).toThrow(final);
	});
	test('is written and thrown away as long as it is a draft', () => {
		const { $client: sqlite } = kept('draft');
		sqlite.exec(`update framework_version set name = 'Another' where id = 'draft'`);
		sqlite.exec(`delete from framework_version where id = 'draft'`);
		expect(sqlite.prepare('select count(*) from framework_version').pluck().get()).toBe(1);
	});
});

describe('each table of the list', () => {
	const { $client: sqlite } = testDatabase();
	test.each(finalRecords)('$table has what is named, and its triggers', ({ table, mayChange = [], forgets }) => {
		const columns = (sqlite.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
		expect(columns).toEqual(expect.arrayContaining([...mayChange]));
		const names = sqlite.prepare(`select name from sqlite_master where type = 'trigger' and tbl_name = ? order by name`).pluck().all(table);
		expect(names).toEqual([`final_${table}_changed`, `final_${table}_deleted`, ...(forgets ? [`final_${table}_told`] : [])]);
	});
});

describe('opening a file', () => {
	const folder = mkdtempSync(join(tmpdir(), 'golden-thread-final-'));
	afterAll(() => rmSync(folder, { recursive: true }));
	const file = join(folder, 'council.db');

	test('makes what is missing and mends what is old, and writes nothing where all is well', () => {
		const first = open(file);
		write(first, (tx) => record(tx, cast.manager, 'said something', { kind: 'service', id: 'repairs' }));
		first.$client.exec('drop trigger final_audit_line_deleted; drop trigger final_decision_changed');
		first.$client.exec('create trigger final_decision_changed before update on decision begin select 1; end');
		first.$client.close();
		const { $client: sqlite } = open(file);
		expect(() => sqlite.exec('delete from audit_line')).toThrow(final);
		expect(sqlite.prepare(`select sql from sqlite_master where name = 'final_decision_changed'`).pluck().get()).toMatch(final);
		const before = sqlite.pragma('schema_version', { simple: true });
		protectFinalRecords(sqlite);
		expect(sqlite.pragma('schema_version', { simple: true })).toBe(before);
		sqlite.close();
	});
});
