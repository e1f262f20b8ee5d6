import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { answerEvidence } from '#lib/domain/assessments/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { councilLimits } from './council-limits.server.ts';
import { currencyOn, warnedUntil, type Currency, type Standing } from './currency.ts';
import { endingOf } from './file-name.ts';
import type { Narrowing } from './narrowing.ts';
import { inSight } from './sight.server.ts';
import { endOf, evidence, evidenceVersions, storedFiles } from './tables.ts';
import { contentInWords } from './wording.ts';

export const perPage = 25;

const columns = (db: Database) => ({
	id: evidence.id,
	title: evidence.title,
	kind: evidence.kind,
	strength: evidence.strength,
	effectiveFrom: evidence.effectiveFrom,
	effectiveTo: evidence.effectiveTo,
	reviewOn: evidence.reviewOn,
	withdrawnAt: evidence.withdrawnAt,
	service: services.name,
	owner: people.name,
	fileName: evidenceVersions.fileName,
	link: evidenceVersions.link,
	size: storedFiles.size,
	supports: sql<number>`(${db
		.select({ n: sql`count(*)` })
		.from(answerEvidence)
		.where(eq(answerEvidence.evidenceId, evidence.id))})`
});

type Found = {
	kind: 'file' | 'link' | 'note';
	effectiveFrom: string;
	effectiveTo: string | null;
	withdrawnAt: number | null;
	fileName: string | null;
	link: string | null;
	size: number | null;
};

/** A row with what is shown of it: its content in words, and how it stands. */
export const shown = <T extends Found>(row: T, today: string, warningDays: number): T & { content: string; standing: Standing } => ({
	...row,
	content: contentInWords({ ...row, ending: endingOf(row.fileName ?? '') }),
	standing: currencyOn(row, today, warningDays)
});

/** The condition of one currency on a day. DOMAIN section 2.4. */
export function isOfCurrency(currency: Currency, today: string, warningDays: number): SQL | undefined {
	if (currency === 'withdrawn') return isNotNull(evidence.withdrawnAt);
	const end = endOf(evidence.effectiveTo);
	const warned = warnedUntil(today, warningDays);
	const dates = {
		current: and(lte(evidence.effectiveFrom, today), gt(end, warned)),
		'running out': and(lte(evidence.effectiveFrom, today), gte(end, today), lte(end, warned)),
		'out of date': lt(end, today),
		'not yet': gt(evidence.effectiveFrom, today)
	};
	return and(isNull(evidence.withdrawnAt), dates[currency]);
}

const narrowed = (db: Database, person: Person, narrowing: Narrowing, today: string, warningDays: number) => {
	const { search, service, owner, kind, strength, currency } = narrowing;
	const like = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
	return and(
		inSight(db, person),
		currency ? isOfCurrency(currency, today, warningDays) : isNull(evidence.withdrawnAt),
		service ? eq(evidence.serviceId, service) : undefined,
		owner ? eq(evidence.ownerId, owner) : undefined,
		kind ? eq(evidence.kind, kind) : undefined,
		strength ? eq(evidence.strength, strength) : undefined,
		search ? or(sql`${evidence.title} like ${like} escape '\\'`, sql`${evidence.shows} like ${like} escape '\\'`) : undefined
	);
};

const sorted = { title: evidence.title, ends: endOf(evidence.effectiveTo) };

/** Rows of the library in order, from a piece on (not with it), forwards or backwards. */
function rows(db: Database, person: Person, narrowing: Narrowing, today: string, from: string, backwards: boolean, limit: number) {
	const { warningDays } = councilLimits(db);
	const by = sorted[narrowing.sort.replace('-', '') as keyof typeof sorted];
	const down = narrowing.sort.startsWith('-') !== backwards;
	const at = from ? db.select({ value: by, id: evidence.id }).from(evidence).where(eq(evidence.id, from)).get() : undefined;
	const further = at && sql`(${by}, ${evidence.id}) ${sql.raw(down ? '<' : '>')} (${at.value}, ${at.id})`;
	const found = db
		.select(columns(db))
		.from(evidence)
		.innerJoin(services, eq(services.id, evidence.serviceId))
		.innerJoin(people, eq(people.id, evidence.ownerId))
		.innerJoin(evidenceVersions, and(eq(evidenceVersions.evidenceId, evidence.id), eq(evidenceVersions.number, evidence.currentVersion)))
		.leftJoin(storedFiles, eq(storedFiles.sha256, evidenceVersions.sha256))
		.where(and(narrowed(db, person, narrowing, today, warningDays), further))
		.orderBy(...(down ? [desc(by), desc(evidence.id)] : [asc(by), asc(evidence.id)]))
		.limit(limit)
		.all();
	return (backwards ? found.reverse() : found).map((row) => shown(row, today, warningDays));
}

export type Listed = ReturnType<typeof rows>[number];

/**
 * One page of the evidence a person may see, by keyset: cost does not grow with the pages before. `previous` and `next`
 * are what the address of the neighbouring page names; null where there is none.
 */
export function evidencePage(db: Database, person: Person, narrowing: Narrowing, today: string) {
	const backwards = narrowing.before !== '';
	const found = rows(db, person, narrowing, today, narrowing.before || narrowing.after, backwards, perPage + 1);
	const isMore = found.length > perPage;
	const page = isMore ? (backwards ? found.slice(1) : found.slice(0, perPage)) : found;
	const hasPrevious = backwards ? isMore : narrowing.after !== '';
	const hasNext = backwards || isMore;
	return {
		rows: page,
		previous: hasPrevious ? { before: page[0]?.id ?? '' } : null,
		next: hasNext ? { after: page.at(-1)?.id ?? '' } : null
	};
}

/** All of the narrowed library, read page by page, for an export. */
export function* everyPiece(db: Database, person: Person, narrowing: Narrowing, today: string): Generator<Listed> {
	for (let from = ''; ;) {
		const page = rows(db, person, narrowing, today, from, false, 500);
		yield* page;
		if (page.length < 500) return;
		from = page.at(-1)?.id ?? '';
	}
}

/** How many pieces in sight run out within the council's warning days: what the library's heading says. */
export function countRunningOut(db: Database, person: Person, today: string): { runningOut: number; days: number } {
	const { warningDays } = councilLimits(db);
	const found = db
		.select({ n: sql<number>`count(*)` })
		.from(evidence)
		.where(and(inSight(db, person), isOfCurrency('running out', today, warningDays)))
		.get();
	return { runningOut: found?.n ?? 0, days: warningDays };
}
