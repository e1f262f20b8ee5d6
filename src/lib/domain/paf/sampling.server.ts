import { randomUUID } from 'node:crypto';
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
		const lists = listsOf(tx, month, Object.keys(quotas));
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
		const lastInteractionId =
			tx
				.select({ last: max(interactions.id) })
				.from(interactions)
				.get()?.last ?? 0;
		const short: Short[] = [];
		const drawn: Drawn[] = [];
		const add = addSample(tx);
		for (const { staffId, name, channel } of counts) {
			const wanted = quotas[channel] ?? 0;
			if (!wanted || there.has(`${staffId} ${channel}`)) continue;
			const list = lists.get(`${staffId} ${channel}`) ?? [];
			if (wanted > list.length) short.push({ name, channel, wanted, there: list.length });
			const own = seedFor(seed, payroll.get(staffId) ?? '', channel);
			const outcome = drawSample(own, list, Math.min(wanted, list.length));
			if (!outcome.ok) return outcome;
			const sampleId = randomUUID();
			const size = { wanted, populationSize: list.length, lastInteractionId };
			add.run({ id: sampleId, monthId: month.id, staffId, channel, seed: own, ...size, at: now(), by: person.id });
			for (const reference of outcome.drawn) drawn.push({ reference, staffId, channel, sampleId });
		}
		if (!drawn.length && !short.length && there.size)
			return refused('all-drawn', 'Every advisor with interactions has a sample in this month already');
		const added = addToScore(tx, month, drawn);
		const change = { seed: { from: null, to: seed }, drawn: { from: null, to: added } };
		record(tx, person, 'drew the samples of a month', { kind: 'PAF month', id: month.id }, change);
		return done({ drawn: added, short });
	});
}

type Drawn = { reference: string; staffId: string; channel: Channel; sampleId: string };

const insertSample = `insert into paf_sample (id, month_id, staff_id, channel, seed, wanted, population_size, last_interaction_id, drawn_at, drawn_by)
	values (@id, @monthId, @staffId, @channel, @seed, @wanted, @populationSize, @lastInteractionId, @at, @by)`;
const addSample = (tx: Transaction) => tx.$client.prepare(insertSample);

/** The references to draw from by advisor and channel; of channels with a quota only, since a month may have some hundred thousand. */
function listsOf(tx: Transaction, { serviceId, month }: MonthLine, wanted: readonly string[]): Map<string, string[]> {
	const rows = tx.$client
		.prepare<[string, string, string], [string, string, string]>(
			'select staff_id, channel, json_group_array(reference) from paf_interaction where service_id = ? and month = ? and channel in (select value from json_each(?)) group by staff_id, channel'
		)
		.raw()
		.all(serviceId, month, JSON.stringify(wanted)) as [string, string, string][];
	return new Map(rows.map(([staffId, channel, references]) => [`${staffId} ${channel}`, JSON.parse(references) as string[]]));
}

export const nextNumber = (tx: Transaction): number =>
	(tx
		.select({ last: max(pafAssessments.number) })
		.from(pafAssessments)
		.get()?.last ?? 0) + 1;

const insertDrawn = `insert into paf_assessment (id, number, interaction_id, month_id, staff_id, team_id, service_id, month, channel, selection, sample_id)
	select @id, @number, i.id, @monthId, @staffId, i.team_id, @serviceId, @month, @channel, 'sampled', @sampleId from paf_interaction i
	where i.reference = @reference and not exists (select 1 from paf_assessment a where a.interaction_id = i.id)`;

/** Adds what was drawn to what is to score, and gives how many. What somebody chose before stays on record as chosen. */
function addToScore(tx: Transaction, month: MonthLine, drawn: readonly Drawn[]): number {
	const add = tx.$client.prepare(insertDrawn);
	const about = { monthId: month.id, serviceId: month.serviceId, month: month.month };
	const first = nextNumber(tx);
	let number = first;
	for (const one of drawn) number += add.run({ id: randomUUID(), number, ...about, ...one }).changes;
	return number - first;
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
