import * as v from 'valibot';

/** What a form says of the version of a row it was made from. */
export const seenVersion = v.pipe(
	v.string('The form was not complete. Load the page again.'),
	v.regex(/^\d{1,9}$/, 'The form was not complete. Load the page again.'),
	v.transform(Number)
);

export const commentText = v.pipe(v.string(), v.trim(), v.maxLength(4000, 'The comment must be 4,000 characters or fewer'));

/** One answer as it is typed. An empty rating is none yet: a comment can be written before a choice is made. */
export const answerSchema = v.object({
	rating: v.pipe(
		v.optional(v.string(), ''),
		v.transform((rating) => rating || null)
	),
	comment: v.optional(commentText, ''),
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

export const remarkSchema = v.object({
	text: v.pipe(
		v.string('Enter a comment'),
		v.trim(),
		v.nonEmpty('Enter a comment'),
		v.maxLength(2000, 'The comment must be 2,000 characters or fewer')
	)
});

export const handoverSchema = v.object({
	personId: v.pipe(v.string('Choose a colleague'), v.nonEmpty('Choose a colleague')),
	note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000, 'The note must be 1,000 characters or fewer')), '')
});
