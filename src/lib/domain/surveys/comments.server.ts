import { and, count, desc, eq, ne, sql } from 'drizzle-orm';
import { staffNames } from '#lib/domain/mystery-shopping/staff-names.server.ts';
import { withoutNames } from '#lib/domain/mystery-shopping/without-names.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place } from '#lib/server/paging.ts';
import { partNames, ratingInWords } from './part-words.ts';
import { fewestAnswers } from './results.server.ts';
import { surveyAnswers } from './tables.ts';
import { ratedParts } from './words.ts';

const counted = (surveyId: string) => and(eq(surveyAnswers.surveyId, surveyId), eq(surveyAnswers.state, 'counted'));

/** How many answers of a survey count. */
export const answersOf = (db: Database, surveyId: string): number =>
	db.select({ n: count() }).from(surveyAnswers).where(counted(surveyId)).get()!.n;

const key = sql`(${surveyAnswers.day}, ${surveyAnswers.id})`;
const at = (id: string) => sql`(select ${surveyAnswers.day}, ${surveyAnswers.id} from ${surveyAnswers} where ${surveyAnswers.id} = ${id})`;

function pageOf(db: Database, surveyId: string, { after, before }: Place<string>, limit: number, onlyComments: boolean) {
	const beyond = after !== undefined ? sql`${key} < ${at(after)}` : before !== undefined ? sql`${key} > ${at(before)}` : undefined;
	const order = before === undefined ? [desc(surveyAnswers.day), desc(surveyAnswers.id)] : [surveyAnswers.day, surveyAnswers.id];
	return db
		.select({ answer: surveyAnswers, service: services.name })
		.from(surveyAnswers)
		.leftJoin(services, eq(services.id, surveyAnswers.serviceId))
		.where(and(counted(surveyId), onlyComments ? ne(surveyAnswers.comment, '') : undefined, beyond))
		.orderBy(...order)
		.limit(limit)
		.all();
}

/** What customers wrote, names taken out, the latest first, fifty a page; nothing below five answers. */
export function commentsListed(db: Database, surveyId: string, place: Place<string>) {
	if (answersOf(db, surveyId) < fewestAnswers) return { rows: [], next: null, previous: null };
	const names = staffNames(db);
	const { rows, ...ends } = paged(pageOf(db, surveyId, place, pageSize + 1, true), place, ({ answer }) => answer.id);
	return {
		...ends,
		rows: rows.map(({ answer: { id, day, channel, overall, comment }, service }) => ({
			id,
			day,
			channel,
			service,
			overall: ratingInWords(overall),
			comment: withoutNames(comment, names)
		}))
	};
}

/** Every answer that counts, as a table to take away, names taken out of comments; none below five answers. */
export function answersTable(db: Database, survey: { id: string; number: number }) {
	const names = staffNames(db);
	function* rows() {
		if (answersOf(db, survey.id) < fewestAnswers) return;
		const read = (place: Place<string>, limit: number) => pageOf(db, survey.id, place, limit, false);
		for (const { answer, service } of everyRow(read, ({ answer }) => answer.id)) {
			const { day, channel, source, comment, resolved } = answer;
			const rated = Object.fromEntries(ratedParts.map((part) => [part, answer[part]]));
			const said = resolved === null ? '' : resolved ? 'yes' : 'no';
			yield {
				day,
				service: service ?? '',
				channel: channel ?? '',
				...rated,
				resolved: said,
				source,
				comment: withoutNames(comment, names)
			};
		}
	}
	return {
		name: `Survey ${survey.number} answers`,
		columns: [
			{ key: 'day', label: 'Day', kind: 'day' },
			{ key: 'service', label: 'Service', kind: 'text' },
			{ key: 'channel', label: 'Channel', kind: 'text' },
			...ratedParts.map((part) => ({ key: part, label: partNames[part], kind: 'number' as const })),
			{ key: 'resolved', label: partNames.resolved, kind: 'text' },
			{ key: 'source', label: 'Came by', kind: 'text' },
			{ key: 'comment', label: 'Comment', kind: 'text', width: 60 }
		] as const,
		rows: rows()
	};
}
