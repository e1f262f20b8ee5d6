import type { CountedVisit } from './counted-visit.ts';
import { figuresOf, type Basis, type Figure } from './figures.ts';
import type { WaveState } from './words.ts';

/** A wave with its checked visits. */
export type WaveCounted = { id: string; name: string; state: WaveState; visits: CountedVisit[] };

/**
 * How many visits passed in each wave, in order, each held against the one before and through the gate of what was promised.
 * A wave without a checked visit has no figure. DOMAIN section 5.1.
 */
export const figuresByWave = (waves: readonly WaveCounted[], { promised, narrowedTo }: Pick<Basis, 'promised' | 'narrowedTo'>): Figure[] =>
	waves.flatMap(({ id, name, visits }, at) =>
		figuresOf({ visits, before: waves[at - 1]?.visits ?? [], promised, narrowedTo }, 'all').figures.map((figure) => ({
			...figure,
			key: id,
			name
		}))
	);
