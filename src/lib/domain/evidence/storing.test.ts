import { createHash } from 'node:crypto';
import { count, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { anUpload, details, files, inChunks, textOfLength } from '../../../../tests/support/uploads.ts';
import { zipOf } from '../../../../tests/support/workbooks.ts';
import { councils } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { sweepUploads } from './discarding.server.ts';
import { mostBytes } from './file-size.ts';
import { uploadOf } from './keeping-file.server.ts';
import { addEvidence } from './keeping.server.ts';
import { storeUpload } from './storing.server.ts';
import { filePieces, storedFiles, uploads } from './tables.ts';
import { downloadOf } from './versions.server.ts';

const pieces = (db: Database) => db.select({ n: count() }).from(filePieces).get()!.n;
const rowsIn = (db: Database, table: typeof uploads | typeof storedFiles) => db.select({ n: count() }).from(table).get()!.n;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const store = (db: Database, name: string, source: AsyncIterable<Uint8Array>) => storeUpload(db, cast.manager, name, source);
const keep = (db: Database, upload: string, title = 'A file') =>
	addEvidence(db, cast.manager, 'repairs', details({ title }), { kind: 'file', upload });

async function bytesOf(stream: ReadableStream<Uint8Array>) {
	const parts: Uint8Array[] = [];
	for await (const part of stream) parts.push(part);
	return { parts, whole: Buffer.concat(parts) };
}

describe('a file comes in', () => {
	test.each(['pdf', 'png', 'xlsx', 'docx', 'csv'] as const)('a %s comes out again byte for byte', async (ending) => {
		const db = testDatabase();
		const added = keep(db, await anUpload(db, 'manager', `file.${ending}`, files[ending]));
		if (!added.ok) throw new Error(added.text);
		const sent = downloadOf(db, cast.manager, added.id, 1);
		expect(sent).toMatchObject({ name: `file.${ending}`, size: files[ending].length });
		expect((await bytesOf(sent!.stream)).whole).toEqual(files[ending]);
	});

	test('25 MB come in and go out in a hundred pieces, none larger than 256 KB', async () => {
		const db = testDatabase();
		const came = await store(db, 'figures.csv', textOfLength(mostBytes));
		if (!came.ok) throw new Error(came.text);
		expect(pieces(db)).toBe(100);
		const added = keep(db, came.upload);
		if (!added.ok) throw new Error(added.text);
		expect(pieces(db)).toBe(100);
		const hash = createHash('sha256');
		let parts = 0;
		for await (const part of downloadOf(db, cast.manager, added.id, 1)!.stream) {
			expect(part.length).toBeLessThanOrEqual(256 * 1024);
			hash.update(part);
			parts++;
		}
		expect(parts).toBe(100);
		expect(hash.digest('hex')).toBe(db.select().from(storedFiles).get()!.sha256);
	});

	test('nobody is held up: other writes get in between two pieces', async () => {
		const db = testDatabase();
		async function* slowly() {
			for await (const chunk of textOfLength(1024 * 1024)) {
				expect(db.$client.inTransaction).toBe(false);
				yield chunk;
			}
		}
		expect(await store(db, 'figures.csv', slowly())).toMatchObject({ ok: true });
	});

	test('its name is cleaned', async () => {
		const db = testDatabase();
		const upload = await anUpload(db, 'manager', '../<script>alert(1)</script>/plan.pdf', files.pdf);
		expect(uploadOf(db, cast.manager, upload)).toMatchObject({ fileName: 'plan.pdf', sha256: sha256(files.pdf) });
	});

	test('an upload is its own person’s and nobody else’s', async () => {
		const db = testDatabase();
		const upload = await anUpload(db, 'manager', 'plan.pdf', files.pdf);
		expect(uploadOf(db, cast.planner, upload)).toBeNull();
		expect(addEvidence(db, cast.planner, 'planning', details(), { kind: 'file', upload })).toMatchObject({ code: 'upload-gone' });
	});

	test('a large workbook whose list of types comes last is known by its table of contents', async () => {
		const db = testDatabase();
		const noise = Buffer.from(Array.from({ length: 400_000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) & 255));
		const part = (path: string, content: Buffer, packed?: Buffer) => ({ path, content, ...(packed ? { packed } : {}) });
		const stored = { content: noise, packed: (await import('node:zlib')).deflateRawSync(noise, { level: 0 }) };
		const parts = [{ path: 'xl/media/image1.bin', ...stored }, part('xl/workbook.xml', Buffer.from('<workbook/>'))];
		const types = part('[Content_Types].xml', Buffer.from('<Types/>'));
		expect(await store(db, 'figures.xlsx', inChunks(zipOf([...parts, types])))).toMatchObject({ ok: true });
		const macros = part('xl/vbaProject.bin', Buffer.from('macros'));
		expect(await store(db, 'figures.xlsx', inChunks(zipOf([...parts, macros, types])))).toMatchObject({ code: 'wrong-type' });
	});
});

describe('identical files are stored once', () => {
	test('though they come twice, under other names', async () => {
		const db = testDatabase();
		keep(db, await anUpload(db, 'manager', 'one.pdf', files.pdf));
		const second = keep(db, await anUpload(db, 'manager', 'two.pdf', files.pdf));
		if (!second.ok) throw new Error(second.text);
		expect([rowsIn(db, storedFiles), pieces(db)]).toEqual([1, 1]);
		const sent = downloadOf(db, cast.manager, second.id, 1)!;
		expect(sent.name).toBe('two.pdf');
		expect((await bytesOf(sent.stream)).whole).toEqual(files.pdf);
	});
});

describe('identical files that come in at the same time', () => {
	test('are stored once as well, when the next sweep has passed', async () => {
		const db = testDatabase();
		const [one, two] = [await anUpload(db, 'manager', 'one.pdf', files.pdf), await anUpload(db, 'manager', 'two.pdf', files.pdf)];
		keep(db, one);
		const second = keep(db, two);
		if (!second.ok) throw new Error(second.text);
		expect(uploadOf(db, cast.manager, two)).toBeNull();
		sweepUploads(db, Date.now());
		expect([rowsIn(db, storedFiles), pieces(db), rowsIn(db, uploads)]).toEqual([1, 1, 0]);
		expect((await bytesOf(downloadOf(db, cast.manager, second.id, 1)!.stream)).whole).toEqual(files.pdf);
	});
});

describe('a file is refused and nothing of it stays', () => {
	test.each([
		['empty.pdf', Buffer.alloc(0), 'empty', 'The file empty.pdf is empty'],
		['figures.xlsx', files.pdf, 'wrong-type', 'looks like a PDF'],
		['page.pdf', files.html, 'wrong-type', 'looks like a web page'],
		['page.html', files.html, 'wrong-type', 'must be PDF, DOCX, XLSX, CSV, TXT, PNG or JPG, not HTML'],
		['drawing.svg', files.svg, 'wrong-type', 'not SVG'],
		['archive.xlsx', files.zip, 'wrong-type', 'looks like a ZIP archive'],
		['broken.xlsx', files.xlsx.subarray(0, 40), 'wrong-type', 'something we do not know'],
		['noending', files.pdf, 'wrong-type', 'no ending']
	])('%s', async (name, bytes, code, text) => {
		const db = testDatabase();
		expect(await store(db, name, inChunks(bytes))).toMatchObject({
			ok: false,
			code,
			field: 'file',
			text: expect.stringContaining(text) as string
		});
		expect([pieces(db), rowsIn(db, uploads)]).toEqual([0, 0]);
	});

	test('too large by one byte, with its name and the limit', async () => {
		const db = testDatabase();
		const refused = await store(db, 'film.csv', textOfLength(mostBytes + 1));
		expect(refused).toMatchObject({ code: 'too-large', text: expect.stringMatching(/^The file film\.csv .*larger than 25 MB/) as string });
		expect([pieces(db), rowsIn(db, uploads)]).toEqual([0, 0]);
	});

	test('what the administrator does not take', async () => {
		const db = testDatabase();
		db.update(councils)
			.set({ allowedFileTypes: ['pdf'] })
			.run();
		expect(await store(db, 'figures.csv', inChunks(files.csv))).toMatchObject({ code: 'wrong-type' });
	});

	test('a connection that breaks off leaves nothing behind', async () => {
		const db = testDatabase();
		async function* broken() {
			yield* textOfLength(600_000);
			throw new Error('The other side went away');
		}
		await expect(store(db, 'figures.csv', broken())).rejects.toThrow('went away');
		expect([pieces(db), rowsIn(db, uploads)]).toEqual([0, 0]);
	});
});

describe('sweeping', () => {
	test('throws away uploads a day old that nothing was made of, and no stored file', async () => {
		const db = testDatabase();
		keep(db, await anUpload(db, 'manager', 'kept.pdf', files.pdf));
		const left = await anUpload(db, 'manager', 'left.png', files.png);
		const fresh = await anUpload(db, 'manager', 'fresh.csv', files.csv);
		const day = 24 * 60 * 60 * 1000;
		const now = Date.now();
		db.update(uploads)
			.set({ startedAt: now - day - 1 })
			.where(eq(uploads.id, left))
			.run();
		expect(sweepUploads(db, now)).toBe(1);
		expect(db.select({ id: uploads.id }).from(uploads).all()).toEqual([{ id: fresh }]);
		expect(pieces(db)).toBe(2);
	});
});
