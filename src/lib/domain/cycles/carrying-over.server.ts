import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '#lib/server/database.ts';
import { answersCarriedOver } from '#lib/domain/frameworks/comparing.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';

/**
 * Fills new assessments (their ids as a JSON list) with what was last agreed for the same service on the same framework:
 * the moderator's rating where given, the service's comment, and the evidence that still stands. Each is marked to be
 * confirmed and counts as unanswered until it is (DOMAIN section 2.3). What is inherited stays so. A "not applicable"
 * that was not accepted is not carried over; its comment is.
 *
 * From an older version of the framework only answers come that still answer the new one.
 */
export function carryOver(tx: Transaction, frameworkVersionId: string, ids: string): void {
	const pairs = tx.all<Pair>(pairsQuery(frameworkVersionId, ids)).filter(({ last }) => last !== null);
	const versions = [...new Set(pairs.map(({ version }) => version))];
	// a service's last agreed assessments were made on one or two versions
	for (const version of versions) {
		const same = answersCarriedOver(frameworkOf(tx, version), frameworkOf(tx, frameworkVersionId));
		fill(tx, JSON.stringify(pairs.filter((pair) => pair.version === version)), JSON.stringify([...same]));
	}
}

type Pair = { id: string; last: string | null; version: string };

/** Each new assessment with the last agreed one of its service on the same framework, and the version that was made on. */
const pairsQuery = (frameworkVersionId: string, ids: string): SQL => sql`
	select pair.id, pair.last, a.framework_version_id as version from (
		select new.id, (
			select a.id from assessment a
			where a.service_id = new.service_id and a.agreed_on is not null and a.framework_version_id in (
				select id from framework_version where framework = (select framework from framework_version where id = ${frameworkVersionId})
			)
			order by a.agreed_on desc, a.agreed_at desc limit 1
		) as last
		from assessment new where new.id in (select value from json_each(${ids}))
	) pair join assessment a on a.id = pair.last`;

/** `pairs` and `same` (old number, new number) are JSON lists. */
function fill(tx: Transaction, pairs: string, same: string) {
	const old = sql`
		json_each(${pairs}) pair
		join json_each(${same}) number`;
	tx.run(sql`
		update answer set rating = last.rating, comment = last.comment, to_confirm = (last.rating is not null)
		from (
			select pair.value ->> 'id' as id, number.value ->> 1 as criterion, old.comment, case
				when old.rating = 'inherited' then 'inherited'
				when said.rating is not null then said.rating
				when old.rating = 'not applicable' and coalesce(said.not_applicable_accepted, 0) = 0 then null
				else old.rating end as rating
			from ${old}
			join answer old on old.assessment_id = pair.value ->> 'last' and old.criterion = number.value ->> 0
			left join moderation said on said.assessment_id = old.assessment_id and said.criterion = old.criterion
		) last
		where answer.assessment_id = last.id and answer.criterion = last.criterion`);
	tx.run(sql`
		insert into answer_evidence (assessment_id, criterion, evidence_id, added_by, added_at)
		select pair.value ->> 'id', number.value ->> 1, old.evidence_id, old.added_by, old.added_at
		from ${old}
		join answer_evidence old on old.assessment_id = pair.value ->> 'last' and old.criterion = number.value ->> 0
		join evidence e on e.id = old.evidence_id and e.withdrawn_at is null`);
}
