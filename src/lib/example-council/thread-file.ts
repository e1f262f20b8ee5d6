import * as v from 'valibot';
import { strandEntries } from '#lib/domain/golden-thread/thread-file.ts';

const names = v.optional(v.array(v.string()), []);

/** What seed/example-council/thread.yaml says: strands as any file of a thread has them, and what is tied to each. */
export const threadFile = v.strictObject({
	strands: v.array(
		v.strictObject({
			...strandEntries,
			ties: v.optional(
				v.strictObject({
					criterion: names,
					question: names,
					standard: names,
					measure: names,
					action: names,
					journey: names,
					recommendation: names,
					objective: names
				})
			)
		})
	)
});
export type CouncilThread = v.InferOutput<typeof threadFile>;
