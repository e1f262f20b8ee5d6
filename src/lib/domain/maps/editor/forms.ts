import * as v from 'valibot';
import { chosen } from '#lib/server/fields.ts';
import { stageSchema, stepEntries } from '../forms.ts';

/** A step as the buttons of the editor name it: its id, and the version that the person saw. */
const step = v.pipe(
	chosen('Choose a step'),
	v.regex(/^[\w-]{1,64}(:\d{1,9})?$/, 'Choose a step'),
	v.transform((text) => {
		const [id = '', version] = text.split(':');
		return { id, version: version === undefined ? undefined : Number(version) };
	})
);
const stage = chosen('Choose a stage');
/** The step or stage it is to stand before; none for last. */
const before = v.pipe(
	v.optional(v.string(), ''),
	v.transform((id) => id || null)
);

export const stepChosen = v.object({ step });
export const stageChosen = v.object({ stage });
export const stepPlaced = v.object({ step, toStage: chosen('Choose a stage'), before });
export const stepAdded = v.object({ stage, before, does: stepEntries.does });
export const stageAdded = v.object({ ...stageSchema.entries, before });
/** A piece of evidence on a step, as the button that takes it off names the two. */
export const pieceChosen = v.object({
	piece: v.pipe(
		chosen('Choose a piece of evidence'),
		v.regex(/^[\w-]{1,64} [\w-]{1,64}$/, 'Choose a piece of evidence'),
		v.transform((text) => {
			const [stepId = '', evidenceId = ''] = text.split(' ');
			return { stepId, evidenceId };
		})
	)
});
export const nothingChosen = v.object({});
export const stageRemoved = v.object({ withSteps: v.optional(v.string(), '') });
