import type { Paper, PaperPart } from '#lib/domain/board/paper.ts';
import type { Block, Section } from '../description.ts';

const blocksOf = ({ heading, text, points }: PaperPart): Block[] => [
	{ kind: 'heading', text: heading },
	...(text ? [{ kind: 'text', text } as const] : []),
	...(points?.length ? [{ kind: 'points', points } as const] : [])
];

/** A paper as a part of the pack: on a page of its own, with everything open that the page folds. */
export function paperSection(
	item: { id: string; title: string; asks: string },
	paper: Paper,
	place: number,
	views: readonly string[]
): Section {
	const [said, worked] = [paper.parts.filter(({ isArithmetic }) => !isArithmetic), paper.parts.filter(({ isArithmetic }) => isArithmetic)];
	return {
		id: `item-${place}`,
		title: `${place}. ${item.title}`,
		ownPage: true,
		blocks: [
			{ kind: 'facts', facts: [...(paper.over ? [['Paper', paper.over] as const] : []), ['What is asked', item.asks], ...paper.facts] },
			...(paper.about === item.title ? [] : [{ kind: 'text', text: paper.about } as const]),
			...said.flatMap(blocksOf),
			{ kind: 'heading', text: 'Evidence' },
			paper.evidence.length
				? { kind: 'points', points: paper.evidence.map(({ title, shows, strength }) => `${title}: ${shows} (strength ${strength})`) }
				: {
						kind: 'text',
						text: paper.kind === 'award' ? 'The evidence stands with each criterion of the assessment.' : 'No evidence is attached.'
					},
			{ kind: 'heading', text: 'Views so far' },
			views.length ? { kind: 'points', points: views } : { kind: 'text', text: 'None yet.' },
			...worked.flatMap(blocksOf)
		]
	};
}
