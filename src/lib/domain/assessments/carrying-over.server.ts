import { sql } from 'drizzle-orm';
import type { Transaction } from '#lib/server/database.ts';

/**
 * Fills new assessments (their ids as a JSON list) with what was last agreed for the same service on the same framework,
 * whatever its version: the moderator's rating where given, the service's comment, and the evidence that still stands.
 * Each is marked to be confirmed and counts as unanswered until it is (DOMAIN section 2.3). What is inherited stays so.
 * A "not applicable" that was not accepted is not carried over; its comment is.
 */
export function carryOver(tx: Transaction, frameworkVersionId: string, ids: string): void {
	tx.run(sql`
		update answer set rating = last.rating, comment = last.comment, to_confirm = (last.rating is not null)
		from (
			select pair.id, old.criterion, old.comment, case
				when old.rating = 'inherited' then 'inherited'
				when said.rating is not null then said.rating
				when old.rating = 'not applicable' and coalesce(said.not_applicable_accepted, 0) = 0 then null
				else old.rating end as rating
			from (${pairsOf(frameworkVersionId, ids)}) pair
			join answer old on old.assessment_id = pair.last
			left join moderation said on said.assessment_id = old.assessment_id and said.criterion = old.criterion
		) last
		where answer.assessment_id = last.id and answer.criterion = last.criterion`);
	tx.run(sql`
		insert into answer_evidence (assessment_id, criterion, evidence_id, added_by, added_at)
		select pair.id, old.criterion, old.evidence_id, old.added_by, old.added_at
		from (${pairsOf(frameworkVersionId, ids)}) pair
		join answer_evidence old on old.assessment_id = pair.last
		join evidence e on e.id = old.evidence_id and e.withdrawn_at is null
		join answer here on here.assessment_id = pair.id and here.criterion = old.criterion`);
}

/** Each new assessment with the last agreed one of its service on the same framework. */
const pairsOf = (frameworkVersionId: string, ids: string) => sql`
	select new.id, (
		select a.id from assessment a
		where a.service_id = new.service_id and a.agreed_on is not null and a.framework_version_id in (
			select id from framework_version where framework = (select framework from framework_version where id = ${frameworkVersionId})
		)
		order by a.agreed_on desc, a.agreed_at desc limit 1
	) as last
	from assessment new where new.id in (select value from json_each(${ids}))`;
