import { eq } from 'drizzle-orm';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { agree } from '#lib/domain/moderation/agreeing.server.ts';
import { agreeTheRest } from '#lib/domain/moderation/agreeing-the-rest.server.ts';
import { finishModeration } from '#lib/domain/moderation/finishing-moderation.server.ts';
import { moderate } from '#lib/domain/moderation/moderating.server.ts';
import { submit } from '#lib/domain/moderation/submitting.server.ts';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { anAssessment, evidenceFor } from './assessments.ts';
import { cast } from './test-database.ts';

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.text}`);
	return outcome;
}

type Way = { ratings: Record<string, string>; unproved?: string[]; lowered?: Record<string, string>; cycle?: string };

/** An assessment of housing repairs taken all the way: answered, proved but for some, moderated, agreed. Gives its id. */
export function agreedAssessment(
	db: Database,
	framework: Framework,
	on: string,
	{ ratings, unproved = [], lowered = {}, cycle = 'cycle' }: Way
): string {
	const answered = Object.fromEntries(
		Object.entries(ratings).map(([number, rating]) => [number, { rating, comment: `What we do about ${number}`, answeredBy: 'manager' }])
	);
	const id = anAssessment(db, framework, 'repairs', on, { cycle, answered });
	const proved = Object.keys(ratings).filter((number) => !unproved.includes(number));
	if (proved.length) evidenceFor(db, id, proved);
	const version = () => db.select({ version: assessments.version }).from(assessments).where(eq(assessments.id, id)).get()!.version;
	must(submit(db, cast.manager, { id, version: version() }, on));
	for (const [criterion, rating] of Object.entries(lowered))
		must(
			moderate(db, cast.assessor, { id, criterion, rating, notApplicableAccepted: null, comment: `Lowered ${criterion}`, version: 0 }, on)
		);
	must(agreeTheRest(db, cast.assessor, { id, version: version() }, on));
	must(finishModeration(db, cast.assessor, { id, version: version() }, on));
	must(agree(db, cast.manager, { id, version: version() }, on));
	return id;
}
