import { sql } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import type { Journey } from './finding.server.ts';
import type { ReviewFacts } from './review-facts.ts';

type Counts = Omit<ReviewFacts, 'aim' | 'startsWhere' | 'endsWhere' | 'hasSponsor' | 'services' | 'team'>;

/** What there is of a review, counted in one statement. `today` decides which methods were held. */
export function factsOf(db: Database, journey: Journey, today: string): ReviewFacts {
	const counts = db.get<Counts>(sql`
		with
			found as (select id, whys from finding where journey_id = ${journey.id} and withdrawn_reason is null),
			advice as (
				select r.id, r.finding_id, r.state, r.effort from recommendation r
				where r.finding_id in (select id from found) and r.state <> 'withdrawn'
			),
			work as (select status, outcome, recommendation_id from "action" where recommendation_id in (select id from advice)),
			steps as (
				select m.kind, s.evidenced, s.emotion from "map" m join map_step s on s.map_id = m.id where m.journey_id = ${journey.id}
			)
		select
			(select count(*) from persona where journey_id = ${journey.id}) as personas,
			(select count(*) from persona where journey_id = ${journey.id} and (facts = '' or needs = '')) as barePersonas,
			(select count(*) from journey_method where journey_id = ${journey.id} and held_on <= ${today}) as methodsHeld,
			(select count(*) from contact where journey_id = ${journey.id}) as contacts,
			(select (select count(*) from steps where kind = 'as-is') from "map" where journey_id = ${journey.id} and kind = 'as-is') as asIsSteps,
			(select count(*) from steps where kind = 'as-is' and evidenced = 'none') as stepsNotEvidenced,
			(select count(*) from steps where kind = 'as-is' and emotion is null) as stepsWithoutEmotion,
			(select (select count(*) from steps where kind = 'to-be') from "map" where journey_id = ${journey.id} and kind = 'to-be') as toBeSteps,
			(select count(*) from found) as findings,
			(select count(*) from found where json_array_length(whys) = 0) as findingsWithoutCause,
			(select count(*) from found where id not in (select finding_id from advice)) as findingsWithoutRecommendation,
			(select count(*) from advice) as recommendations,
			(select count(*) from advice where effort is null) as recommendationsWithoutEffort,
			(select count(*) from advice where state = 'proposed') as waiting,
			(select count(*) from advice where state = 'deferred') as deferred,
			(select count(*) from advice where state = 'accepted') as accepted,
			(select count(*) from advice where state = 'accepted' and id not in (select recommendation_id from work)) as acceptedWithoutAction,
			(select count(*) from work) as actions,
			(select count(*) from work where status not in ('done', 'dropped')) as openActions,
			(select count(*) from work where status = 'done' and outcome is null) as actionsWithoutOutcome,
			(select count(*) from lesson where journey_id = ${journey.id}) as lessons`);
	if (!counts) throw new Error('A count gave nothing');
	const { aim, startsWhere, endsWhere, sponsorId, crosses, team } = journey;
	return { ...counts, aim, startsWhere, endsWhere, hasSponsor: sponsorId !== null, services: crosses.length, team: team.length };
}
