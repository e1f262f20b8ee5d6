import { sql } from 'drizzle-orm';
import type { Transaction } from '#lib/server/database.ts';
import { recommendations } from './tables.ts';

/** The number the next recommendation is given. */
export const nextRecommendationNumber = (tx: Transaction): number =>
	(tx
		.select({ number: sql<number | null>`max(${recommendations.number})` })
		.from(recommendations)
		.get()?.number ?? 0) + 1;
