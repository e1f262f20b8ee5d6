import { join } from 'node:path';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { config } from '#lib/server/config.ts';
import { write, type Database } from '#lib/server/database.ts';
import { filesIn, readingFolder } from '#lib/server/document-folder.server.ts';
import { loadScorecard } from './loading.server.ts';
import { readScorecard } from './reading.ts';
import { scorecardVersions } from './tables.ts';

const readFile = readingFolder(readScorecard);
const folderOfScorecards = () => join(config.seed, 'scorecards');

/** The scorecards that come with the program and of which no version is here yet, and what is wrong with files that cannot be read. */
export function scorecardsOffered(db: Database, folder = folderOfScorecards()) {
	const here = new Set(
		db
			.select({ scorecard: scorecardVersions.scorecard })
			.from(scorecardVersions)
			.all()
			.map(({ scorecard }) => scorecard)
	);
	const files = filesIn(folder).map((file) => readFile(folder, file));
	return {
		offers: files.flatMap((read) => (read.ok && !here.has(read.card.id) ? [read.card] : [])),
		problems: files.flatMap((read) => (read.ok ? [] : read.problems))
	};
}

/** Publishes the scorecards that come with the program and are not here yet, all of them; gives their ids. */
export function loadOfferedScorecards(
	db: Database,
	person: { id: string } | null,
	folder = folderOfScorecards()
): Outcome<{ ids: string[] }> {
	return write(db, (tx) => {
		const { offers, problems } = scorecardsOffered(tx, folder);
		const [first] = problems;
		if (first) return refused('faults', `${first.file}, line ${first.line}, ${first.field}: ${first.text}`);
		const outcomes = offers.map((card) => loadScorecard(tx, person, card));
		return done({ ids: outcomes.flatMap((outcome) => (outcome.ok ? [outcome.id] : [])) });
	});
}
