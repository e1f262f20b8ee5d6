import { sql, type SQL } from 'drizzle-orm';
import { monthsLater } from '#lib/domain/paf/month.ts';
import { explainShare, wilson, type ShareInterval } from '#lib/domain/statistics/wilson.ts';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import { partInSql, satisfiedFrom } from './counting.server.ts';
import { partNames } from './part-words.ts';
import { surveyParts, type SurveyPart } from './words.ts';

/** Below so many answers nothing is shown. */
export const fewestAnswers = 5;

/** Satisfied of answered of one part; `share` is null below five answers, and then no count of the satisfied is given either. */
export type PartFigure = { part: SurveyPart; name: string; answered: number; satisfied: number | null; share: ShareInterval | null };

/** What figures are asked of: a survey, some services or all ('all'), from one day to another, both included. */
export type Asked = { surveyId?: string; services?: 'all' | string[]; from: string; to: string };

const those = ({ surveyId, services, from, to }: Asked): SQL => {
	const where = [sql`a.state = 'counted'`, sql`a.day between ${from} and ${to}`];
	if (surveyId) where.push(sql`a.survey_id = ${surveyId}`);
	if (services && services !== 'all') where.push(sql`a.service_id in (select value from json_each(${JSON.stringify(services)}))`);
	return sql.join(where, sql` and `);
};

const figureOf = (part: SurveyPart, answered: number, satisfied: number): PartFigure => {
	const enough = answered >= fewestAnswers;
	return {
		part,
		name: partNames[part],
		answered,
		satisfied: enough ? satisfied : null,
		share: enough ? wilson(satisfied, answered) : null
	};
};

/** Satisfied of answered by part, in the order of the parts. DOMAIN section 7; Tamworth 5.1. */
export function satisfactionByPart(db: Database, asked: Asked, parts: readonly SurveyPart[] = surveyParts): PartFigure[] {
	const sums = sql.join(
		surveyParts.flatMap((part) => {
			const { column, satisfied } = partInSql(part);
			return [
				sql`count(${column}) as ${sql.raw(`${part}_answered`)}`,
				sql`coalesce(sum(${satisfied}), 0) as ${sql.raw(`${part}_satisfied`)}`
			];
		}),
		sql`, `
	);
	const row = rowsOf<Record<string, number>>(db, sql`select ${sums} from survey_answer a where ${those(asked)}`)[0] ?? {};
	return parts.map((part) => figureOf(part, row[`${part}_answered`] ?? 0, row[`${part}_satisfied`] ?? 0));
}

/** Satisfied overall of answered, by month, the latest first; so many months up to one. A month without answers stands with none. */
export function satisfactionByMonth(db: Database, asked: Pick<Asked, 'surveyId' | 'services'>, last: string, months: number) {
	const first = monthsLater(last, 1 - months);
	const found = rowsOf<{ month: string; answered: number; satisfied: number }>(
		db,
		sql`select substr(a.day, 1, 7) as month, count(*) as answered, sum(a.overall >= ${satisfiedFrom}) as satisfied
		from survey_answer a where ${those({ ...asked, from: `${first}-01`, to: `${last}-31` })} and a.overall is not null group by 1`
	);
	const of = new Map(found.map((row) => [row.month, row]));
	return Array.from({ length: months }, (_, back) => {
		const month = monthsLater(last, -back);
		const { answered = 0, satisfied = 0 } = of.get(month) ?? {};
		return { month, ...figureOf('overall', answered, satisfied) };
	});
}

/** The last month in which a survey, or anything, was answered; null where nothing was. */
export const lastAnswered = (db: Database, { surveyId, services }: Pick<Asked, 'surveyId' | 'services'>): string | null =>
	rowsOf<{ month: string | null }>(
		db,
		sql`select substr(max(a.day), 1, 7) as month from survey_answer a where ${those({ surveyId, services, from: '', to: '9999' } as Asked)}`
	)[0]?.month ?? null;

/** How a part's figure comes about, in words. */
export function explainPart({ part, answered, share }: PartFigure): string[] {
	const who =
		part === 'resolved' ? 'Counted are the customers who said yes' : 'Counted as satisfied are those who answered very or fairly satisfied';
	if (!share) return [`${who}. ${answered} answered this: below ${fewestAnswers} answers nothing is shown.`];
	return [`${who}, of those who answered this.`, ...explainShare(share)];
}
