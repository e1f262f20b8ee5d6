import { answersOf, judgedOn } from '#lib/domain/assessments/reading.server.ts';
import { channelCostsOf, principleOf, weightsOf } from '#lib/domain/findings/reading.server.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { resultOf } from '#lib/domain/results/result.ts';
import type { Database } from '#lib/server/database.ts';
import type { Item } from './finding.server.ts';
import {
	awardRows,
	evidenceOf,
	findingRows,
	lessonRows,
	recommendationRows,
	recommendationsAbout,
	resultRows,
	type AwardRow
} from './paper-rows.server.ts';
import { awardPaper, findingPaper, lessonPaper, recommendationPaper } from './paper-texts.ts';
import { lostPaper, type Paper } from './paper.ts';

/** The papers of some items, by the item's id: what is before the board, as it stands today. */
export function papersOf(db: Database, items: readonly Item[], today: string): Map<string, Paper> {
	const byThing = new Map([
		...findingPapers(db, items),
		...recommendationPapers(db, items),
		...awardPapers(db, items, today),
		...lessonPapers(db, items)
	]);
	return new Map(items.map(({ id, kind, thingId, title }) => [id, byThing.get(`${kind} ${thingId}`) ?? lostPaper(kind, title)]));
}

type Papers = [thing: string, paper: Paper][];
const idsOf = (items: readonly Item[], kind: Item['kind']) => items.filter((item) => item.kind === kind).map(({ thingId }) => thingId);

function findingPapers(db: Database, items: readonly Item[]): Papers {
	const ids = idsOf(items, 'finding');
	if (!ids.length) return [];
	const recommended = recommendationsAbout(db, ids);
	const pieces = evidenceOf(db, ids);
	return findingRows(db, ids).map((row) => [
		`finding ${row.id}`,
		findingPaper(row, {
			principle: principleOf(db, row),
			recommended: recommended.filter(({ findingId }) => findingId === row.id),
			evidence: pieces.filter(({ findingId }) => findingId === row.id)
		})
	]);
}

function recommendationPapers(db: Database, items: readonly Item[]): Papers {
	const ids = idsOf(items, 'recommendation');
	if (!ids.length) return [];
	const rows = recommendationRows(db, ids);
	const findingIds = [...new Set(rows.map(({ findingId }) => findingId))];
	const found = new Map(findingRows(db, findingIds).map((row) => [row.id, row]));
	const pieces = evidenceOf(db, findingIds);
	const [weights, costs] = [weightsOf(db), channelCostsOf(db)];
	return rows.flatMap((row): Papers => {
		const finding = found.get(row.findingId);
		if (!finding) return [];
		const evidence = pieces.filter(({ findingId }) => findingId === finding.id);
		return [
			[`recommendation ${row.id}`, recommendationPaper(row, { finding, principle: principleOf(db, finding), evidence, weights, costs })]
		];
	});
}

function awardPapers(db: Database, items: readonly Item[], today: string): Papers {
	const ids = idsOf(items, 'award');
	if (!ids.length) return [];
	const kept = resultRows(db, ids);
	return awardRows(db, ids).map((row) => {
		const framework = frameworkOf(db, row.frameworkVersionId);
		const results = kept.filter(({ assessmentId }) => assessmentId === row.id);
		return [`award ${row.id}`, awardPaper(row, { framework, results, blockers: blockersOf(db, row, today) })];
	});
}

/** Each criterion that stops the next award, with why. An agenda has few awards, and each has its own answers to read. */
function blockersOf(db: Database, row: AwardRow, today: string): string[] {
	const framework = frameworkOf(db, row.frameworkVersionId);
	const { agreed } = resultOf(framework, answersOf(db, row), judgedOn(row, today));
	const titleOf = (number: string) => framework.criteria.find((criterion) => criterion.number === number)?.title ?? '';
	return (agreed.nextAward?.blockers ?? []).map(({ criterion, why }) => `${criterion} ${titleOf(criterion)}: ${why}`);
}

const lessonPapers = (db: Database, items: readonly Item[]): Papers => {
	const ids = idsOf(items, 'lesson');
	return ids.length ? lessonRows(db, ids).map((row) => [`lesson ${row.id}`, lessonPaper(row)]) : [];
};
