import { eq } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { foundBefore, proposeFinding } from '#lib/domain/findings/proposing.server.ts';
import type { severities } from '#lib/domain/findings/words.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { shownShare } from '#lib/domain/statistics/rounding.ts';
import { write, type Database } from '#lib/server/database.ts';
import { lowestOf, type Figure } from './figures.ts';
import { whyNotTold } from './reporting-level.ts';
import { resultsSeen } from './results.server.ts';

/** A standard met too seldom, of one service or of the council as a whole. `id` names it among the proposals of its wave. */
export type Proposal = {
	id: string;
	serviceId: string;
	service: string;
	standard: string;
	figure: Figure;
	what: string;
	howOften: string;
	severity: (typeof severities)[number];
	isFound: boolean;
};

const severityOf = (share: number): Proposal['severity'] =>
	share < 0.4 ? 'critical' : share < 0.6 ? 'high' : share < 0.7 ? 'medium' : 'low';

/**
 * The standards met in fewer than four visits of five, lowest first, as findings that could be made: of each service where that
 * was promised to staff, else of the council as a whole (written down for its corporate service). Nothing below five visits.
 */
export function findingsProposed(db: Database, person: Person, waveId: string): Proposal[] {
	const results = resultsSeen(db, person, waveId);
	const there = new Set(foundBefore(db, 'mystery shopping', waveId).map(({ what }) => what));
	const proposals = (figures: Figure[], { value, label }: { value: string; label: string }, whose: string) =>
		lowestOf(figures).map((figure): Proposal => {
			const what = `${whose}: contact standard ${figure.key} is met too seldom`;
			const share = figure.pass?.share ?? 0;
			return {
				id: `${value}:${figure.key}`,
				serviceId: value,
				service: label,
				standard: figure.name,
				figure,
				what,
				howOften: `Met in ${figure.pass?.numerator} of ${figure.pass?.denominator} mystery shopping visits (${shownShare(share)})`,
				severity: severityOf(share),
				isFound: there.has(what)
			};
		});
	if (!whyNotTold({ promised: results.programme.level, at: 'service' }))
		return results.services.flatMap((service) =>
			proposals(results.figures({ by: 'standard', service: service.value }).figures, service, service.label)
		);
	const corporate = db.select({ value: services.id, label: services.name }).from(services).where(eq(services.kind, 'corporate')).get();
	return corporate ? proposals(results.figures({ by: 'standard' }).figures, corporate, 'The council') : [];
}

/**
 * Writes down the chosen proposals as findings, each once. Refused for a service the person may not record findings for. What
 * was found before is passed over. DOMAIN sections 3 and 5.1.
 */
export function makeFindings(db: Database, person: Person, waveId: string, chosen: readonly string[]): Outcome<{ made: number }> {
	return write(db, (tx) => {
		const { wave, programme } = resultsSeen(tx, person, waveId);
		const wanted = findingsProposed(tx, person, waveId).filter(({ id, isFound }) => chosen.includes(id) && !isFound);
		if (!chosen.length) return refused('none', 'Choose at least one standard', 'proposals[]');
		for (const { serviceId, what, howOften, severity, standard } of wanted) {
			if (!can(person, 'record finding', { serviceId }))
				return refused('not-yours', 'Choose standards of the services you work for', 'proposals[]');
			const found = proposeFinding(tx, person, {
				serviceId,
				what,
				howOften,
				severity,
				breaches: standard,
				source: 'mystery shopping',
				sourceId: waveId,
				cameFrom: `${programme.name}, ${wave.name}`
			});
			if (!found.ok) return found;
		}
		return done({ made: wanted.length });
	});
}
