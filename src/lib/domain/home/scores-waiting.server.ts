import { and, eq, sql } from 'drizzle-orm';
import { servicesWhere, teamsWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { staff } from '#lib/domain/organisation/tables.ts';
import { showMonth } from '#lib/domain/paf/month.ts';
import { isToScoreBy } from '#lib/domain/paf/scoring.server.ts';
import { pafAssessments, pafMonths } from '#lib/domain/paf/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { Need } from './need.ts';

/** For whoever scores interactions: how many wait to be scored, and how many of their own are complete and not released. DOMAIN section 5.2. */
export function scoresWaiting(db: Database, person: Person): Need[] {
	const over = servicesWhere(person, 'score interaction');
	if (over !== 'all' && !over.length && !teamsWhere(person, 'score interaction').length) return [];
	const isComplete = sql`${pafAssessments.state} = 'drafted' and ${pafAssessments.unanswered} = 0`;
	const row = db
		.select({
			complete: sql<number>`coalesce(sum(${isComplete}), 0)`,
			open: sql<number>`coalesce(sum(not (${isComplete})), 0)`,
			begun: sql<number>`coalesce(sum(${pafAssessments.state} = 'drafted' and ${pafAssessments.unanswered} > 0), 0)`,
			first: sql<string | null>`min(${pafAssessments.month})`
		})
		.from(pafAssessments)
		.innerJoin(pafMonths, eq(pafMonths.id, pafAssessments.monthId))
		.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
		.where(and(isToScoreBy(person)))
		.get();
	const { complete = 0, open = 0, begun = 0, first = null } = row ?? {};
	const needs: Need[] = [];
	if (complete)
		needs.push({
			href: '/paf/scores',
			title: complete === 1 ? 'Release a score' : `Release ${complete} scores`,
			text: `${complete === 1 ? 'It is' : 'They are'} complete, and the advisor does not see ${complete === 1 ? 'it' : 'them'} yet.`,
			by: null,
			when: { kind: 'watch', text: 'Not released' }
		});
	if (open)
		needs.push({
			href: '/paf/scores',
			title: open === 1 ? 'Score an interaction' : `Score ${open} interactions`,
			text: `${begun ? `${begun} ${begun === 1 ? 'is' : 'are'} begun. ` : ''}The oldest month is ${showMonth(first ?? '')}.`,
			by: null,
			when: { kind: 'quiet', text: 'To score' }
		});
	return needs;
}
