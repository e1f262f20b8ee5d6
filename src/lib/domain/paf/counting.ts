import type { AssessmentState, Selection } from './states.ts';

type Counted = { state: AssessmentState; releasedAt: number | null; selection: Selection };

/**
 * Whether an assessment counts in means and sums. Once released it does, whatever comes after: while an appeal waits, after one that
 * was rejected, and after one that changed it (then the new scores count). Not after one that was upheld: the advisor is
 * right. Chosen ones only where their month says so. Drafts never do. DOMAIN section 5.2.
 */
export const isCounted = ({ state, releasedAt, selection }: Counted, chosenCount: boolean): boolean =>
	releasedAt !== null && state !== 'upheld' && (selection === 'sampled' || chosenCount);

/** The form that counts: of the changed score where there is one. */
export const countedForm = ({ formId, changedFormId }: { formId: string | null; changedFormId: string | null }): string | null =>
	changedFormId ?? formId;

/** A worth from 0 to 1 as whole millionths, so that sums stay exact. */
export const millionths = (worth: number): number => Math.round(worth * 1_000_000);
/** Less than half of what a question is worth is a miss. */
export const isMissed = (worth: number): boolean => millionths(worth) < 500_000;

/** The band of a score in hundredths: the highest that begins at or below it. Bands come lowest first. */
export const bandOf = (hundredths: number, bands: readonly { id: string; from: number }[]): string =>
	bands.findLast(({ from }) => Math.round(from * 100) <= hundredths)?.id ?? '';
