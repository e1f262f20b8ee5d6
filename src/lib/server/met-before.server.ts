import Sqlite from 'better-sqlite3';

/** How much of the words stands in memory, in KiB; what is more lies on the disk until it is closed. */
const inMemory = 4096;

/**
 * Tells of each word whether it comes for the first time. The words are kept in a file of their own that nobody else sees and that is
 * gone when it is closed, so that a million of them take no more memory than a thousand.
 */
export function metBefore(): { isFirst: (word: string) => boolean; close: () => void } {
	const words = new Sqlite('');
	for (const setting of ['journal_mode = OFF', 'synchronous = OFF', 'locking_mode = EXCLUSIVE', `cache_size = -${inMemory}`])
		words.pragma(setting);
	words.exec('create table word (word text primary key) without rowid; begin');
	const add = words.prepare<[string]>('insert or ignore into word values (?)');
	return { isFirst: (word) => add.run(word).changes === 1, close: () => words.close() };
}
