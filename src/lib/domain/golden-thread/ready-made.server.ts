import { basename, join } from 'node:path';
import type { Person } from '#lib/domain/access/person.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { config } from '#lib/server/config.ts';
import { writeWhole } from '#lib/domain/whole-write.server.ts';
import type { Database } from '#lib/server/database.ts';
import { filesIn, readingFolder } from '#lib/server/document-folder.server.ts';
import { notFound } from '#lib/server/guard.ts';
import { bringer } from './bringing.server.ts';
import { strandsByName } from './naming.ts';
import { fromTheTop } from './planning-file.ts';
import { readThread, type StrandInFile, type ThreadFile } from './thread-file.ts';
import { threadOf } from './thread.server.ts';

const readFile = readingFolder(readThread);
const folderOf = (seed: string) => join(seed, 'threads');

/** The threads that come with the program: the name of each as an address has it, and its file, or why it cannot be read. */
export const readyMadeThreads = (seed = config.seed) =>
	filesIn(folderOf(seed)).map((file) => {
		const read = readFile(folderOf(seed), file);
		const name = basename(file).replace(/\.ya?ml$/, '');
		if (read.ok) return { name, document: read.document, problem: null };
		const [first] = read.problems;
		return { name, document: null, problem: `${file}, line ${first?.line}, ${first?.field}: ${first?.text}` };
	});

/** One of them by its name in an address; 404 where there is none. */
export function readyMade(name: string, seed = config.seed): ThreadFile {
	return readyMadeThreads(seed).find((one) => one.name === name)?.document ?? notFound();
}

/** What bringing these strands would do, in order: each new, or there already under its reference and left as it is. */
export function previewOf(db: Database, document: ThreadFile, chosen: readonly string[]) {
	const byName = strandsByName(threadOf(db));
	const numberOf = (reference: string) => byName.get(reference.toLowerCase())?.number;
	return chosenOf(document, chosen).map((strand) => ({
		...strand,
		there: numberOf(strand.reference) ?? null,
		lacks: strand.serves.filter((served) => !chosen.includes(served) && !numberOf(served))
	}));
}

const chosenOf = ({ strands }: ThreadFile, chosen: readonly string[]): StrandInFile[] =>
	fromTheTop(strands.map((is, row) => ({ row, is }))).flatMap(({ is }) => (chosen.includes(is.reference) ? [is] : []));

/**
 * Adds these strands of a ready-made thread. One that is there already stays as the council has it. Refused where one serves
 * another that is neither chosen nor there. Gives how many were added.
 */
export function loadReadyMade(db: Database, person: Person, document: ThreadFile, chosen: readonly string[]): Outcome<{ added: number }> {
	return writeWhole(db, (tx) => {
		const wanted = previewOf(tx, document, chosen);
		if (!wanted.length) return refused('none', 'Choose at least one strand', 'strand[]');
		const lacking = wanted.find(({ lacks }) => lacks.length);
		if (lacking) {
			const title = document.strands.find(({ reference }) => reference === lacking.lacks[0])?.title ?? lacking.lacks[0];
			return refused('lacks', `“${lacking.title}” serves “${title}”: choose that as well`, 'strand[]');
		}
		const added = wanted.filter(({ there }) => there === null);
		const bring = bringer(tx, person);
		for (const { there: _there, lacks: _lacks, ...strand } of added) {
			const outcome = bring(strand);
			if (!outcome.ok) return outcome;
		}
		return done({ added: added.length });
	});
}
