import * as v from 'valibot';
import { requiredText, text, version } from '#lib/server/fields.ts';

/* The forms that take an assessment a step further. `version` is that of the assessment the person was looking at. */

/** A step with nothing to write: submitting, agreeing the rest, finishing moderation. */
export const stepForm = v.object({ version });

export const changesForm = v.object({ version, text: requiredText('what the service should change', 'What to change', 4000) });

export const reopeningForm = v.object({ version, reason: requiredText('the reason for reopening', 'The reason', 2000) });

// radios of which none is chosen are not sent at all
const level = v.pipe(v.optional(v.string(), ''), v.regex(/^\d$/, 'Choose a level'), v.transform(Number));
const reason = requiredText('the reason for the panel’s decision', 'The reason', 2000);

export const overrideForm = v.object({ version, level, reason });

/** Agreeing as worked out, or (the chair) with a panel decision at once. */
export const agreementForm = v.pipe(
	v.object({
		version,
		decision: v.optional(v.picklist(['as worked out', 'panel'], 'Choose whether the board decides otherwise'), 'as worked out'),
		level: v.optional(v.string(), ''),
		reason: text('The reason', 2000)
	}),
	v.forward(
		v.check(({ decision, level }) => decision !== 'panel' || /^\d$/.test(level), 'Choose a level'),
		['level']
	),
	v.forward(
		v.check(({ decision, reason }) => decision !== 'panel' || reason !== '', 'Enter the reason for the panel’s decision'),
		['reason']
	),
	v.transform(({ decision, level, reason, version }) => ({
		version,
		...(decision === 'panel' && { panel: { level: Number(level), reason } })
	}))
);

/** A moderator's word: a rating, or whether "not applicable" is accepted. */
export const moderationForm = v.pipe(
	v.object({
		choice: v.optional(v.string(), ''),
		comment: text('The comment', 4000),
		version
	}),
	v.transform(({ choice, comment, version }) => ({
		rating: choice === '' || choice === 'accepted' || choice === 'not accepted' ? null : choice,
		notApplicableAccepted: choice === 'accepted' ? true : choice === 'not accepted' ? false : null,
		comment,
		version
	}))
);
