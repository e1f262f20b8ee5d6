import { and, asc, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { principleField } from './details.ts';

/** What a finding of a journey can name: the services it crosses, the steps of its as-is map by stage, and the principles councils publish. */
export const choicesFor = (db: Database, journey: Journey) => ({
	services: servicesBy(db, inArray(services.id, [journey.serviceId, ...journey.crosses])),
	steps: stepsOf(db, journey.id),
	principles: principlesToChoose(db)
});

/** What a finding elsewhere can name: the open services the person works for, and its own though it may have closed since; no steps. */
export function choicesElsewhere(db: Database, person: Person, own?: string): FindingChoices {
	const worked = servicesWhere(person, 'record finding');
	const open = and(isNull(services.closedOn), worked === 'all' ? undefined : inArray(services.id, worked));
	return { services: servicesBy(db, own ? or(open, eq(services.id, own)) : open), steps: null, principles: principlesToChoose(db) };
}

const servicesBy = (db: Database, where: SQL | undefined) =>
	db.select({ value: services.id, label: services.name }).from(services).where(where).orderBy(inAnyCase(services.name)).all();

const stepsOf = (db: Database, journeyId: string) =>
	(mapOf(db, journeyId, 'as-is')?.stages ?? [])
		.filter(({ steps }) => steps.length)
		.map(({ name, steps }) => ({ label: name, options: steps.map(({ id, does }) => ({ value: id, label: does })) }));

/** The published compliance frameworks, by name. */
export const complianceFrameworks = (db: Database) =>
	db
		.select({
			id: frameworkVersions.id,
			name: frameworkVersions.name,
			number: frameworkVersions.number,
			document: frameworkVersions.document
		})
		.from(frameworkVersions)
		.where(and(eq(frameworkVersions.kind, 'compliance'), eq(frameworkVersions.state, 'published')))
		.orderBy(asc(frameworkVersions.name), asc(frameworkVersions.number))
		.all();

const principlesToChoose = (db: Database) =>
	complianceFrameworks(db).map(({ id, name, number, document }) => ({
		label: `${name} ${number}`,
		options: document.criteria.map((criterion) => ({
			value: principleField({ frameworkVersionId: id, criterion: criterion.number }),
			label: `${criterion.number} ${criterion.title}`
		}))
	}));

type Choices = ReturnType<typeof choicesFor>;
/** What the form of a finding offers; without steps where it stands on no journey. */
export type FindingChoices = Omit<Choices, 'steps'> & { steps: Choices['steps'] | null };
