import { mostDots } from '#lib/charts/dots-chart.ts';
import type { SessionResult, WithKey } from '#lib/domain/calibration/session-result.ts';
import { scoredQuestions } from '#lib/domain/calibration/session-ratings.ts';
import type { Question, Scorecard } from '#lib/domain/scorecards/card.ts';
import { explainLeniency } from '#lib/domain/statistics/leniency.ts';
import { shownShare } from '#lib/domain/statistics/rounding.ts';
import type { Block, ReportTable, Section } from '../description.ts';

const share = ({ same, of }: WithKey) => (of ? (same / of) * 100 : null);
const name = ({ id, text }: Question) => `${id} ${text}`;

/** How often assessors gave the expert’s answer; no section where there is no key. */
export function keySection(card: Scorecard, { withKey, withKeyByQuestion }: SessionResult): Section[] {
	if (!withKey || !withKeyByQuestion) return [];
	const title = withKey.of
		? `With the key: ${shownShare(withKey.same / withKey.of)} of answers are the expert’s`
		: 'With the key: the expert and the assessors completed nothing in common';
	const rows = scoredQuestions(card).map((question) => {
		const found = withKeyByQuestion.get(question.id) ?? { same: 0, of: 0 };
		return { question: name(question), same: found.same, of: found.of, share: share(found) };
	});
	const table = {
		id: 'key',
		caption: 'Answers that are the expert’s',
		note: 'Counted over all assessors and interactions; the expert’s own forms are the measure and are not counted.',
		columns: [
			{ key: 'question', label: 'Question', kind: 'text' as const, share: 4 },
			{ key: 'same', label: 'Same', kind: 'number' as const },
			{ key: 'of', label: 'Of', kind: 'number' as const },
			{ key: 'share', label: 'Same %', kind: 'number' as const, decimals: 2 }
		],
		rows,
		empty: 'There are no questions.'
	};
	return [{ id: 'with-key', title, blocks: [{ kind: 'table', table }] }];
}

/** Leniency and agreement with the key of those the reader may see; no section where that is nobody. */
export function peopleSection({ people }: SessionResult, runs: boolean): Section[] {
	if (!people.length) return [];
	const table = {
		id: 'leniency',
		caption: runs ? 'Leniency of each assessor' : 'Your leniency',
		note: 'Points of quality above (+) or below (−) the others on the same interactions, before any critical failure. By name: this is no ranking.',
		columns: [
			{ key: 'name', label: 'Assessor', kind: 'text' as const, share: 2 },
			{ key: 'difference', label: 'Difference', kind: 'number' as const, decimals: 2 },
			{ key: 'shared', label: 'Interactions shared', kind: 'number' as const },
			{ key: 'same', label: 'Same as the key', kind: 'text' as const },
			{ key: 'words', label: 'What it says', kind: 'text' as const, share: 4 }
		],
		rows: people
			.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
			.map(({ name, leniency, withKey }) => ({
				name,
				difference: leniency?.difference ?? null,
				shared: leniency?.n ?? 0,
				same: withKey ? `${withKey.same} of ${withKey.of}` : '–',
				words: leniency ? explainLeniency(leniency).join(' ') : 'Nobody else scored the same work, so nothing can be said.'
			})),
		empty: 'There are no assessors.'
	};
	const title = runs ? 'Leniency: for you, who run the session' : 'Your own leniency: only you and whoever runs the session see it';
	return [{ id: 'leniency', title, blocks: [leniencyDrawn(people, table)] }];
}

/** Differences with their intervals about nought, above their table; the table alone where there is nothing to draw. */
function leniencyDrawn(people: SessionResult['people'], table: ReportTable): Block {
	const rows = people
		.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
		.flatMap(({ name: person, leniency }) =>
			leniency?.difference == null
				? []
				: [
						{
							name: person,
							value: leniency.difference,
							low: leniency.interval?.low ?? null,
							high: leniency.interval?.high ?? null,
							beside: null
						}
					]
		);
	if (!rows.length || rows.length > mostDots) return { kind: 'table', table };
	const furthest = Math.max(1, ...rows.flatMap(({ value, low, high }) => [value, low ?? 0, high ?? 0].map(Math.abs)));
	// the same room on both sides of nought, to the next five
	const end = Math.min(100, Math.ceil(furthest / 5) * 5);
	const figure = {
		of: 'dots' as const,
		name: 'Points above or below the others, with its 95% interval',
		beside: null,
		rows,
		scale: [-end, end] as [number, number],
		middle: 0
	};
	return { kind: 'figure', figure, table, label: `${table.caption}: points above (+) or below (−) the others on the same interactions` };
}

/** What was agreed about each question. */
export function notesSection(questions: readonly Question[], notes: ReadonlyMap<string, { note: string }>): Section {
	const rows = questions.flatMap((question) => {
		const found = notes.get(question.id);
		return found ? [{ question: name(question), note: found.note }] : [];
	});
	const table = {
		id: 'notes',
		caption: 'What was agreed',
		columns: [
			{ key: 'question', label: 'Question', kind: 'text' as const, share: 2 },
			{ key: 'note', label: 'What was agreed', kind: 'text' as const, share: 4 }
		],
		rows,
		empty: 'Nothing has been noted yet. Open a question above to note what was agreed about it.'
	};
	return {
		id: 'agreed',
		title: rows.length ? 'What was agreed' : 'What was agreed: nothing noted yet',
		blocks: [{ kind: 'table', table }]
	};
}
