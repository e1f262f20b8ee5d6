import { and, eq } from 'drizzle-orm';
import type { ActionDetails } from '#lib/domain/actions/details.ts';
import { addAction } from '#lib/domain/actions/adding.server.ts';
import { actionSeen } from '#lib/domain/actions/finding.server.ts';
import { moveAction } from '#lib/domain/actions/moving.server.ts';
import { addNote } from '#lib/domain/actions/noting.server.ts';
import { reviewAction } from '#lib/domain/actions/reviewing.server.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { gaps } from '#lib/domain/results/tables.ts';
import { actOnGaps } from '#lib/domain/findings/acting-on-gaps.server.ts';
import { assessmentIn, type Assessing } from './assessing.server.ts';
import { must, type Who } from './cast.server.ts';
import type { Diary } from './diary.ts';
import type { PlannedAction } from './service-file.ts';

/** An action as somebody writes it down. */
export const detailsOf = (diary: Diary, who: Who, action: PlannedAction): ActionDetails => ({
	title: action.title,
	detail: action.detail,
	ownerId: who(action.owner).id,
	priority: action.priority,
	startOn: diary.day(action.start),
	dueOn: diary.day(action.due),
	reviewOn: diary.day(action.review ?? action.due + 30),
	measure: action.measure,
	baseline: action.baseline,
	target: action.target
});

/** Puts an action into the diary: from a gap of the baseline or by hand, with its notes, how it stands, and what came of it. */
export function planAction(a: Assessing, who: Who, action: PlannedAction, baselineCycle: () => string): void {
	const { db, diary, manager, serviceId, name } = a;
	const what = `${name}, action ${action.title}`;
	let number = 0;
	// an action that is to start later is written down already
	diary.on(Math.min(-1, action.start), 30, (today) => {
		const details = detailsOf(diary, who, action);
		if (!action.criterion || !action.from) return void (number = must(addAction(db, manager, serviceId, details), what).number);
		const { id } = assessmentIn(db, baselineCycle(), serviceId);
		const isGap = db
			.select()
			.from(gaps)
			.where(and(eq(gaps.assessmentId, id), eq(gaps.criterion, action.criterion)))
			.get();
		if (!isGap) throw new Error(`${what}: ${action.criterion} is no gap of the baseline`);
		const made = actOnGaps(db, manager, assessmentSeen(db, manager, id), 'award', [{ ...details, criterion: action.criterion }], today);
		number = must(made, what).numbers[0] ?? 0;
	});
	followAction(a, who, action, () => number);
}

/** What comes of an action once it is there: its notes, how it stands, and whether its measure moved. `number` is known by then. */
export function followAction(
	{ db, diary, manager, evidence, name }: Pick<Assessing, 'db' | 'diary' | 'manager' | 'evidence' | 'name'>,
	who: Who,
	action: PlannedAction,
	number: () => number
): void {
	const what = `${name}, action ${action.title}`;
	const seen = () => actionSeen(db, manager, String(number()));
	for (const { days, by, text } of action.notes) diary.on(days, 90, () => void must(addNote(db, who(by), seen(), text), what));
	if (action.status === 'not started') return;
	const moved = action.completed ?? Math.min(-2, Math.max(action.start + 7, ...action.notes.map(({ days }) => days)));
	diary.on(moved, 120, (today) => {
		const proof = action.evidence.map((key) => evidence.get(key) ?? '').filter(Boolean);
		const how = {
			status: action.status,
			version: seen().version,
			...(action.dropped && { droppedReason: action.dropped }),
			...(action.status === 'done' && { completedOn: diary.day(moved), ...(proof.length && { evidence: proof }) })
		};
		must(moveAction(db, manager, seen(), how, today), what);
	});
	const { outcome, outcomeText } = action;
	if (outcome)
		diary.on(
			Math.min(-1, moved + 14),
			150,
			(today) => void must(reviewAction(db, manager, seen(), { outcome, outcomeText, version: seen().version }, today), what)
		);
}
