import { expect, test } from 'vitest';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { loadReadyMade, previewOf, readyMade, readyMadeThreads } from './ready-made.server.ts';
import { pathsUp, reachingVision } from './paths.ts';
import { faultsInFile } from './planning-file.ts';
import { threadOf } from './thread.server.ts';
import { readThread } from './thread-file.ts';

const seed = 'seed';

test('the threads of three councils can be read, say their sources, and lead to their visions', () => {
	const threads = readyMadeThreads(seed);
	expect(threads.map(({ name, problem }) => [name, problem])).toEqual([
		['basildon', null],
		['bnes', null],
		['enfield', null]
	]);
	for (const { document } of threads) {
		const rows = document!.strands.map((is, row) => ({ row, is }));
		expect(faultsInFile(rows, new Map())).toEqual([]);
		expect(document!.strands.every(({ source }) => !!source)).toBe(true);
	}
});

test('chosen strands are added with what they serve; those that are there stay', () => {
	const db = testDatabase();
	const enfield = readyMade('enfield', seed);
	expect(loadReadyMade(db, cast.lead, enfield, ['ENF-PR1'])).toMatchObject({ ok: false, code: 'lacks' });
	expect(loadReadyMade(db, cast.lead, enfield, [])).toMatchObject({ ok: false, code: 'none' });
	expect(loadReadyMade(db, cast.lead, enfield, ['ENF-PR1', 'ENF-P4', 'ENF-V'])).toEqual({ ok: true, added: 3 });
	const all = enfield.strands.map(({ reference }) => reference);
	expect(previewOf(db, enfield, all).filter(({ there }) => there !== null)).toHaveLength(3);
	expect(loadReadyMade(db, cast.lead, enfield, all)).toEqual({ ok: true, added: all.length - 3 });
	expect(loadReadyMade(db, cast.lead, enfield, all)).toEqual({ ok: true, added: 0 });
	const thread = threadOf(db);
	expect(reachingVision(thread).size).toBe(all.length);
	const first = thread.strands.find(({ reference }) => reference === 'ENF-G1')!;
	expect(pathsUp(thread, first.id)).toHaveLength(2);
	expect(loadReadyMade(testDatabase(), cast.manager, enfield, all)).toMatchObject({ ok: false, code: 'not-theirs' });
});

test('what is wrong in a file is said by line, and a circle by its names', () => {
	const wrong = readThread('name: Ours\nstrands:\n  - reference: A\n    level: dream\n    title: Something\n', 'ours.yaml');
	expect(wrong.ok || wrong.problems[0]).toMatchObject({ line: 4, text: expect.stringContaining('vision, priority') as string });
	const row = (reference: string, level: 'vision' | 'priority', serves: string[]) => ({ reference, level, title: reference, serves });
	const faults = faultsInFile(
		[
			{ row: 2, is: row('A', 'priority', ['B']) },
			{ row: 3, is: row('B', 'priority', ['A', 'Z']) }
		],
		new Map()
	);
	expect(faults.map(({ text }) => text)).toContain('A strand cannot serve itself. These close a circle: A → B → A');
	expect(faults.map(({ text }) => text)).toContain('There is no strand Z, in the file or in the thread');
});
