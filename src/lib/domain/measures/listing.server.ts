import type { Database } from '#lib/server/database.ts';
import { pageSize } from '#lib/server/paging.ts';
import type { MeasureFilters } from './filters.ts';
import { allMeasures, type Measure, type Sight } from './finding.server.ts';
import type { Scope } from './scope.ts';
import { standingsOfMeasures } from './standing.server.ts';
import { trendInWords } from './standing-words.ts';
import type { Standing } from './standing.ts';

export type ListedMeasure = { measure: Measure; standing: Standing | null };

/** 1 where it is worst, for sorting. */
function rank({ standing }: ListedMeasure): number {
	if (!standing) return 6;
	if (standing.stale) return 5;
	if (standing.met === false) return 1;
	if (standing.signalsNow.length) return 2;
	return standing.met === null ? 4 : 3;
}

const meets = ({ measure, standing }: ListedMeasure, filter: MeasureFilters['standing']): boolean => {
	if (filter === 'retired') return measure.retiredOn !== null;
	if (measure.retiredOn !== null) return false;
	if (filter === '') return true;
	if (filter === 'empty') return !standing;
	if (!standing) return false;
	if (filter === 'met') return standing.met === true;
	if (filter === 'missed') return standing.met === false;
	if (filter === 'signal') return standing.signalsNow.length > 0;
	if (filter === 'old') return standing.stale;
	return standing.target === null;
};

/** Whose figures a list shows: the council's, or those of a service in sight, by a channel or over all. */
export const scopeOf = (
	{ service, team, channel }: Pick<MeasureFilters, 'service' | 'team' | 'channel'>,
	sight: Sight
): Scope & { releasedOnly: boolean } => ({
	serviceId: service || null,
	teamId: team || null,
	channel: channel || null,
	releasedOnly: sight.releasedOnly
});

/** Every measure of a list as it stands, narrowed and sorted. The council has some dozens, so all are read. DOMAIN sections 7 and 8. */
export function everyMeasure(db: Database, sight: Sight, filters: MeasureFilters, today: string): ListedMeasure[] {
	const word = filters.search.toLowerCase();
	const wanted = allMeasures(db).filter(
		(measure) =>
			(!filters.theme || measure.theme === filters.theme) &&
			(!word || `${measure.name} ${measure.why} ${measure.numerator}`.toLowerCase().includes(word))
	);
	const standings = new Map(
		standingsOfMeasures(db, wanted, scopeOf(filters, sight), today).map((standing) => [standing.measure.id, standing])
	);
	const rows = wanted
		.map((measure) => ({ measure, standing: standings.get(measure.id) ?? null }))
		.filter((row) => meets(row, filters.standing));
	const order = (a: ListedMeasure, b: ListedMeasure) => {
		if (filters.sort === 'name') return a.measure.name.localeCompare(b.measure.name, 'en-GB');
		if (filters.sort === 'standing') return rank(a) - rank(b) || a.measure.position - b.measure.position;
		if (filters.sort === 'period') return (a.standing?.period ?? '').localeCompare(b.standing?.period ?? '');
		return a.measure.position - b.measure.position;
	};
	rows.sort(order);
	return filters.order === 'descending' ? rows.reverse() : rows;
}

/** What a row of the list shows. */
export const shownRow = ({ measure, standing }: ListedMeasure) => ({
	key: measure.key,
	name: measure.name,
	theme: measure.theme,
	direction: measure.direction,
	retired: measure.retiredOn !== null,
	...(standing && {
		value: standing.shown,
		period: standing.periodName,
		target: standing.targetShown,
		met: standing.met,
		stale: standing.stale,
		trend: trendInWords(standing),
		signal: standing.signalsNow.length > 0,
		before: standing.before?.shown ?? null,
		benchmark: standing.benchmark?.shown ?? null
	})
});
export type MeasureRow = ReturnType<typeof shownRow>;

/** A page of the list: fifty rows from a place on, with how many there are. */
export function measuresListed(db: Database, sight: Sight, filters: MeasureFilters, from: number, today: string) {
	const all = everyMeasure(db, sight, filters, today);
	const start = from > 0 && from < all.length ? from : 0;
	return {
		rows: all.slice(start, start + pageSize).map(shownRow),
		count: all.length,
		previous: start > 0 ? Math.max(0, start - pageSize) : null,
		next: start + pageSize < all.length ? start + pageSize : null,
		missed: all.filter(({ standing }) => standing?.met === false && !standing.stale).length,
		old: all.filter(({ standing }) => standing?.stale).length,
		withTarget: all.filter(({ standing }) => standing && standing.met !== null && !standing.stale).length
	};
}
