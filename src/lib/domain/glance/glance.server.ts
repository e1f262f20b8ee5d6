import type { Database } from '#lib/server/database.ts';
import { costsByChannel } from '../contact-costs/channel-costs.server.ts';
import type { Channel } from '../journeys/channels.ts';
import { compareChannels, served } from '../measures/cost-of-channels.ts';
import { allMeasures, type Measure } from '../measures/finding.server.ts';
import { addPeriods, lastEnded, periodsBetween } from '../measures/period.ts';
import { placeNumber } from '../measures/places.server.ts';
import { placeIn, type Place } from '../measures/scope.ts';
import { pointOf, releasedMonths, rowsAt, type Point } from '../measures/series.server.ts';
import { standingOf } from '../measures/standing.ts';
import { lookedAtFrom } from '../measures/standing.server.ts';
import { targetsOf, type Target } from '../measures/targets.server.ts';
import { channelLabel } from '../measures/wording.ts';
import { firstMonth, sumsByPart } from './breakdown.server.ts';
import { failureCost } from './failure-cost.ts';
import type { Glance, MeasureAtGlance } from './glance.ts';
import { alike, over, spanTo, yearsBefore, type Span } from './over-months.ts';
import { byOrderOfChannels, monthsIn, partsIn, volumesAt } from './parts.ts';
import { glanceChoices, type GlanceSeen } from './seen.server.ts';

/** What is looked at by channel. */
const byChannelKeys = ['contacts', 'response-in-time', 'waiting-time', 'response-days'];

/** The latest month of which anything is held, of those that have ended; a viewer's latest released one. */
function lastHeld(points: Map<string, Point[]>, released: Set<string> | null, today: string): string {
	const ended = lastEnded(today);
	const held = [...points.values()].flatMap((all) => all.map(({ period }) => period)).filter((period) => period <= ended);
	const latest = released ? held.filter((period) => released.has(period)) : held;
	return latest.reduce((last, period) => (period > last ? period : last), '') || ended;
}

/** The same months of the first year that is held whole; null where that is this year. */
function baselineOf(first: string | null, span: Span): Span | null {
	if (!first) return null;
	const years = Math.floor(periodsBetween(first, span.from) / 12);
	return years >= 1 && periodsBetween(span.from, span.to) < years * 12 ? yearsBefore(span, years) : null;
}

/** What customers finished by themselves in each of some spans, and in how many months anything is held of it. */
function selfServiceIn(db: Database, measures: Measure[], place: Place, spans: readonly (Span | null)[], releasedOnly: boolean) {
	const measure = measures.find(({ key }) => key === 'self-service-share');
	const from = spans.flatMap((span) => (span ? [span.from] : [])).sort()[0] ?? '';
	const rows = measure ? rowsAt(db, [{ measure: measure.number, from }], place, releasedOnly) : [];
	return spans.map((span) => {
		const inside = rows.filter(({ period }) => span && period >= span.from && period <= span.to);
		return { months: inside.length, numerator: inside.reduce((sum, { numerator }) => sum + numerator, 0) };
	});
}

const measureNow = (
	measure: Measure,
	points: readonly Point[],
	aims: Target[],
	scope: object,
	span: Span,
	today: string
): MeasureAtGlance => ({
	theme: measure.theme,
	standing: standingOf(measure, points, aims, scope, today),
	over: over(measure.unit, points, span),
	before: alike(over(measure.unit, points, span), over(measure.unit, points, yearsBefore(span, 1))),
	points
});

/**
 * Everything the dashboard says of the council, a service or a team over some months, from the sums that are kept: a handful of
 * queries however many values there are. Whoever asks has seen the place (`glanceSeen`). Issue 5 section 2.
 */
export function glanceOf(db: Database, seen: GlanceSeen, today: string): Glance {
	const { channel, months } = seen.filters;
	const scope = placeIn({ serviceId: seen.serviceId, teamId: seen.teamId, channel: channel || null });
	const { releasedOnly } = seen.sight;
	const measures = allMeasures(db).filter(({ retiredOn }) => !retiredOn);
	const from = (measure: Measure) => [lookedAtFrom(measure, today), addPeriods(today.slice(0, 7), -(2 * months + 13))].sort()[0]!;
	const rows = rowsAt(
		db,
		measures.map((measure) => ({ measure: measure.number, from: from(measure) })),
		scope,
		releasedOnly
	);
	const points = new Map<string, Point[]>(measures.map(({ id }) => [id, []]));
	const byNumber = new Map(measures.map((measure) => [measure.number, measure]));
	for (const row of rows) {
		const measure = byNumber.get(row.measure);
		if (measure) points.get(measure.id)?.push(pointOf(measure, row));
	}
	const aims = targetsOf(
		db,
		measures.map(({ id }) => id)
	);
	const span = spanTo(lastHeld(points, releasedOnly ? releasedMonths(db) : null, today), months);
	const before = yearsBefore(span, 1);
	const contacts = measures.find(({ key }) => key === 'contacts');
	const place = contacts && placeNumber(db, scope);
	const baseline = baselineOf(contacts && typeof place === 'number' ? firstMonth(db, contacts.number, place) : null, span);
	const parted = measures.filter(({ key }) => byChannelKeys.includes(key));
	const sums = sumsByPart(
		db,
		parted.map(({ number }) => number),
		scope,
		'channel',
		[span, before, baseline],
		releasedOnly
	);
	const names = glanceChoices(db, seen.sight, seen.serviceId);
	const units = new Map((seen.serviceId ? names.teams : names.services).map(({ value, label }) => [value, label]));
	const unitSums = seen.teamId || !contacts ? [] : sumsByPart(db, [contacts.number], scope, 'unit', [span, before], releasedOnly);
	const costs = new Map(costsByChannel(db).map(({ channel: by, cost }) => [by, cost?.pence ?? null]));
	const costOf = (by: Channel) => costs.get(by) ?? null;
	const held = measures.filter(({ id }) => points.get(id)?.length);
	const shown = held.map((measure) => measureNow(measure, points.get(measure.id) ?? [], aims.get(measure.id) ?? [], scope, span, today));
	const self = selfServiceIn(db, measures, scope, [span, baseline], releasedOnly);
	const servedIn = (at: 0 | 1) => (contacts ? served(volumesAt(sums, contacts.number, at * 2), self[at]!.numerator) : []);
	const isAlike =
		contacts && monthsIn(sums, contacts.number, 0) === monthsIn(sums, contacts.number, 2) && self[0]!.months === self[1]!.months;
	return {
		name: seen.name,
		span,
		months,
		before,
		baseline: isAlike ? baseline : null,
		measures: shown,
		byChannel: Object.fromEntries(
			parted.map((measure) => [
				measure.key,
				partsIn(measure, sums, aims.get(measure.id) ?? [], span.to, (sum) => sum.channel && channelLabel(sum.channel)).sort(
					byOrderOfChannels
				)
			])
		),
		byUnit: contacts
			? partsIn(contacts, unitSums, [], span.to, (sum) => units.get((seen.serviceId ? sum.teamId : sum.serviceId) ?? '') ?? null).sort(
					(a, b) => (b.now?.numerator ?? 0) - (a.now?.numerator ?? 0)
				)
			: [],
		unit: seen.teamId ? null : seen.serviceId ? 'Team' : 'Service',
		shift: contacts && isAlike && !channel ? compareChannels(servedIn(1), servedIn(0), costOf) : null,
		failure: failureCost(servedIn(0), shown.find(({ standing }) => standing.measure.key === 'failure-demand')?.over ?? null, costOf),
		missing: measures.filter((measure) => !held.includes(measure)).map(({ name }) => name),
		releasedOnly
	};
}
