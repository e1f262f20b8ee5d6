import { and, asc, eq, inArray } from 'drizzle-orm';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { principleField } from './details.ts';

/** What a finding of a journey can name: the services it crosses, the steps of its as-is map by stage, and the principles councils publish. */
export function choicesFor(db: Database, journey: Journey) {
	return { services: servicesOf(db, journey), steps: stepsOf(db, journey.id), principles: principlesToChoose(db) };
}

const servicesOf = (db: Database, { serviceId, crosses }: Journey) =>
	db
		.select({ value: services.id, label: services.name })
		.from(services)
		.where(inArray(services.id, [serviceId, ...crosses]))
		.orderBy(inAnyCase(services.name))
		.all();

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

export type FindingChoices = ReturnType<typeof choicesFor>;
