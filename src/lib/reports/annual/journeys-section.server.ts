import { sql } from 'drizzle-orm';
import { showDay } from '#lib/domain/calendar/dates.ts';
import type { Database } from '#lib/server/database.ts';
import type { Section } from '../description.ts';

type Row = {
	words: string;
	service: string;
	closedOn: string | null;
	findings: number;
	accepted: number;
	actions: number;
	done: number;
};

/** The journey reviews finished from one day to another, with what came of each. */
export function journeysSection(db: Database, from: string, to: string): Section {
	const rows = db.all<Row>(sql`
		select j.words, (select name from service where id = j.service_id) as service, j.closed_on as closedOn,
			(select count(*) from finding f where f.journey_id = j.id) as findings,
			(select count(*) from recommendation r join finding f on f.id = r.finding_id where f.journey_id = j.id and r.state = 'accepted') as accepted,
			(select count(*) from action a join recommendation r on r.id = a.recommendation_id join finding f on f.id = r.finding_id
				where f.journey_id = j.id and a.status <> 'dropped') as actions,
			(select count(*) from action a join recommendation r on r.id = a.recommendation_id join finding f on f.id = r.finding_id
				where f.journey_id = j.id and a.status = 'done') as done
		from journey j where j.state = 'finished' and j.closed_on between ${from} and ${to} order by j.closed_on desc, j.number desc limit 200`);
	const actions = rows.reduce((sum, row) => sum + row.actions, 0);
	const done = rows.reduce((sum, row) => sum + row.done, 0);
	return {
		id: 'journeys',
		title: rows.length
			? `${rows.length} ${rows.length === 1 ? 'journey was' : 'journeys were'} reviewed; ${done} of ${actions} actions that came of it are done`
			: 'No journey review was finished in the year',
		blocks: [
			{
				kind: 'table',
				table: {
					id: 'journeys',
					caption: 'Journeys reviewed',
					note: `Reviews finished from ${showDay(from)} to ${showDay(to)}.`,
					columns: [
						{ key: 'words', label: 'Journey', kind: 'text', share: 3, width: 50 },
						{ key: 'service', label: 'Leading service', kind: 'text', share: 1.6, width: 28 },
						{ key: 'closedOn', label: 'Finished', kind: 'day', share: 1 },
						{ key: 'findings', label: 'Findings', kind: 'number', share: 0.8, width: 10 },
						{ key: 'accepted', label: 'Accepted', kind: 'number', share: 0.8, width: 10 },
						{ key: 'actions', label: 'Actions', kind: 'number', share: 0.8, width: 10 },
						{ key: 'done', label: 'Done', kind: 'number', share: 0.8, width: 10 }
					],
					rows: rows.map((row) => ({ ...row, words: `“${row.words}”` })),
					empty: `None was finished since ${showDay(from)}.`
				}
			}
		]
	};
}
