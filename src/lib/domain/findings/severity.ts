import { rankOf } from '#lib/domain/results/scale.ts';
import type { Blocker } from '#lib/domain/results/blocking.ts';
import type { Framework } from '../frameworks/document.ts';
import type { severities } from './words.ts';

export type Severity = (typeof severities)[number];
const worse: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

/**
 * How severe a gap is: one step of the scale short of what is needed is low, two medium, three high, more critical; and
 * one worse where the criterion belongs to a level below the one aimed at, since it holds down every level above.
 * The rule is ours: DOMAIN section 3 asks for a severity and leaves open how a gap comes by one.
 * @param aim the level the blocking list leads to; null for compliance
 */
export function severityOf(framework: Framework, { counts, needs, level }: Blocker, aim: number | null): Severity {
	const steps = rankOf(framework, needs) - rankOf(framework, counts);
	const holdsDownMore = level !== null && aim !== null && level < aim ? 1 : 0;
	return worse[Math.min(Math.max(steps, 1) - 1 + holdsDownMore, worse.length - 1)] ?? 'low';
}
