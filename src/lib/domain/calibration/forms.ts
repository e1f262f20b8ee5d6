import * as v from 'valibot';
import { choice, chosen, line, optionalDay, optionalLine, requiredText, text, version } from '#lib/server/fields.ts';

export const startForm = v.strictObject({
	title: line('a title', 'Title', 120),
	scorecard: chosen('Choose a scorecard'),
	dueOn: optionalDay('the day by which it is scored')
});
export type StartTyped = v.InferOutput<typeof startForm>;

export const interactionForm = v.strictObject({
	reference: line('a reference or a short name', 'Reference', 120),
	about: text('What happened', 4000),
	recording: optionalLine('Where the recording is', 300)
});
export type InteractionTyped = v.InferOutput<typeof interactionForm>;

/** Ticked people; a single tick comes as a list too. */
export const inviteForm = v.strictObject({
	'people[]': v.pipe(v.optional(v.array(v.string()), []), v.minLength(1, 'Choose at least one assessor'))
});

/** Whom a button is about. */
export const personForm = v.strictObject({ person: chosen('Choose an assessor') });
export const stepForm = v.strictObject({ version });
export const buttonForm = v.strictObject({});
/** A note that is new has version 0. */
export const noteForm = v.strictObject({ note: requiredText('what was agreed', 'Note', 4000), version });

export const raterTableForm = v.strictObject({ title: line('a title', 'Title', 120), about: text('Where the ratings come from', 1000) });
export type RaterTableTyped = v.InferOutput<typeof raterTableForm>;

/** Which interaction a button is about, by its place. */
export const removalForm = v.strictObject({ position: chosen('Choose an interaction') });

/** Whose forms are the key; empty for nobody’s. */
export const keyForm = v.strictObject({ expert: v.optional(v.string(), '') });

/** A form about one interaction: the fields of its scorecard are read by its own rules (`form-fields.ts`). */
export const answersForm = v.objectWithRest(
	{
		// sent without its button, as by the Enter key, it is only saved
		step: v.optional(choice(['save', 'complete'], 'Choose whether to save or to complete the form'), 'save'),
		version
	},
	v.string('Type the answer again')
);
