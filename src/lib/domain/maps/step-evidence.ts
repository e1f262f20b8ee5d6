/** A piece of evidence that a step is as the map says, as far as this person may see it. */
export type StepPiece = { id: string; title: string; isWithdrawn: boolean };

/** The evidence of one step: what this person may see, and how many pieces more there are. */
export type EvidenceOfStep = { pieces: StepPiece[]; outOfSight: number };

/** Of the steps of a map that have evidence, by the step's id. */
export type EvidenceBySteps = Record<string, EvidenceOfStep>;

/** '2 pieces', '1 piece', '' for none. */
export function piecesInWords(evidence: EvidenceOfStep | undefined): string {
	const n = (evidence?.pieces.length ?? 0) + (evidence?.outOfSight ?? 0);
	return n === 0 ? '' : `${n} ${n === 1 ? 'piece' : 'pieces'}`;
}

/** 'and 1 piece you may not see'; '' where they see all. */
export const outOfSightInWords = ({ pieces, outOfSight }: EvidenceOfStep): string =>
	outOfSight ? `${pieces.length ? 'and ' : ''}${outOfSight} ${outOfSight === 1 ? 'piece' : 'pieces'} that you may not see` : '';
