import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { interactionCounts } from './interactions.server.ts';
import type { MonthLine } from './months.server.ts';
import { samplesOf } from './sampling.server.ts';
import { pafAssessments } from './tables.ts';

/** What of a month there is of each advisor and channel: interactions, what was drawn and chosen, and what is released. */
export function monthTable(db: Database, { id, serviceId, month }: MonthLine) {
	const samples = new Map(samplesOf(db, [id]).map(({ sample }) => [`${sample.staffId} ${sample.channel}`, sample]));
	const scored = db
		.select({
			staffId: pafAssessments.staffId,
			channel: pafAssessments.channel,
			sampled: sql<number>`sum(${pafAssessments.selection} = 'sampled')`,
			chosen: sql<number>`sum(${pafAssessments.selection} = 'chosen')`,
			released: sql<number>`count(${pafAssessments.releasedAt})`
		})
		.from(pafAssessments)
		.where(and(eq(pafAssessments.monthId, id)))
		.groupBy(pafAssessments.staffId, pafAssessments.channel)
		.all();
	const scores = new Map(scored.map((one) => [`${one.staffId} ${one.channel}`, one]));
	return interactionCounts(db, serviceId, month).map(({ staffId, name, channel, n }) => {
		const found = scores.get(`${staffId} ${channel}`);
		const sample = samples.get(`${staffId} ${channel}`);
		return {
			key: `${staffId} ${channel}`,
			name,
			channel,
			n,
			sampleId: sample?.id ?? null,
			sampled: found?.sampled ?? 0,
			chosen: found?.chosen ?? 0,
			released: found?.released ?? 0
		};
	});
}
