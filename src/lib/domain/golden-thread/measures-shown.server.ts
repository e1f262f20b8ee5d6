import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { measuresSeen, seesService } from '#lib/domain/measures/finding.server.ts';
import { measuresStamp } from '#lib/domain/measures/stamp.server.ts';
import { standingsOfMeasures } from '#lib/domain/measures/standing.server.ts';
import { measures } from '#lib/domain/measures/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { isAmong } from './among.ts';
import { untilThreadChanges } from './stamp.server.ts';
import { strandTies } from './tables.ts';

/** A measure tied to a strand, as it stands for the service of the strand where the person sees that, else for the council. */
export type MeasureShown = {
	id: string;
	name: string;
	href: string;
	/** Whose value it is: the service of the strand, or '' for the council. */
	of: string;
	/** '84.1% (2,187 of 2,600), October 2026', and '95%'; '' without. */
	latest: string;
	target: string;
	/** '84.1% (2,187 of 2,600) in October 2026, target 95%. Consistently fails'; '' without a value. */
	said: string;
	met: boolean | null;
	explain: string[];
};

type Strand = { id: string; serviceId: string | null };

/** A page shows no more strands than this; a report reads its own once. */
const onPage = 20;

/** The measures in use that are tied to each of these strands, for whoever sees measures. DOMAIN sections 6 and 7. */
export function measuresShown(db: Database, person: Person, strands: readonly Strand[], today: string): Map<string, MeasureShown[]> {
	const sight = strands.length ? measuresSeen(db, person) : null;
	if (!sight) return new Map();
	const scopeOf = new Map(strands.map(({ id, serviceId }) => [id, serviceId && seesService(sight, serviceId) ? serviceId : '']));
	const { releasedOnly } = sight;
	if (strands.length > onPage) return shownFor(db, scopeOf, releasedOnly, today);
	const name = `measures ${today} ${measuresStamp(db)} ${releasedOnly} ${[...scopeOf].flat().join()}`;
	return untilThreadChanges(db, name, () => shownFor(db, scopeOf, releasedOnly, today));
}

/** The same of strands each for one service, or for the council where that is ''. */
function shownFor(db: Database, scopeOf: ReadonlyMap<string, string>, releasedOnly: boolean, today: string): Map<string, MeasureShown[]> {
	const found = new Map<string, MeasureShown[]>();
	const rows = db
		.select({ strandId: strandTies.strandId, measure: measures })
		.from(strandTies)
		.innerJoin(measures, eq(measures.id, strandTies.thing))
		.where(and(isAmong(strandTies.strandId, [...scopeOf.keys()]), eq(strandTies.kind, 'measure'), isNull(measures.retiredOn)))
		.orderBy(asc(measures.position), asc(measures.number))
		.all();
	for (const scope of new Set(scopeOf.values())) {
		const here = rows.filter(({ strandId }) => scopeOf.get(strandId) === scope);
		const wanted = [...new Map(here.map(({ measure }) => [measure.id, measure])).values()];
		const where = { ...(scope && { serviceId: scope }), releasedOnly };
		const standings = new Map(standingsOfMeasures(db, wanted, where, today).map((one) => [one.measure.id, one]));
		for (const { strandId, measure } of here) {
			const standing = standings.get(measure.id);
			const said = standing
				? [
						`${standing.shown} in ${standing.periodName}${standing.targetShown ? `, target ${standing.targetShown}` : ''}`,
						standing.assurance && capital(standing.assurance),
						standing.stale && 'Old'
					]
						.filter(Boolean)
						.join('. ')
				: '';
			const one = {
				id: measure.id,
				name: measure.name,
				href: `/measures/${measure.key}`,
				of: scope,
				latest: standing ? `${standing.shown}, ${standing.periodName}` : '',
				target: standing?.targetShown ?? '',
				said,
				met: standing?.met ?? null,
				explain: standing?.explain ?? []
			};
			found.set(strandId, [...(found.get(strandId) ?? []), one]);
		}
	}
	return found;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
