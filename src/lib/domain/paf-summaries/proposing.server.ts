import type { Person } from '#lib/domain/access/person.ts';
import { can } from '#lib/domain/access/can.ts';
import { foundBefore, proposeFinding } from '#lib/domain/findings/proposing.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { showMonth } from '#lib/domain/paf/month.ts';
import { write, type Database } from '#lib/server/database.ts';
import { missedInWords, type Miss, type PafSummary } from './summary.ts';
import { summaryOf } from './summary-reading.server.ts';

/** What a finding of a miss is known by: it is not proposed twice while one stands. */
const sourceOf = (serviceId: string, { card, question }: Pick<Miss, 'card' | 'question'>) => `${serviceId} ${card} ${question}`;

/** How a miss is named in a form. */
export const missKey = ({ card, question }: Pick<Miss, 'card' | 'question'>): string => `${card} ${question}`;

const during = (period: readonly string[]) =>
	period.length === 1 ? showMonth(period[0] ?? '') : `${showMonth(period[0] ?? '')} to ${showMonth(period.at(-1) ?? '')}`;

/** The commonest misses of a service, each with whether it stands as a finding already. */
export function missesToPropose(
	db: Database,
	serviceId: string,
	today: string
): { summary: PafSummary; misses: (Miss & { found: string | null })[] } {
	const summary = summaryOf(db, { of: 'service', id: serviceId }, today);
	const misses = summary.misses.map((miss) => ({ ...miss, found: foundBefore(db, 'PAF', sourceOf(serviceId, miss))[0]?.id ?? null }));
	return { summary, misses };
}

/**
 * Proposes misses of a service as findings, as whatever finds something does; those that stand as findings already are passed
 * over. Its words name no member of staff, and only what the summary shows can be proposed. DOMAIN sections 3 and 5.2.
 */
export function proposeMisses(
	db: Database,
	person: Person,
	serviceId: string,
	keys: readonly string[],
	today: string
): Outcome<{ proposed: number }> {
	if (!can(person, 'record finding', { serviceId })) return refused('not-theirs', 'You cannot write down findings for this service');
	if (!keys.length) return refused('none', 'Choose at least one', 'miss[]');
	const { summary, misses } = missesToPropose(db, serviceId, today);
	const wanted = misses.filter((miss) => keys.includes(missKey(miss)) && !miss.found);
	return write(db, (tx) => {
		for (const miss of wanted) {
			const outcome = proposeFinding(tx, person, {
				serviceId,
				source: 'PAF',
				sourceId: sourceOf(serviceId, miss),
				cameFrom: `${miss.cardName}, ${during(summary.period)}`,
				what: `Often missed in scored contacts: ${miss.text}`,
				howOften: missedInWords(miss),
				severity: miss.share.low > 0.5 ? 'high' : 'medium'
			});
			if (!outcome.ok) return outcome;
		}
		return done({ proposed: wanted.length });
	});
}
