import * as v from 'valibot';
import { monthField } from '../paf/month.ts';
import { choice, chosen, day, optionalDay, requiredText, text, version } from '../../server/fields.ts';
import { objectiveStates } from './states.ts';

export const startForm = v.object({ staff: chosen('Choose whom it is with'), month: monthField, heldOn: day('the day it is held') });

const orNull = (typed: string) => typed || null;
const notes = text('Notes', 10_000);

/** What the leader writes. */
export const notesForm = v.object({
	heldOn: day('the day it is held'),
	agenda: text('Agenda', 10_000),
	notes,
	nextOn: v.pipe(optionalDay('the day of the next one'), v.transform(orNull)),
	version
});
/** What the advisor writes. */
export const advisorNotesForm = v.object({ notes, version });
export const agreementForm = v.object({ version });

const objectiveFields = {
	text: requiredText('what is aimed for', 'Objective', 1000),
	measure: text('How both will see it', 1000),
	dueOn: v.pipe(optionalDay('the day it is due'), v.transform(orNull))
};
export const newObjectiveForm = v.object(objectiveFields);
export const objectiveForm = v.object({
	...objectiveFields,
	state: choice(objectiveStates, 'Choose how it stands'),
	outcome: text('What came of it', 1000),
	version
});

/** Training that is to be taken. */
export const agreedTrainingForm = v.object({ courseId: chosen('Choose a course'), dueOn: day('the day by which it is taken') });
