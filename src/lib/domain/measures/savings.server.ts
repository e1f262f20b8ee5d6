import { costsByChannel } from '../contact-costs/channel-costs.server.ts';
import type { Channel } from '../journeys/channels.ts';
import type { Database } from '#lib/server/database.ts';
import { costToServe, savingSince, shiftSince, type Volumes } from './channel-shift.ts';
import { servedChannels } from './cost-of-channels.ts';
import { allMeasures } from './finding.server.ts';
import { addPeriods, lastEnded, showPeriod } from './period.ts';
import { rowsAt, releasedMonths } from './series.server.ts';
import type { Scope } from './scope.ts';

/** The measures the arithmetic rests on, by key. */
const contactsKey = 'contacts';
const selfServiceKey = 'self-service-share';

/** Contacts by channel and those finished by self-service, in twelve months up to one; with how many of the months have values. */
function volumesOf(
	db: Database,
	scope: Scope,
	last: string,
	numbers: { contacts: number; self: number },
	counts: (period: string) => boolean
) {
	const from = addPeriods(last, -11);
	const inYear = ({ period }: { period: string }) => period <= last && counts(period);
	const sum = (rows: { numerator: number }[]) => rows.reduce((total, { numerator }) => total + numerator, 0);
	const byChannel = Object.fromEntries(
		servedChannels.map((channel) => [channel, sum(rowsAt(db, [{ measure: numbers.contacts, from }], { ...scope, channel }).filter(inYear))])
	) as Partial<Record<Channel, number>>;
	const self = rowsAt(db, [{ measure: numbers.self, from }], scope).filter(inYear);
	return { volumes: { byChannel, selfService: sum(self) } satisfies Volumes, months: self.length };
}

/** The last twelve months beside the twelve of a baseline: shift, saving, cost to serve, each with its arithmetic. */
export function savingsPage(
	db: Database,
	scope: { serviceId: string | null; releasedOnly: boolean },
	baselineEnd: string | null,
	today: string
) {
	const known = new Map(allMeasures(db).map(({ key, number }) => [key, number]));
	const numbers = { contacts: known.get(contactsKey) ?? 0, self: known.get(selfServiceKey) ?? 0 };
	const released = releasedMonths(db);
	const counts = (period: string) => !scope.releasedOnly || released.has(period);
	const last = lastEnded(today);
	const baseline = baselineEnd && baselineEnd < last ? baselineEnd : addPeriods(last, -24);
	const place = { serviceId: scope.serviceId };
	const [before, now] = [volumesOf(db, place, baseline, numbers, counts), volumesOf(db, place, last, numbers, counts)];
	const names = { before: `the year to ${showPeriod(baseline)}`, now: `the year to ${showPeriod(last)}` };
	const pence = Object.fromEntries(costsByChannel(db).flatMap(({ channel, cost }) => (cost ? [[channel, cost.pence]] : []))) as Partial<
		Record<Channel, number>
	>;
	return {
		baseline,
		names,
		months: { before: before.months, now: now.months },
		shift: shiftSince(before.volumes, now.volumes, names),
		saving: savingSince(before.volumes, now.volumes, pence, names),
		cost: { before: costToServe(before.volumes, pence), now: costToServe(now.volumes, pence) },
		rows: [...servedChannels, 'web' as const].map((channel) => ({
			channel,
			before: channel === 'web' ? before.volumes.selfService : (before.volumes.byChannel[channel] ?? 0),
			now: channel === 'web' ? now.volumes.selfService : (now.volumes.byChannel[channel] ?? 0),
			pence: pence[channel] ?? null
		}))
	};
}
