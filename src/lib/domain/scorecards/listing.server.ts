import { and, eq, ne, sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { compareVersions } from '../versions/version-numbers.ts';
import type { CardFilters } from './filters.ts';
import { scorecardVersions } from './tables.ts';

const questions = sql<number>`(select sum(json_array_length(value, '$.questions')) from json_each(${scorecardVersions.document}, '$.sections'))`;
// named in full: without it the inner query would take `id` for its own
const forms = sql<number>`(select count(*) from scored_form where scored_form.scorecard_version_id = scorecard_version.id)`;

/**
 * The versions of scorecards that the person may read, narrowed and in the order asked for, with how many questions each
 * has and how many forms were begun on it. A council keeps some tens: the list is not paged.
 */
export function cardsSeen(db: Database, person: Person, filters: CardFilters) {
	const { id, scorecard, name, number, use, channel, state, publishedAt } = scorecardVersions;
	const turn = filters.order === 'descending' ? -1 : 1;
	return db
		.select({ id, scorecard, name, number, use, channel, state, publishedAt, questions, forms })
		.from(scorecardVersions)
		.where(
			and(
				can(person, 'manage scorecards') ? undefined : ne(state, 'draft'),
				filters.use ? eq(use, filters.use) : undefined,
				filters.channel ? eq(channel, filters.channel) : undefined,
				filters.state ? eq(state, filters.state) : undefined
			)
		)
		.all()
		.sort((a, b) => {
			const by =
				filters.sort === 'published'
					? (a.publishedAt ?? 0) - (b.publishedAt ?? 0)
					: filters.sort === 'channel'
						? a.channel.localeCompare(b.channel, 'en')
						: 0;
			return turn * (by || a.name.localeCompare(b.name, 'en')) || compareVersions(b.number, a.number);
		});
}

/** The other versions of a scorecard, the newest first. */
export const otherVersions = (db: Database, person: Person, { id, scorecard }: { id: string; scorecard: string }) =>
	db
		.select({ id: scorecardVersions.id, number: scorecardVersions.number, state: scorecardVersions.state })
		.from(scorecardVersions)
		.where(
			and(
				eq(scorecardVersions.scorecard, scorecard),
				ne(scorecardVersions.id, id),
				can(person, 'manage scorecards') ? undefined : ne(scorecardVersions.state, 'draft')
			)
		)
		.all()
		.sort((a, b) => compareVersions(b.number, a.number));
