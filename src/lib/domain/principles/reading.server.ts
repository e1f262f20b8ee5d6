import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { complianceFrameworks } from '#lib/domain/findings/choosing.server.ts';
import { findings } from '#lib/domain/findings/tables.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { principleRatings } from '#lib/domain/journeys/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { checkOf, type Check, type PrincipleRating } from './check.ts';

type Rated = PrincipleRating & { frameworkVersionId: string; version: number };

const ratingsOf = (db: Database, journeyId: string): Rated[] =>
	db
		.select({
			frameworkVersionId: principleRatings.frameworkVersionId,
			criterion: principleRatings.criterion,
			rating: principleRatings.rating,
			comment: principleRatings.comment,
			version: principleRatings.version
		})
		.from(principleRatings)
		.where(eq(principleRatings.journeyId, journeyId))
		.orderBy(asc(principleRatings.frameworkVersionId), asc(principleRatings.criterion))
		.all();

/** A framework that a journey is, or can be, rated against. */
export type CheckListed = { id: string; name: string; number: string; about: string; begun: boolean } & Check;

/**
 * The principles checks of a journey: every published compliance framework, and whatever it was rated against before it
 * was withdrawn. Those that were begun first, then by name. DOMAIN section 4.
 */
export function checksOf(db: Database, journeyId: string): CheckListed[] {
	const byFramework = new Map<string, Rated[]>();
	for (const row of ratingsOf(db, journeyId))
		byFramework.set(row.frameworkVersionId, [...(byFramework.get(row.frameworkVersionId) ?? []), row]);
	const published = complianceFrameworks(db).map(({ id }) => id);
	return [...new Set([...published, ...byFramework.keys()])]
		.map((id) => {
			const framework = frameworkOf(db, id);
			const rows = byFramework.get(id) ?? [];
			const { name, version: number, about } = framework;
			return { id, name, number, about, begun: rows.length > 0, ...checkOf(framework, rows) };
		})
		.sort((a, b) => Number(b.begun) - Number(a.begun) || a.name.localeCompare(b.name, 'en') || a.number.localeCompare(b.number, 'en'));
}

/** Only those that were begun: for a report. */
export const begunChecksOf = (db: Database, journeyId: string): CheckListed[] => checksOf(db, journeyId).filter(({ begun }) => begun);

/** The check of a journey against one framework; 404 where that is no compliance framework, or one not yet published. */
export function checkAgainst(db: Database, journeyId: string, frameworkVersionId: string) {
	const found = db
		.select({ kind: frameworkVersions.kind, state: frameworkVersions.state })
		.from(frameworkVersions)
		.where(eq(frameworkVersions.id, frameworkVersionId))
		.get();
	const ratings = ratingsOf(db, journeyId).filter((row) => row.frameworkVersionId === frameworkVersionId);
	const isThere = found?.kind === 'compliance' && (found.state === 'published' || ratings.length > 0);
	if (!isThere) notFound();
	const framework = frameworkOf(db, frameworkVersionId);
	return { framework, ratings, check: checkOf(framework, ratings), findings: findingsByPrinciple(db, journeyId, frameworkVersionId) };
}

/** The findings that stand on a journey, by the principle of a framework that they say is breached. */
function findingsByPrinciple(db: Database, journeyId: string, frameworkVersionId: string): Record<string, string> {
	const rows = db
		.select({ criterion: findings.criterion, id: findings.id })
		.from(findings)
		.where(
			and(
				eq(findings.journeyId, journeyId),
				eq(findings.frameworkVersionId, frameworkVersionId),
				isNotNull(findings.criterion),
				isNull(findings.withdrawnReason)
			)
		)
		.all();
	return Object.fromEntries(rows.map(({ criterion, id }) => [criterion ?? '', id]));
}
