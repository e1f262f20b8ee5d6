/**
 * What can be tied to a strand. An objective of a one-to-one is tied by its own column. How `strand_tie.thing` names each:
 * a criterion 'framework/number' ('enfield/2.6') and a question 'scorecard/question' ('paf-telephone/C3'), so that the
 * tie outlives a version; everything else by its id. DOMAIN section 6.
 */
export const tieKinds = ['criterion', 'journey', 'standard', 'question', 'measure', 'action', 'recommendation'] as const;
export type TieKind = (typeof tieKinds)[number];

export const isTieKind = (text: string | null | undefined): text is TieKind => tieKinds.some((kind) => kind === text);

/** How `strand_tie` names a criterion of whatever version. */
export const criterionThing = (framework: string, number: string): string => `${framework}/${number}`;

/** How `strand_tie` names a question of whatever version of a scorecard. */
export const questionThing = (scorecard: string, question: string): string => `${scorecard}/${question}`;

/** Several things of a kind, as they stand in a sentence. */
export const tieKindNames: Record<TieKind, string> = {
	criterion: 'criteria',
	journey: 'journeys',
	standard: 'contact standards',
	question: 'scorecard questions',
	measure: 'measures',
	action: 'actions',
	recommendation: 'recommendations'
};
