import { inArray, sql } from 'drizzle-orm';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { wilson } from '#lib/domain/statistics/wilson.ts';
import type { Database } from '#lib/server/database.ts';
import type { Miss, PafSummary } from './summary.ts';
import { bandMonths, questionMonths } from './tables.ts';

const mostMisses = 10;

const among = (
	pairs: readonly [string, string][],
	teamId: typeof bandMonths.teamId | typeof questionMonths.teamId,
	month: typeof bandMonths.month | typeof questionMonths.month
) => sql`(${teamId}, ${month}) in (select value ->> 0, value ->> 1 from json_each(${JSON.stringify(pairs)}))`;

function cardsNamed(db: Database, ids: readonly string[]) {
	const { id, name, number, document } = scorecardVersions;
	const found = ids.length
		? db
				.select({ id, name, number, document })
				.from(scorecardVersions)
				.where(inArray(id, [...ids]))
				.all()
		: [];
	return new Map(found.map((card) => [card.id, { ...card, title: `${card.name} ${card.number}` }]));
}

/** How many scores fell into each band, each with how many there were on its scorecard; bands in their order, the lowest first. */
export function bandsIn(db: Database, pairs: readonly [string, string][]): PafSummary['bands'] {
	if (!pairs.length) return [];
	const { scorecardVersionId, band, n, teamId, month } = bandMonths;
	const rows = db
		.select({ card: scorecardVersionId, band, n: sql<number>`sum(${n})` })
		.from(bandMonths)
		.where(among(pairs, teamId, month))
		.groupBy(scorecardVersionId, band)
		.all();
	return [...cardsNamed(db, [...new Set(rows.map(({ card }) => card))]).values()].flatMap(({ id, title, document }) => {
		const own = rows.filter(({ card }) => card === id);
		const of = own.reduce((sum, one) => sum + one.n, 0);
		return document.bands.map((one) => ({ card: title, band: one.name, n: own.find((row) => row.band === one.id)?.n ?? 0, of }));
	});
}

/** The questions missed most often, by the share of those asked; a question asked fewer than ten times says too little. */
export function missesIn(db: Database, pairs: readonly [string, string][]): Miss[] {
	if (!pairs.length) return [];
	const { scorecardVersionId, question, asked, missed, teamId, month } = questionMonths;
	const rows = db
		.select({ card: scorecardVersionId, question, asked: sql<number>`sum(${asked})`, missed: sql<number>`sum(${missed})` })
		.from(questionMonths)
		.where(among(pairs, teamId, month))
		.groupBy(scorecardVersionId, question)
		.having(sql`sum(${missed}) > 0 and sum(${asked}) >= 10`)
		.orderBy(sql`1.0 * sum(${missed}) / sum(${asked}) desc`, scorecardVersionId, question)
		.all()
		.slice(0, mostMisses);
	const cards = cardsNamed(db, [...new Set(rows.map(({ card }) => card))]);
	return rows.flatMap((row) => {
		const card = cards.get(row.card);
		const share = wilson(row.missed, row.asked);
		const asked = card?.document.sections.flatMap(({ questions }) => questions).find(({ id }) => id === row.question);
		return card && share ? [{ ...row, cardName: card.title, text: asked?.text ?? row.question, share }] : [];
	});
}
