import { join } from 'node:path';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { config } from '#lib/server/config.ts';
import { write, type Database } from '#lib/server/database.ts';
import { filesIn, readingFolder } from '#lib/server/document-folder.server.ts';
import { loadFramework } from './loading.server.ts';
import { readFramework } from './reading.ts';
import { frameworkVersions } from './tables.ts';

const readFile = readingFolder(readFramework);
const folderOfFrameworks = () => join(config.seed, 'frameworks');

/** What the folder of frameworks holds that is not in the database yet, and what is wrong with files that cannot be read. */
export function frameworksOffered(db: Database, folder = folderOfFrameworks()) {
	const here = new Set(
		db
			.select({ framework: frameworkVersions.framework, number: frameworkVersions.number })
			.from(frameworkVersions)
			.all()
			.map(({ framework, number }) => `${framework} ${number}`)
	);
	const files = filesIn(folder).map((file) => ({ file, ...readFile(folder, file) }));
	return {
		offers: files.flatMap((one) => {
			if (!one.ok || here.has(`${one.framework.id} ${one.framework.version}`)) return [];
			const { name, version, kind, about, criteria } = one.framework;
			return [{ file: one.file, name, number: version, kind, about, criteria: criteria.length }];
		}),
		problems: files.flatMap((one) => (one.ok ? [] : one.problems))
	};
}

/** Loads files of the folder of frameworks by their names, all of them or none. */
export function loadOffered(
	db: Database,
	person: { id: string },
	chosen: readonly string[],
	folder = folderOfFrameworks()
): Outcome<{ ids: string[] }> {
	if (!chosen.length) return refused('nothing-chosen', 'Choose at least one framework', 'files[]');
	const offered = new Set(filesIn(folder));
	// what does not come from the list never becomes a path
	const files = chosen.map((file) => (offered.has(file) ? readFile(folder, file) : null));
	const ready = files.flatMap((file) => (file?.ok ? [file.framework] : []));
	if (ready.length < files.length) return refused('not-offered', 'One of these frameworks is not here any more. Choose again', 'files[]');
	let refusal: Outcome<{ ids: string[] }> | null = null;
	try {
		return write(db, (tx) => {
			const ids = ready.map((framework) => {
				const outcome = loadFramework(tx, person, framework);
				if (outcome.ok) return outcome.id;
				refusal = { ...outcome, field: 'files[]' };
				throw new Error(outcome.text);
			});
			return done({ ids });
		});
	} catch (problem) {
		if (refusal) return refusal;
		throw problem;
	}
}
