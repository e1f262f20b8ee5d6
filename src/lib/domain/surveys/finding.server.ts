import { eq } from 'drizzle-orm';
import { can, servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { hashOfToken } from '#lib/domain/access/sessions.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { surveys } from './tables.ts';

export type SurveyRow = typeof surveys.$inferSelect;
const columns = {
	id: surveys.id,
	number: surveys.number,
	title: surveys.title,
	kind: surveys.kind,
	serviceId: surveys.serviceId,
	service: services.name,
	parts: surveys.parts,
	openFrom: surveys.openFrom,
	openUntil: surveys.openUntil,
	linkMadeAt: surveys.linkMadeAt,
	hasLink: surveys.tokenHash,
	version: surveys.version
};

/** Whether there is a service, or the council, whose surveys the person may run. */
export const mayRunSurveys = (person: Person): boolean => servicesWhere(person, 'run surveys').length > 0;

/** A survey by its number, for who sees its figures: those of the council everybody who sees figures; else 404. */
export function surveySeen(db: Database, person: Person, number: string) {
	const row = /^\d{1,9}$/.test(number)
		? db
				.select(columns)
				.from(surveys)
				.leftJoin(services, eq(services.id, surveys.serviceId))
				.where(eq(surveys.number, Number(number)))
				.get()
		: undefined;
	const sees = row && (row.serviceId ? can(person, 'see feedback', row) : servicesWhere(person, 'see feedback').length > 0);
	if (!row || !sees) notFound();
	return { ...row, hasLink: row.hasLink !== null, mayRun: can(person, 'run surveys', row) };
}
export type SurveySeen = ReturnType<typeof surveySeen>;

/** The survey behind a link; null for a token that nobody gave out, or that was replaced. */
export const surveyBehind = (db: Database, token: string) =>
	db
		.select({ ...columns, hasLink: surveys.id })
		.from(surveys)
		.leftJoin(services, eq(services.id, surveys.serviceId))
		.where(eq(surveys.tokenHash, hashOfToken(token)))
		.get() ?? null;
export type SurveyBehind = NonNullable<ReturnType<typeof surveyBehind>>;
