import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, moment, oneOf, version } from '../../server/columns.ts';
import { services } from '../organisation/tables.ts';

export const severities = ['low', 'medium', 'high', 'critical'] as const;
/** What can find something. Journeys, visits and PAF add theirs when they come. */
export const findingSources = ['assessment', 'added by hand'] as const;

/** The one kind of thing that whatever finds something makes. DOMAIN section 3. */
export const findings = sqliteTable(
	'finding',
	{
		id: id(),
		what: text('what').notNull(),
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id),
		source: text('source', { enum: findingSources }).notNull(),
		/** The assessment, for a gap. */
		sourceId: text('source_id'),
		criterion: text('criterion'),
		severity: text('severity', { enum: severities }).notNull().default('medium'),
		howOften: text('how_often').notNull().default(''),
		foundBy: text('found_by').notNull(),
		foundAt: moment('found_at').notNull(),
		version: version()
	},
	(t) => [
		index('finding_by_service').on(t.serviceId, t.foundAt),
		index('finding_by_source').on(t.source, t.sourceId, t.criterion),
		oneOf('known_severity', t.severity, severities),
		oneOf('known_finding_source', t.source, findingSources)
	]
);

export const recommendationStates = ['proposed', 'accepted', 'rejected'] as const;

/** What somebody recommends to do about a finding; accepted, it becomes an action. */
export const recommendations = sqliteTable(
	'recommendation',
	{
		id: id(),
		findingId: text('finding_id')
			.notNull()
			.references(() => findings.id),
		text: text('text').notNull(),
		state: text('state', { enum: recommendationStates }).notNull().default('proposed'),
		version: version()
	},
	(t) => [index('recommendation_by_finding').on(t.findingId), oneOf('known_recommendation_state', t.state, recommendationStates)]
);
