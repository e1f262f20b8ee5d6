import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { keepAction, refusedAction } from '#lib/domain/actions/adding.server.ts';
import type { ActionDetails } from '#lib/domain/actions/details.ts';
import { startingValues } from '#lib/domain/actions/starting-values.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { write, type Transaction } from '#lib/server/database.ts';
import type { RecommendationRow } from './recommendation.server.ts';
import { findings, recommendations } from './tables.ts';
import type { recommendationStates } from './words.ts';

type State = (typeof recommendationStates)[number];

/*
 * What is decided about a recommendation, for the board to call inside the transaction of its decision. A change of mind
 * is a new decision, so what was deferred or rejected can be accepted later. DOMAIN sections 3 and 4.
 */

/**
 * Accepts a recommendation: it becomes an action of its finding's service at once. `changes` is what the board changed, in
 * its words; the action says it too. Refused where it has an action already, was withdrawn, or `refusedAction` speaks against it.
 */
export function acceptRecommendation(
	tx: Transaction,
	person: Person,
	recommendationId: string,
	details: ActionDetails,
	changes = ''
): Outcome<{ number: number }> {
	// a savepoint: refused half way, nothing of it stays in the caller's transaction
	return write(tx, (tx) => {
		const row = rowOf(tx, recommendationId);
		const refusal = refusedDecision(row) ?? refusedSecond(tx, row) ?? refusedAction(tx, row.serviceId, details);
		if (refusal) return refusal;
		setState(tx, person, row, 'accepted', changes ? 'accepted with changes' : 'accepted', changes);
		const detail = [details.detail, changes && `Changed when it was accepted: ${changes}`].filter(Boolean).join('\n\n');
		return done({ number: keepAction(tx, person, row.serviceId, { ...details, detail }, { recommendationId }) });
	});
}

/** Puts off a recommendation; until which day is the decision's to say. An action it became before stays with its owner. */
export const deferRecommendation = (tx: Transaction, person: Person, recommendationId: string): Outcome =>
	decide(tx, person, recommendationId, 'deferred');

/** Rejects a recommendation; the reason is the decision's to say. An action it became before stays with its owner. */
export const rejectRecommendation = (tx: Transaction, person: Person, recommendationId: string): Outcome =>
	decide(tx, person, recommendationId, 'rejected');

function decide(tx: Transaction, person: Person, id: string, state: 'deferred' | 'rejected'): Outcome {
	const row = rowOf(tx, id);
	const refusal = refusedDecision(row);
	if (refusal) return refusal;
	setState(tx, person, row, state, state);
	return done();
}

type Row = RecommendationRow & { serviceId: string };

function rowOf(tx: Transaction, id: string): Row {
	const found = tx
		.select({ row: recommendations, serviceId: findings.serviceId })
		.from(recommendations)
		.innerJoin(findings, eq(findings.id, recommendations.findingId))
		.where(eq(recommendations.id, id))
		.get();
	if (!found) throw new Error(`There is no recommendation ${id}`);
	return { ...found.row, serviceId: found.serviceId };
}

const refusedDecision = ({ number, state }: Row): Refused | null =>
	state === 'withdrawn' ? refused('withdrawn', `Recommendation ${number} was withdrawn, so nothing can be decided about it`) : null;

function refusedSecond(tx: Transaction, { id, number }: Row): Refused | null {
	const there = tx.select({ number: actions.number }).from(actions).where(eq(actions.recommendationId, id)).get();
	return there ? refused('already-acted', `Recommendation ${number} is action ${there.number} already: change that action instead`) : null;
}

function setState(tx: Transaction, person: Person, { id, number, state, version }: Row, to: State, what: string, changes = ''): void {
	tx.update(recommendations)
		.set({ state: to, version: version + 1 })
		.where(and(eq(recommendations.id, id), eq(recommendations.version, version)))
		.run();
	const change = { state: { from: state, to }, ...(changes ? { changes: { from: null, to: changes } } : {}) };
	record(tx, person, `${what} recommendation ${number}`, { kind: 'recommendation', id }, change);
}

const longestTitle = 200;

/** What the action of a recommendation starts with: its words, and from today three months to do it. */
export function actionStartingFrom({ text }: { text: string }, today: string, ownerId: string): ActionDetails {
	const [first = '', ...rest] = text.split('\n');
	const isTitle = first.length <= longestTitle;
	const title = isTitle ? first.replace(/\.$/, '') : `${first.slice(0, longestTitle - 1).replace(/\s+\S*$/, '')}…`;
	return { ...startingValues(today, ownerId), title, detail: (isTitle ? rest : [first, ...rest]).join('\n').trim() };
}
