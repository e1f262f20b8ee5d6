import type { Database } from '#lib/server/database.ts';
import { everyRow, type Place } from '#lib/server/paging.ts';
import type { VisitFilters } from './filters.ts';
import { scenariosListed, visitsListed } from './listing.server.ts';

/** The columns of a file of visits. */
export const visitColumns = [
	{ key: 'number', label: 'Visit', kind: 'number' },
	{ key: 'title', label: 'Scenario', kind: 'text', width: 40 },
	{ key: 'channel', label: 'Channel', kind: 'text' },
	{ key: 'service', label: 'Service', kind: 'text' },
	{ key: 'shopper', label: 'Shopper', kind: 'text' },
	{ key: 'agency', label: 'Agency', kind: 'text' },
	{ key: 'reference', label: 'Reference', kind: 'text' },
	{ key: 'fromOn', label: 'First day', kind: 'day' },
	{ key: 'toOn', label: 'Last day', kind: 'day' },
	{ key: 'timeOfDay', label: 'Time of day', kind: 'text' },
	{ key: 'state', label: 'State', kind: 'text' },
	{ key: 'leftOutReason', label: 'Why it was left out', kind: 'text', width: 40 }
] as const;

/** The visits of a wave as a table to take away: the plan and how far it is, never how a visit scored. */
export const visitsTable = (db: Database, wave: { id: string; name: string }, filters: VisitFilters) => ({
	name: `Visits of ${wave.name}`,
	columns: visitColumns,
	rows: everyRow(
		(place: Place<number>, limit) => visitsListed(db, wave.id, filters, place, limit),
		({ number }) => number
	)
});

const scenarioColumns = [
	{ key: 'number', label: 'Number', kind: 'number' },
	{ key: 'title', label: 'Title', kind: 'text', width: 40 },
	{ key: 'channel', label: 'Channel', kind: 'text' },
	{ key: 'standard', label: 'Contact standard', kind: 'text' },
	{ key: 'services', label: 'Services', kind: 'number' },
	{ key: 'visits', label: 'Visits', kind: 'number' },
	{ key: 'retiredOn', label: 'Retired on', kind: 'day' }
] as const;

/** The scenario bank as a table to take away. */
export const scenariosTable = (db: Database, filters: Parameters<typeof scenariosListed>[1]) => ({
	name: 'Scenarios',
	columns: scenarioColumns,
	rows: scenariosListed(db, filters)
});
