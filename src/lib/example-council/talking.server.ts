import { comment, resolveComment } from '#lib/domain/assessments/commenting.server.ts';
import { endHandover, handOver } from '#lib/domain/assessments/handing-over.server.ts';
import { assessmentIn, type Assessing } from './assessing.server.ts';
import { must, type Who } from './cast.server.ts';
import type { ServiceYear } from './service-file.ts';

/** When a service began to work on an assessment together: a fortnight before it was submitted, or before today. */
export const begunBefore = (submitted: number | undefined, launched: number) => Math.max(launched + 3, (submitted ?? -10) - 14);

/** A criterion handed to a colleague in the last weeks, and given back where they are done. */
export function handTo(
	a: Assessing,
	who: Who,
	{ criterion, to, note, returned }: ServiceYear['current']['handed'][number],
	place: number,
	begun: number
): void {
	const asked = () => ({ assessmentId: assessmentIn(a.db, a.cycleId(), a.serviceId).id, criterion, personId: who(to).id });
	a.diary.on(begun + place, 200, () => void must(handOver(a.db, a.manager, { ...asked(), note }), `${a.name} ${criterion}`));
	if (returned) a.diary.on(begun + place + 6, 210, () => void must(endHandover(a.db, who(to), asked()), `${a.name} ${criterion}`));
}

/** Something said about a criterion, and settled where it is resolved. */
export function sayAbout(
	a: Assessing,
	who: Who,
	{ criterion, by, text, resolved }: ServiceYear['current']['comments'][number],
	place: number,
	begun: number
): void {
	const where = () => ({ assessmentId: assessmentIn(a.db, a.cycleId(), a.serviceId).id, criterion });
	let id = '';
	a.diary.on(begun + 4 + place, 220, () => void (id = must(comment(a.db, who(by), where(), text), `${a.name} ${criterion}`).id));
	if (resolved)
		a.diary.on(begun + 7 + place, 230, () => void must(resolveComment(a.db, a.manager, where(), id, true), `${a.name} ${criterion}`));
}
