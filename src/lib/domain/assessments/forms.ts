import * as v from 'valibot';
import { choice, chosen, requiredText, text, version } from '#lib/server/fields.ts';

/** What a form says of the version of a row it was made from. */
export const seenVersion = version;

/** A comment as it is kept: line ends are single newlines, nothing but blanks is nothing. */
export const commentText = text('The comment');

/** One answer as it is typed. An empty rating is none yet: a comment can be written before a choice is made. */
export const answerSchema = v.object({
	rating: v.pipe(
		v.optional(v.string(), ''),
		v.transform((rating) => rating || null)
	),
	comment: commentText,
	version: seenVersion
});

/** The same when a person says they have finished with it. */
export const finishedAnswerSchema = v.pipe(
	answerSchema,
	v.forward(
		v.check(({ rating }) => rating !== null, 'Choose how far this is achieved'),
		['rating']
	),
	v.forward(
		v.check(({ rating, comment }) => rating !== 'not applicable' || comment !== '', 'Enter the reason why this does not apply'),
		['comment']
	)
);

export const remarkSchema = v.object({ text: requiredText('a comment', 'The comment', 2000) });

/** Marks a comment as resolved, or opens it again. */
export const resolvingSchema = v.object({ comment: chosen('Choose a comment'), resolved: choice(['yes', 'no'], 'Choose a comment') });

export const handoverSchema = v.object({
	personId: chosen('Choose a colleague'),
	note: text('The note', 1000)
});

/** Whose handover ends. */
export const endingSchema = v.object({ personId: chosen('Choose a colleague') });
