import { somewhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { notFound } from '#lib/server/guard.ts';

/** Whether the person may read scorecards and contact standards. They belong to no service: the right in any is enough. */
export const seesScorecards = (person: Person): boolean => somewhere(person, 'see scorecards');

/** To anyone who may not read them, scorecards and standards do not exist: 404. */
export function mustSeeScorecards(person: Person): void {
	if (!seesScorecards(person)) notFound();
}
