import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import type { GivenAnswers } from '#lib/domain/scorecards/card.ts';
import { completeForm, formOf, refusalOf, saveFormAnswers, startForm } from '#lib/domain/scorecards/forms.server.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { Calibration, Interaction } from './finding.server.ts';
import { inState } from './open-calibration.server.ts';
import { calibrationAssessors, calibrationForms } from './tables.ts';
import { interactionName } from './words.ts';

/** A person's own form about an interaction; undefined until they have saved it once. Nobody reads another's here. */
export function ownForm(db: Database, person: Person, interaction: Pick<Interaction, 'id'>) {
	const found = db
		.select({ formId: calibrationForms.formId })
		.from(calibrationForms)
		.where(and(eq(calibrationForms.interactionId, interaction.id), eq(calibrationForms.personId, person.id)))
		.get();
	return found && formOf(db, found.formId);
}

type Scored = { given: GivenAnswers; step: 'save' | 'complete'; version: number };

/**
 * Keeps what somebody answered about an interaction, and with the step 'complete' ends their form. Refused once the answers
 * are shown: after that nothing is scored blindly. An incomplete form is kept as it is, with every open question named.
 * @param scored.version of the form; 0 for the first save
 */
export function score(
	db: Database,
	person: Person,
	calibration: Calibration,
	interaction: Interaction,
	scored: Scored
): Outcome<{ complete: boolean }> {
	return write(db, (tx) => {
		const open = inState(tx, calibration.id, 'scoring');
		if (!open.ok) return open;
		if (!isInvited(tx, person, calibration.id)) return refused('not-there', 'You no longer take part in this session.');
		const there = ownForm(tx, person, interaction);
		if ((there?.version ?? 0) !== scored.version)
			return refused('stale', 'You saved this form in another window. Open the page again to see how it stands.');
		const refusal = there ? null : refusalOf(tx, open.calibration.scorecardVersionId, scored.given);
		if (refusal) return refusal;
		const formId = there?.id ?? begin(tx, person, open.calibration.scorecardVersionId, interaction);
		const saved = saveFormAnswers(tx, person, formId, scored.given, formOf(tx, formId)?.version ?? 0);
		if (!saved.ok) return saved;
		const ended = scored.step === 'complete' ? completeForm(tx, person, formId) : null;
		const what = ended?.ok ? 'completed' : there ? 'went on with' : 'began';
		// blind also in the trail: that a form was saved, never what was answered
		const where = `the form about ${interactionName(interaction.position).toLowerCase()} of calibration ${open.calibration.number}`;
		record(tx, person, `${what} ${where}`, { kind: 'calibration', id: calibration.id });
		return ended && !ended.ok ? ended : done({ complete: ended !== null });
	});
}

function begin(tx: Transaction, person: Person, scorecardVersionId: string, interaction: Interaction): string {
	const formId = startForm(tx, person, scorecardVersionId);
	tx.insert(calibrationForms).values({ interactionId: interaction.id, personId: person.id, formId }).run();
	return formId;
}

const isInvited = (tx: Transaction, person: Person, calibrationId: string): boolean =>
	!!tx
		.select({ id: calibrationAssessors.personId })
		.from(calibrationAssessors)
		.where(and(eq(calibrationAssessors.calibrationId, calibrationId), eq(calibrationAssessors.personId, person.id)))
		.get();
