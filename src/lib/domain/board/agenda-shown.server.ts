import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { itemsOf } from './agenda.server.ts';
import type { Meeting } from './finding.server.ts';
import { decisionsOfMeeting, type LoggedDecision } from './log.server.ts';
import { viewsAndInterests } from './views-given.server.ts';
import { viewsInWords } from './views-in-words.ts';
import type { ItemKind } from './words.ts';

/** An item of an agenda as its page shows it. */
export type ShownItem = {
	id: string;
	kind: ItemKind;
	title: string;
	asks: string;
	/** '2 support, 1 does not support'; '' for none yet. */
	views: string;
	/** What the person reading has to do with it. */
	mine: 'view given' | 'interest' | 'none';
	/** The decisions this meeting made about it, the earliest first. */
	decisions: LoggedDecision[];
};

/** The agenda of a meeting as a person reads it, in its order. */
export function agendaShown(db: Database, person: Person, meeting: Meeting): ShownItem[] {
	const items = itemsOf(db, meeting.id);
	const decided = decisionsOfMeeting(db, meeting.id);
	const { views, interests } = viewsAndInterests(
		db,
		items.map(({ id }) => id)
	);
	return items.map(({ id, kind, title, asks }) => {
		const own = views.filter(({ itemId }) => itemId === id);
		const isMine = (one: { itemId: string; personId: string }) => one.itemId === id && one.personId === person.id;
		return {
			id,
			kind,
			title,
			asks,
			views: viewsInWords(own),
			mine: interests.some(isMine) ? 'interest' : own.some(isMine) ? 'view given' : 'none',
			decisions: decided.filter(({ itemId }) => itemId === id)
		};
	});
}
