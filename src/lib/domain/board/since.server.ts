import { asc, eq, inArray, type SQL } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { statusOn } from '#lib/domain/actions/status.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { recommendations } from '#lib/domain/findings/tables.ts';
import { lessons } from '#lib/domain/journeys/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { isAccepted, type Since } from './since.ts';
import type { DecisionKind, ItemKind } from './words.ts';

type Decided = { number: number; kind: ItemKind; thingId: string; decision: DecisionKind };

/**
 * What happened since some decisions, by their number: to each accepted one its actions with owner, due date, status and
 * whether the measure moved; for an award what was agreed, for a lesson the toolkit that took it up. Issue section 4.
 */
export function sinceOf(db: Database, decided: readonly Decided[], today: string): Map<number, Since> {
	const accepted = decided.filter(({ decision }) => isAccepted(decision));
	const ids = (kind: ItemKind) => accepted.filter((one) => one.kind === kind).map(({ thingId }) => thingId);
	const found = [
		...actionsWhere(db, 'recommendation', inArray(actions.recommendationId, ids('recommendation'))),
		...actionsWhere(db, 'finding', inArray(recommendations.findingId, ids('finding'))),
		...actionsWhere(db, 'award', inArray(actions.assessmentId, ids('award')))
	];
	const notes = new Map([...awardNotes(db, ids('award')), ...lessonNotes(db, ids('lesson'))]);
	return new Map(
		accepted.map(({ number, kind, thingId }) => {
			const own = found.filter((row) => row.kind === kind && row.thingId === thingId);
			return [number, { actions: own.map(({ row }) => ({ ...row, status: statusOn(row, today) })), note: notes.get(thingId) ?? '' }];
		})
	);
}

function actionsWhere(db: Database, kind: ItemKind, where: SQL) {
	const rows = db
		.select({
			number: actions.number,
			title: actions.title,
			owner: people.name,
			dueOn: actions.dueOn,
			status: actions.status,
			completedOn: actions.completedOn,
			measure: actions.measure,
			outcome: actions.outcome,
			outcomeText: actions.outcomeText,
			recommendationId: actions.recommendationId,
			findingId: recommendations.findingId,
			assessmentId: actions.assessmentId
		})
		.from(actions)
		.innerJoin(people, eq(people.id, actions.ownerId))
		.leftJoin(recommendations, eq(recommendations.id, actions.recommendationId))
		.where(where)
		.orderBy(asc(actions.number))
		.all();
	return rows.map(({ recommendationId, findingId, assessmentId, ...row }) => ({
		kind,
		thingId: kind === 'recommendation' ? recommendationId : kind === 'finding' ? findingId : assessmentId,
		row
	}));
}

const awardNotes = (db: Database, ids: string[]): [string, string][] =>
	db
		.select({ id: assessments.id, on: assessments.agreedOn, level: assessments.agreedLevel, award: assessments.agreedAward })
		.from(assessments)
		.where(inArray(assessments.id, ids))
		.all()
		.map(({ id, on, level, award }) => [
			id,
			on
				? `Agreed on ${showDay(on)}: ${award ?? 'no award'}${level === null ? '' : `, level ${level}`}`
				: 'Reopened since; not agreed again yet'
		]);

const lessonNotes = (db: Database, ids: string[]): [string, string][] =>
	db
		.select({ id: lessons.id, takenUpIn: lessons.takenUpIn })
		.from(lessons)
		.where(inArray(lessons.id, ids))
		.all()
		.map(({ id, takenUpIn }) => [
			id,
			takenUpIn === null ? 'Waits for the next version of the toolkit' : `Taken up in version ${takenUpIn} of the toolkit`
		]);
