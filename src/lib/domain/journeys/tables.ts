import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, holds, id, inAnyCase, moment, oneOf, version } from '../../server/columns.ts';
import { people } from '../access/tables.ts';
import { frameworkVersions } from '../frameworks/tables.ts';
import { services } from '../organisation/tables.ts';
import { customers, journeyStates, methods, reviewSteps } from './method.ts';

/** A customer journey under review. Reviewed again it is a new row that follows the former. DOMAIN section 4. */
export const journeys = sqliteTable(
	'journey',
	{
		id: id(),
		/** How people name it: 'journey 3'. */
		number: integer('number').notNull(),
		/** In the customer's words: 'I want a repair to my Council home'. */
		words: text('words').notNull(),
		/** In few words: 'Repair to a council home'. */
		name: text('name').notNull(),
		customer: text('customer', { enum: customers }).notNull(),
		lifeEvent: text('life_event').notNull().default(''),
		/** The service that leads; the others it crosses are in `journey_service`, this one too. */
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id),
		sponsorId: text('sponsor_id').references(() => people.id),
		/** Why it is reviewed. */
		aim: text('aim').notNull().default(''),
		startsWhere: text('starts_where').notNull().default(''),
		endsWhere: text('ends_where').notNull().default(''),
		startOn: day('start_on').notNull(),
		endOn: day('end_on').notNull(),
		state: text('state', { enum: journeyStates }).notNull().default('open'),
		/** The reason, where it was abandoned. */
		closedReason: text('closed_reason'),
		closedOn: day('closed_on'),
		/** The finished review of the same journey that this one follows. */
		followsId: text('follows_id'),
		/** The toolkit it is held by. */
		toolkitNumber: integer('toolkit_number').notNull(),
		createdBy: text('created_by').notNull(),
		version: version()
	},
	(t) => [
		uniqueIndex('journey_by_number').on(t.number),
		index('journey_by_service').on(t.serviceId, t.state),
		index('journey_by_name').on(inAnyCase(t.name), t.id),
		index('journey_by_end').on(t.state, t.endOn, t.number),
		index('journey_by_last_day').on(t.endOn, t.number),
		index('journey_by_former').on(t.followsId),
		oneOf('known_customer', t.customer, customers),
		oneOf('known_journey_state', t.state, journeyStates),
		holds('journey_in_order', sql`${t.endOn} >= ${t.startOn}`),
		holds('abandoned_with_reason', sql`${t.state} <> 'abandoned' or length(${t.closedReason}) > 0`)
	]
);

/** The services a journey crosses, the leading one among them. */
export const journeyServices = sqliteTable(
	'journey_service',
	{
		journeyId: text('journey_id')
			.notNull()
			.references(() => journeys.id),
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id)
	},
	(t) => [primaryKey({ columns: [t.journeyId, t.serviceId] }), index('journey_service_by_service').on(t.serviceId, t.journeyId)]
);

/** Who reviews it. */
export const journeyTeam = sqliteTable(
	'journey_team',
	{
		journeyId: text('journey_id')
			.notNull()
			.references(() => journeys.id),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		/** What they do in the review: 'facilitates the workshops'. */
		part: text('part').notNull().default('')
	},
	(t) => [primaryKey({ columns: [t.journeyId, t.personId] }), index('journey_team_by_person').on(t.personId, t.journeyId)]
);

/** One use of a method: when, with whom, what came of it. */
export const journeyMethods = sqliteTable(
	'journey_method',
	{
		id: id(),
		journeyId: text('journey_id')
			.notNull()
			.references(() => journeys.id),
		method: text('method', { enum: methods }).notNull(),
		heldOn: day('held_on').notNull(),
		about: text('about').notNull().default(''),
		version: version()
	},
	(t) => [index('journey_method_by_journey').on(t.journeyId, t.heldOn), oneOf('known_method', t.method, methods)]
);

/** A kind of customer, as a few facts and needs. */
export const personas = sqliteTable(
	'persona',
	{
		id: id(),
		journeyId: text('journey_id')
			.notNull()
			.references(() => journeys.id),
		name: text('name').notNull(),
		/** A line each. */
		facts: text('facts').notNull().default(''),
		needs: text('needs').notNull().default(''),
		position: integer('position').notNull(),
		version: version()
	},
	(t) => [index('persona_by_journey').on(t.journeyId, t.position)]
);

/** A step of the method that the team says is done, with what it wants to remember. */
export const journeyProgress = sqliteTable(
	'journey_progress',
	{
		journeyId: text('journey_id')
			.notNull()
			.references(() => journeys.id),
		step: text('step', { enum: reviewSteps }).notNull(),
		doneOn: day('done_on').notNull(),
		doneBy: text('done_by').notNull(),
		note: text('note').notNull().default('')
	},
	(t) => [primaryKey({ columns: [t.journeyId, t.step] }), oneOf('known_review_step', t.step, reviewSteps)]
);

/** A lesson about the method, learned in a review; taken up, it stands in a version of the toolkit. */
export const lessons = sqliteTable(
	'lesson',
	{
		id: id(),
		journeyId: text('journey_id')
			.notNull()
			.references(() => journeys.id),
		step: text('step', { enum: reviewSteps }).notNull(),
		text: text('text').notNull(),
		notedBy: text('noted_by').notNull(),
		notedAt: moment('noted_at').notNull(),
		/** The toolkit version that took it up. */
		takenUpIn: integer('taken_up_in'),
		version: version()
	},
	(t) => [
		index('lesson_by_journey').on(t.journeyId, t.notedAt),
		index('lesson_by_take_up').on(t.takenUpIn, t.notedAt),
		oneOf('known_lesson_step', t.step, reviewSteps)
	]
);

/** A principles check: one principle of a compliance framework, rated for a journey. DOMAIN section 4. */
export const principleRatings = sqliteTable(
	'principle_rating',
	{
		journeyId: text('journey_id')
			.notNull()
			.references(() => journeys.id),
		frameworkVersionId: text('framework_version_id')
			.notNull()
			.references(() => frameworkVersions.id),
		criterion: text('criterion').notNull(),
		/** A rating of the framework's own scale, or 'not applicable' with its reason in the comment; null for not yet rated. */
		rating: text('rating'),
		comment: text('comment').notNull().default(''),
		ratedBy: text('rated_by').notNull(),
		version: version()
	},
	(t) => [primaryKey({ columns: [t.journeyId, t.frameworkVersionId, t.criterion] })]
);
