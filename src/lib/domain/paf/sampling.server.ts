import { and, eq, inArray, lte, max, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import type { Channel } from '#lib/domain/journeys/channels.ts';
import { staff } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { drawSample } from '#lib/domain/statistics/sampling.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { interactionCounts } from './interactions.server.ts';
import { quotasOf, type MonthLine } from './months.server.ts';
import { interactions, pafAssessments, pafMonths, samples } from './tables.ts';

/** The seed of one advisor's draw: what was typed with the payroll number and the channel, so that no two draws are alike. */
export const seedFor = (seed: string, payrollNumber: string, channel: Channel): string => `${seed} ${payrollNumber} ${channel}`;

/** A list was shorter than what was asked for: all of it was taken. */
export type Short = { name: string; channel: Channel; wanted: number; there: number };

/**
 * Draws, for every advisor of a month and every channel with a quota, so many interactions at random. Those who have a sample
 * already keep it. Where a list is shorter than the quota all of it is taken, and said. DOMAIN section 5.2.
 */
export function drawSamples(db: Database, person: Person, month: MonthLine, seed: string): Outcome<{ drawn: number; short: Short[] }> {
	return write(db, (tx) => {
		if (tx.select({ state: pafMonths.state }).from(pafMonths).where(eq(pafMonths.id, month.id)).get()?.state !== 'open')
			return refused('month-closed', 'This month is closed');
		const quotas = quotasOf(tx, month.id);
		if (!Object.keys(quotas).length) return refused('no-quotas', 'Enter how many of each channel are drawn for an advisor first');
		const counts = interactionCounts(tx, month.serviceId, month.month);
		if (!counts.length) return refused('no-list', 'There are no interactions in this month yet. Bring in a list, or log them by hand');
		const lists = listsOf(tx, month);
		const payroll = new Map(
			tx
				.select({ id: staff.id, number: staff.payrollNumber })
				.from(staff)
				.all()
				.map(({ id, number }) => [id, number])
		);
		const there = new Set(
			tx
				.select({ staffId: samples.staffId, channel: samples.channel })
				.from(samples)
				.where(eq(samples.monthId, month.id))
				.all()
				.map(({ staffId, channel }) => `${staffId} ${channel}`)
		);
		const taken = takenIn(tx, month.id);
		const lastInteractionId =
			tx
				.select({ last: max(interactions.id) })
				.from(interactions)
				.get()?.last ?? 0;
		const short: Short[] = [];
		const drawn: Drawn[] = [];
		for (const { staffId, name, channel } of counts) {
			const wanted = quotas[channel] ?? 0;
			if (!wanted || there.has(`${staffId} ${channel}`)) continue;
			const list = lists.get(`${staffId} ${channel}`) ?? new Map<string, Listed>();
			if (wanted > list.size) short.push({ name, channel, wanted, there: list.size });
			const own = seedFor(seed, payroll.get(staffId) ?? '', channel);
			const outcome = drawSample(own, [...list.keys()], Math.min(wanted, list.size));
			if (!outcome.ok) return outcome;
			const values = { monthId: month.id, staffId, channel, seed: own, wanted, populationSize: list.size, lastInteractionId };
			const { id: sampleId } = tx
				.insert(samples)
				.values({ ...values, drawnAt: now(), drawnBy: person.id })
				.returning({ id: samples.id })
				.get();
			for (const reference of outcome.drawn) {
				const one = list.get(reference);
				// somebody chose it before: it stays on record as chosen
				if (one && !taken.has(one.id)) drawn.push({ ...one, staffId, channel, sampleId });
			}
		}
		if (!drawn.length && !short.length && there.size)
			return refused('all-drawn', 'Every advisor with interactions has a sample in this month already');
		addToScore(tx, month, drawn);
		const change = { seed: { from: null, to: seed }, drawn: { from: null, to: drawn.length } };
		record(tx, person, 'drew the samples of a month', { kind: 'PAF month', id: month.id }, change);
		return done({ drawn: drawn.length, short });
	});
}

type Listed = { id: number; teamId: string };
type Drawn = Listed & { staffId: string; channel: Channel; sampleId: string };

/** The lists to draw from by advisor and channel: interactions by reference. */
function listsOf(tx: Transaction, { serviceId, month }: MonthLine): Map<string, Map<string, Listed>> {
	const lists = new Map<string, Map<string, Listed>>();
	const rows = tx
		.select({
			id: interactions.id,
			reference: interactions.reference,
			staffId: interactions.staffId,
			channel: interactions.channel,
			teamId: interactions.teamId
		})
		.from(interactions)
		.where(and(eq(interactions.serviceId, serviceId), eq(interactions.month, month)));
	for (const { staffId, channel, reference, id, teamId } of rows.all()) {
		const key = `${staffId} ${channel}`;
		const list = lists.get(key) ?? new Map<string, Listed>();
		lists.set(key, list.set(reference, { id, teamId }));
	}
	return lists;
}

const takenIn = (tx: Transaction, monthId: string) =>
	new Set(
		tx
			.select({ id: pafAssessments.interactionId })
			.from(pafAssessments)
			.where(eq(pafAssessments.monthId, monthId))
			.all()
			.map(({ id }) => id)
	);

export const nextNumber = (tx: Transaction): number =>
	(tx
		.select({ last: max(pafAssessments.number) })
		.from(pafAssessments)
		.get()?.last ?? 0) + 1;

function addToScore(tx: Transaction, month: MonthLine, drawn: readonly Drawn[]): void {
	let number = nextNumber(tx);
	for (const { id: interactionId, ...one } of drawn) {
		const about = { monthId: month.id, serviceId: month.serviceId, month: month.month };
		tx.insert(pafAssessments)
			.values({ ...about, ...one, interactionId, number: number++, selection: 'sampled' })
			.run();
	}
}

/** One sample with the list it was drawn from and what is drawn from it again, to be compared with what was. */
export function sampleAgain(db: Database, sampleId: string) {
	const sample = db.select().from(samples).where(eq(samples.id, sampleId)).get();
	const month = sample && db.select().from(pafMonths).where(eq(pafMonths.id, sample.monthId)).get();
	if (!sample || !month) return undefined;
	const { staffId, channel, seed, wanted, lastInteractionId } = sample;
	const list = db
		.select({ reference: interactions.reference })
		.from(interactions)
		.where(
			and(
				eq(interactions.serviceId, month.serviceId),
				eq(interactions.month, month.month),
				eq(interactions.staffId, staffId),
				eq(interactions.channel, channel),
				lte(interactions.id, lastInteractionId)
			)
		)
		.orderBy(sql`${interactions.reference}`)
		.all()
		.map(({ reference }) => reference);
	const again = drawSample(seed, list, Math.min(wanted, list.length));
	return { sample, list, again: again.ok ? again.drawn : [] };
}

/** The samples of a month by advisor and channel. */
export const samplesOf = (db: Database, monthIds: readonly string[]) =>
	db
		.select({ sample: samples, name: staff.name, payrollNumber: staff.payrollNumber })
		.from(samples)
		.innerJoin(staff, eq(staff.id, samples.staffId))
		.where(inArray(samples.monthId, [...monthIds]))
		.orderBy(staff.name, samples.channel)
		.all();
