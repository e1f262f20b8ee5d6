import { showDay, showMoment } from '#lib/domain/calendar/dates.ts';
import { formOf } from '#lib/domain/scorecards/forms.server.ts';
import type { Database } from '#lib/server/database.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { isCounted } from './counting.ts';
import { showSize } from '#lib/domain/evidence/file-size.ts';
import { filesBeside, piecesBeside } from './evidence-beside.server.ts';
import { mayDecide } from './deciding.server.ts';
import { appealOf, privateNoteFor, type AssessmentSeen } from './finding.server.ts';
import { showMonth } from './month.ts';
import { mayScore } from './scoring.server.ts';
import { nameOf, selectionInWords, showLength } from './showing.ts';

const form = (db: Database, id: string | null) => {
	const found = id ? formOf(db, id) : undefined;
	return found ? { card: found.card, answers: found.answers, score: found.score } : null;
};

/** What everybody who may see an assessment sees at its head. */
export function headOf({ assessment }: AssessmentSeen) {
	const { number, channel, at, selection, why, advisor, team, seconds, reference, month } = assessment;
	return {
		number,
		name: nameOf(channel, at),
		advisor,
		team,
		month: showMonth(month),
		selection: selectionInWords(selection, why),
		length: seconds === null ? null : showLength(seconds),
		reference
	};
}

/** All that the page of an assessment shows to this person; what they may not see is not in it. */
export function assessmentPage(db: Database, person: Person, seen: AssessmentSeen, today: string) {
	const { assessment, as } = seen;
	const appeal = appealOf(db, assessment.id);
	const released = assessment.releasedAt !== null;
	const own = as === 'advisor';
	return {
		head: headOf(seen),
		as,
		state: assessment.state,
		version: assessment.version,
		counts: isCounted(assessment, assessment.chosenCount),
		assessor: assessment.assessor,
		released: assessment.releasedAt === null ? null : showMoment(assessment.releasedAt),
		appealUntil: assessment.appealUntil === null ? null : showDay(assessment.appealUntil),
		sharedNote: assessment.sharedNote,
		// left out whole for whom it is not: not even empty
		...(privateNoteFor(db, seen) ? { privateNote: privateNoteFor(db, seen) } : {}),
		original: form(db, assessment.formId),
		changed: form(db, assessment.changedFormId),
		files: filesBeside(db, assessment.id).map(({ size, ...file }) => ({ ...file, size: showSize(size) })),
		pieces: piecesBeside(db, person, assessment.id),
		appeal: appeal && {
			why: appeal.why,
			at: showMoment(appeal.appealedAt),
			outcome: appeal.outcome,
			reasons: appeal.reasons,
			decided: appeal.decidedAt === null ? null : showMoment(appeal.decidedAt),
			decider: appeal.decider,
			isRescored: !own && appeal.formId !== null
		},
		mayAnswer: own && assessment.state === 'released',
		mayAppeal: own && assessment.state === 'released' && today <= (assessment.appealUntil ?? ''),
		mayDecide: mayDecide(person, assessment),
		mayScore: !released && mayScore(person, assessment)
	};
}
