import { shownRating } from '#lib/domain/results/rating.ts';
import type { SnapshotAnswer } from '#lib/domain/snapshots/snapshot.ts';
import { standingsOf, type Basis } from '#lib/domain/results/standing.ts';
import { ratingInWords } from '#lib/domain/results/wording.ts';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { ReportTable } from '../description.ts';
import { numbered } from './evidence-index.ts';

const said = (framework: Framework, rating: string | null, inherited: string | null = null) => {
	const { code, word } = shownRating(framework, rating, inherited);
	return [code, word].filter(Boolean).join(' ');
};

/** Every answer of an assessment: what the service said, what the moderator said, what it counts as, and what it rests on. */
export function answersTable(framework: Framework, answers: SnapshotAnswer[], basis: Basis, on: string): ReportTable {
	const marks = numbered(answers);
	const counts = new Map(standingsOf(framework, answers, basis, on).map((standing) => [standing.criterion, standing]));
	const byCriterion = new Map(answers.map((answer) => [answer.criterion, answer]));
	return {
		id: 'answers',
		caption: 'Every answer',
		note: 'Refs such as E1 stand in the evidence index.',
		columns: [
			{ key: 'number', label: 'No.', kind: 'text', share: 0.5, width: 6 },
			{ key: 'title', label: 'Criterion', kind: 'text', share: 2.4, width: 44 },
			{ key: 'service', label: 'Service', kind: 'text', share: 1.15, width: 14 },
			{ key: 'moderator', label: 'Moderator', kind: 'text', share: 1.25, width: 14 },
			{ key: 'counts', label: 'Counts as', kind: 'text', share: 1.15, width: 14 },
			{ key: 'comment', label: 'Comment', kind: 'text', share: 3.6, width: 70 },
			{ key: 'evidence', label: 'Evidence', kind: 'text', share: 1.15, width: 14 }
		],
		rows: framework.criteria.map(({ number, title }) => {
			const answer = byCriterion.get(number);
			const standing = counts.get(number);
			const remark = answer?.moderation?.comment;
			return {
				number,
				title,
				service: said(framework, answer?.rating ?? null, answer?.inheritedRating),
				moderator: answer?.moderation?.rating ? said(framework, answer.moderation.rating) : '',
				counts: standing?.leaves ? 'leaves the result' : ratingInWords(framework, standing?.counts ?? null),
				comment: [answer?.comment, remark && `Moderator: ${remark}`].filter(Boolean).join('\n'),
				evidence: (answer?.evidence ?? []).map(({ id }) => marks.get(id)?.mark ?? '').join(', ')
			};
		}),
		empty: 'There is no answer.'
	};
}
