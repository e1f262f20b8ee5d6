import type { Person } from '#lib/domain/access/person.ts';
import { keepAction, keepRecommendation, refusedAction } from '#lib/domain/actions/adding.server.ts';
import type { ActionDetails } from '#lib/domain/actions/details.ts';
import { listed } from '#lib/domain/results/wording.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { gapsOf, type Gap, type GapTarget, type Gappy } from './gaps.server.ts';
import { proposeFinding } from './proposing.server.ts';

/** What is to be done about one gap, as it was typed. */
export type GapAction = ActionDetails & { criterion: string };

/**
 * Makes an action of each chosen gap, with the finding and the accepted recommendation it comes from: all of them or
 * none. Refused where a gap has an open action already or is no gap any more, naming it. Gives the actions' numbers.
 * DOMAIN section 3.
 */
export function actOnGaps(
	db: Database,
	person: Person,
	assessment: Gappy,
	target: GapTarget,
	chosen: readonly GapAction[],
	today: string
): Outcome<{ numbers: number[] }> {
	return write(db, (tx) => {
		const gaps = new Map((gapsOf(tx, assessment, target, today)?.gaps ?? []).map((gap) => [gap.criterion.number, gap]));
		const known = chosen.filter(({ criterion }) => gaps.has(criterion));
		if (!chosen.length) return refused('none-chosen', 'Choose at least one gap', 'criteria');
		if (known.length < chosen.length) {
			const gone = chosen.filter(({ criterion }) => !gaps.has(criterion)).map(({ criterion }) => criterion);
			return refused('no-gap', `${listed(gone)} no longer stops this ${target}: choose the gaps again`, 'criteria');
		}
		for (const { criterion, ...details } of chosen) {
			const there = gaps.get(criterion)?.openAction;
			if (there) return refused('already-acted', `${criterion} has an action already: action ${there.number}, ${there.title}`, 'criteria');
			const refusal = refusedAction(tx, assessment.service.id, details);
			if (refusal) return { ...refusal, field: `${criterion}-${refusal.field}` };
		}
		const numbers = known.map(({ criterion, ...details }) => {
			const findingId = keepFinding(tx, person, assessment, gaps.get(criterion) as Gap);
			const recommendationId = keepRecommendation(tx, person, findingId, details);
			return keepAction(tx, person, assessment.service.id, details, { recommendationId, assessmentId: assessment.id, criterion });
		});
		return done({ numbers });
	});
}

/** Writes down what was found, with how severe it is. */
function keepFinding(tx: Transaction, person: Person, assessment: Gappy, { criterion, counts, needs, why, severity }: Gap): string {
	const outcome = proposeFinding(tx, person, {
		what: `${criterion.number} ${criterion.title} counts as ${counts} and needs ${needs}: ${why}`,
		serviceId: assessment.service.id,
		source: 'assessment',
		sourceId: assessment.id,
		criterion: criterion.number,
		severity
	});
	if (!outcome.ok) throw new Error(`The gap at ${criterion.number} was refused: ${outcome.text}`);
	return outcome.id;
}
