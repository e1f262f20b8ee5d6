import type { Database } from '#lib/server/database.ts';
import type { MeetingFilters } from './meetings-filters.ts';
import { everyMeeting } from './meetings-listing.server.ts';
import { stateMarks } from './wording.ts';

const columns = [
	{ key: 'number', label: 'Meeting', kind: 'number' },
	{ key: 'heldOn', label: 'Day', kind: 'day' },
	{ key: 'startsAt', label: 'Time', kind: 'text' },
	{ key: 'place', label: 'Place', kind: 'text', width: 30 },
	{ key: 'state', label: 'State', kind: 'text' },
	{ key: 'items', label: 'On the agenda', kind: 'number' },
	{ key: 'decided', label: 'Items decided', kind: 'number' }
] as const;

/** A list of the board's meetings as a table to take away, as it is narrowed and sorted, all its pages. */
export function meetingsTable(db: Database, filters: MeetingFilters, today: string) {
	function* rows() {
		for (const meeting of everyMeeting(db, filters, today)) yield { ...meeting, state: stateMarks[meeting.state].text };
	}
	return { name: 'Meetings of the Engagement Board', sheet: 'Meetings', columns, rows: rows() };
}
