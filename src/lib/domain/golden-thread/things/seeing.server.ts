import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { isTieKind, type TieKind } from '../ties.ts';
import { measuresSeen, standardsSeen } from './council-things.server.ts';
import { criteriaSeen, questionsSeen } from './documents.server.ts';
import { objectivesSeen } from './objectives.server.ts';
import type { AskedFor, ThreadThing } from './thread-thing.ts';
import { actionsSeen, journeysSeen, recommendationsSeen } from './work.server.ts';

const finders: Record<TieKind, (db: Database, person: Person, asked: AskedFor, today: string) => ThreadThing[]> = {
	criterion: criteriaSeen,
	question: questionsSeen,
	standard: standardsSeen,
	measure: measuresSeen,
	action: actionsSeen,
	recommendation: recommendationsSeen,
	journey: journeysSeen
};

/** What of one kind can be tied to the thread, as far as the person may see it. DOMAIN sections 1 and 6. */
export const thingsSeen = (db: Database, person: Person, kind: TieKind, asked: AskedFor, today: string): ThreadThing[] =>
	asked.things?.length === 0 ? [] : finders[kind](db, person, asked, today);

/** One thing by its kind and name as an address has them; 404 where there is none or it is out of the person's sight. */
export function thingSeen(db: Database, person: Person, kind: string | null, thing: string | null, today: string): ThreadThing {
	if (!thing) notFound();
	if (kind === 'objective') return objectivesSeen(db, person, { ids: [thing], most: 1 })[0] ?? notFound();
	if (!isTieKind(kind)) notFound();
	return thingsSeen(db, person, kind, { things: [thing], most: 1 }, today)[0] ?? notFound();
}
