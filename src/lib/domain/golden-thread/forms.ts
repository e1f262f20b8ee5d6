import * as v from 'valibot';
import { choice, line, optionalDay, optionalLine, text, version } from '../../server/fields.ts';
import { levels } from './levels.ts';
import type { Move } from './moves.ts';

const orNull = v.transform((typed: string) => typed || null);
const optionalId = v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(60), orNull);
const ids = v.optional(v.array(v.string()), []);

const fields = {
	level: choice(levels, 'Choose the level'),
	title: line('what is aimed for', 'What is aimed for', 300),
	why: text('Why', 2000),
	ownerId: optionalId,
	ownedBy: optionalLine('Owner in words', 120),
	fromOn: v.pipe(optionalDay('the day it begins'), orNull),
	untilOn: v.pipe(optionalDay('the day it ends'), orNull),
	serviceId: optionalId,
	teamId: optionalId,
	source: optionalLine('Source', 300)
};

/** A new strand with what it serves: those ticked, and one more chosen. */
export const newStrandForm = v.object({ ...fields, 'parents[]': ids, another: optionalId });
export const strandForm = v.object({ ...fields, version });
export const placeForm = v.object({ 'parents[]': ids, another: optionalId, version });
export const seenForm = v.object({ version });

/** The strands above, of the ticked ones and the one chosen beside them. */
export const parentsIn = (data: { 'parents[]': string[]; another: string | null }): string[] => [
	...new Set([...data['parents[]'], ...(data.another ? [data.another] : [])])
];

/** Which strand moves which way, and under which other it stands: 'up ID UNDER', under '' at the top. */
export const moveForm = v.object({
	move: v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^(up|down|in|out) [\w-]{1,60} [\w-]{0,60}$/, 'Choose which way to move a strand'),
		v.transform((text) => {
			const [move, id, under] = text.split(' ') as [Move, string, string];
			return { move, id, under: under || null };
		})
	)
});
