import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import type { JourneyFilters } from './filters.ts';
import { everyJourney } from './listing.server.ts';

const columns = [
	{ key: 'number', label: 'Number', kind: 'number' },
	{ key: 'name', label: 'Journey', kind: 'text', width: 40 },
	{ key: 'words', label: 'In the customer’s words', kind: 'text', width: 50 },
	{ key: 'customer', label: 'Customer', kind: 'text' },
	{ key: 'lifeEvent', label: 'Life event or theme', kind: 'text' },
	{ key: 'service', label: 'Leading service', kind: 'text' },
	{ key: 'crossed', label: 'Services crossed', kind: 'number' },
	{ key: 'stepsDone', label: 'Steps done of nine', kind: 'number' },
	{ key: 'startOn', label: 'First day', kind: 'day' },
	{ key: 'endOn', label: 'Last day', kind: 'day' },
	{ key: 'state', label: 'State', kind: 'text' },
	{ key: 'closedOn', label: 'Closed on', kind: 'day' }
] as const;

/** The list of journeys as a table to take away, as it is narrowed and sorted, all its pages. */
export const journeysTable = (db: Database, person: Person, filters: JourneyFilters) => ({
	name: 'Journeys',
	columns,
	rows: everyJourney(db, person, filters)
});
