import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import type { ActionDetails } from '#lib/domain/actions/details.ts';
import { saveAction } from '#lib/domain/actions/saving.server.ts';
import { isClosed } from '#lib/domain/actions/status.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { acceptRecommendation, deferRecommendation, rejectRecommendation } from '#lib/domain/findings/deciding.server.ts';
import { recommendations } from '#lib/domain/findings/tables.ts';
import { agree } from '#lib/domain/moderation/agreeing.server.ts';
import { override } from '#lib/domain/moderation/overriding.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import type { Transaction } from '#lib/server/database.ts';
import type { Item } from './finding.server.ts';
import type { Wanted } from './decision-rules.ts';

/** A decision with what it needs to be carried out: the action of a recommendation, the level of an award. */
export type Decided = Wanted & { action?: ActionDetails | undefined; level?: number | undefined };

type Effect = Outcome<{ action: number | null }>;
const nothing = done({ action: null });

/**
 * Does what a decision says, in its transaction: an accepted recommendation is an action at once, a signed-off award is
 * agreed. A finding is acknowledged and a lesson accepted by the decision itself: the list of what waits and the toolkit
 * look at it. DOMAIN section 4.
 */
export function carryOut(tx: Transaction, person: Person, item: Item, decided: Decided, number: number, today: string): Effect {
	if (item.kind === 'recommendation') return onRecommendation(tx, person, item.thingId, decided, number);
	if (item.kind === 'award') return onAward(tx, person, item.thingId, decided, today);
	return nothing;
}

function onRecommendation(tx: Transaction, person: Person, id: string, decided: Decided, number: number): Effect {
	const { decision, changes, reason, action } = decided;
	const before = tx.select().from(actions).where(eq(actions.recommendationId, id)).get();
	if (decision === 'defer') return toEffect(deferRecommendation(tx, person, id));
	if (decision === 'reject') {
		const rejected = rejectRecommendation(tx, person, id);
		if (!rejected.ok || !before || isClosed(before.status)) return toEffect(rejected);
		const why = { status: 'dropped' as const, droppedReason: `Decision ${number} of the Engagement Board: ${reason}`, completedOn: null };
		return toEffect(saveAction(tx, person, before, why, { what: 'set to dropped:', version: before.version, labels: {} }));
	}
	if (before) return goesOn(tx, person, id, before);
	if (!action) return refused('no-action', 'Enter who does this and by when', 'ownerId');
	const accepted = acceptRecommendation(tx, person, id, action, decision === 'accept with changes' ? changes : undefined);
	return accepted.ok ? done({ action: accepted.number }) : accepted;
}

/** What is an action already is not made one twice: accepted again, the action goes on, also where it had been dropped. */
function goesOn(tx: Transaction, person: Person, id: string, action: typeof actions.$inferSelect): Effect {
	const row = tx.select().from(recommendations).where(eq(recommendations.id, id)).get();
	if (!row || row.state === 'withdrawn')
		return refused('withdrawn', 'This recommendation was withdrawn. Take it off the agenda or defer it.');
	if (row.state !== 'accepted') {
		tx.update(recommendations)
			.set({ state: 'accepted', version: row.version + 1 })
			.where(eq(recommendations.id, id))
			.run();
		record(
			tx,
			person,
			`accepted recommendation ${row.number}`,
			{ kind: 'recommendation', id },
			changesOf({ state: row.state }, { state: 'accepted' })
		);
	}
	if (action.status !== 'dropped') return done({ action: action.number });
	const again = { status: 'not started' as const, droppedReason: null };
	const opened = saveAction(tx, person, action, again, { what: 'set to not started:', version: action.version, labels: {} });
	return opened.ok ? done({ action: action.number }) : opened;
}

function onAward(tx: Transaction, person: Person, id: string, { decision, changes, reason, level }: Decided, today: string): Effect {
	const assessment = tx.select().from(assessments).where(eq(assessments.id, id)).get();
	if (!assessment) return refused('unknown', 'There is no such assessment.');
	const { status, version } = assessment;
	const isAgreed = status === 'agreed';
	if (decision === 'defer' && !isAgreed) return nothing;
	if (decision === 'reject' && !isAgreed) return nothing;
	if (decision === 'defer' || decision === 'reject')
		return refused(
			'agreed',
			'This result is agreed and stays so. Decide another level, or ask the programme lead to reopen the assessment',
			'decision'
		);
	if (status !== 'moderated' && !isAgreed)
		return refused('not-moderated', 'This assessment went back to its service, so no award can be signed off. Defer it.', 'decision');
	if (decision === 'accept') return isAgreed ? nothing : toEffect(agree(tx, person, { id, version }, today));
	if (level === undefined) return refused('no-level', 'Choose a level', 'level');
	const panel = { level, reason: changes || reason };
	if (isAgreed) return toEffect(override(tx, person, { id, version, ...panel }));
	return toEffect(agree(tx, person, { id, version, panel }, today));
}

const toEffect = (outcome: Outcome): Effect => (outcome.ok ? nothing : outcome);
