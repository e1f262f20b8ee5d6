import * as v from 'valibot';
import { commentText, seenVersion } from './forms.ts';

/** One row of the dense table as it was sent. `was` stands for the answer the row was drawn with. */
export type TableRow = { criterion: string; rating: string | null; comment: string; version: number; was: string };

const cell = v.object({ comment: commentText, version: seenVersion });

/**
 * The dense table as it is sent: for each row `version-2.3`, `was-2.3`, `rating-2.3` and `comment-2.3`. Rows that are not sent
 * are not touched. `confirm` is the button that also confirms what was carried over.
 */
export const tableForm = v.pipe(
	v.record(v.string(), v.string()),
	v.rawTransform(({ dataset, addIssue }) => {
		const rows: TableRow[] = [];
		for (const name of Object.keys(dataset.value).filter((key) => key.startsWith('version-'))) {
			const criterion = name.slice('version-'.length);
			const value = (part: string) => dataset.value[`${part}-${criterion}`] ?? '';
			const read = v.safeParse(cell, { comment: value('comment'), version: value('version') });
			if (read.success) rows.push({ criterion, rating: value('rating') || null, was: value('was'), ...read.output });
			else
				addIssue({
					message: `${criterion}: ${read.issues[0].message}`,
					path: [{ type: 'object', origin: 'value', input: dataset.value, key: `comment-${criterion}`, value: value('comment') }]
				});
		}
		return { rows, confirming: dataset.value.confirm !== undefined };
	})
);
