import { asc, isNull } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { measures } from '#lib/domain/measures/tables.ts';
import { seesScorecards } from '#lib/domain/scorecards/sight.ts';
import { contactStandards } from '#lib/domain/standards/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { seesMeasures } from '../sight.ts';
import { amongAll, type AskedFor, type ThreadThing } from './thread-thing.ts';

/** The contact standards in use, and those asked for by name even where they are retired, for whoever may read them. */
export function standardsSeen(db: Database, person: Person, asked: AskedFor): ThreadThing[] {
	if (!seesScorecards(person)) return [];
	const mayManage = can(person, 'manage scorecards');
	const all = db
		.select()
		.from(contactStandards)
		.where(asked.things ? undefined : isNull(contactStandards.retiredOn))
		.orderBy(asc(contactStandards.channel), asc(contactStandards.position))
		.all()
		.map(({ id, number, text, channel, retiredOn }) => ({
			kind: 'standard' as const,
			thing: id,
			title: `${number} ${text}`,
			place: `Contact standard, ${channel}`,
			href: `/standards?channel=${encodeURIComponent(channel)}`,
			mayManage,
			...(retiredOn ? { state: 'retired' } : {})
		}));
	return amongAll(all, asked);
}

/** The measures in use, and those asked for by name even where they are retired, for whoever may see values anywhere. */
export function measuresSeen(db: Database, person: Person, asked: AskedFor): ThreadThing[] {
	if (!seesMeasures(person)) return [];
	const mayManage = can(person, 'keep measures');
	const all = db
		.select({ id: measures.id, key: measures.key, name: measures.name, theme: measures.theme, retiredOn: measures.retiredOn })
		.from(measures)
		.where(asked.things ? undefined : isNull(measures.retiredOn))
		.orderBy(asc(measures.position), asc(measures.number))
		.all()
		.map(({ id, key, name, theme, retiredOn }) => ({
			kind: 'measure' as const,
			thing: id,
			title: name,
			place: `Measure, ${theme}`,
			href: `/measures/${key}`,
			mayManage,
			...(retiredOn ? { state: 'retired' } : {})
		}));
	return amongAll(all, asked);
}
