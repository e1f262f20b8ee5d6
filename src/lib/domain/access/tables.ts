import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, inAnyCase, moment, oneOf, version, yes } from '../../server/columns.ts';
import { services, teams } from '../organisation/tables.ts';
import { roles } from './person.ts';

/** Somebody who can sign in. Never deleted: deactivating ends their access and keeps what they did. */
export const people = sqliteTable(
	'person',
	{
		id: id(),
		name: text('name').notNull(),
		/** In small letters. */
		email: text('email').notNull(),
		jobTitle: text('job_title').notNull().default(''),
		passwordHash: text('password_hash'),
		deactivatedAt: moment('deactivated_at'),
		version: version()
	},
	(t) => [
		uniqueIndex('person_by_email').on(t.email),
		index('person_by_name').on(inAnyCase(t.name), t.id),
		index('person_by_job_title').on(inAnyCase(t.jobTitle), t.id)
	]
);

/** A role with its scope: a service, a team, or (with neither) the whole council. */
export const grants = sqliteTable(
	'role_grant',
	{
		id: id(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		role: text('role', { enum: roles }).notNull(),
		serviceId: text('service_id').references(() => services.id),
		teamId: text('team_id').references(() => teams.id)
	},
	(t) => [
		// one index a scope: the migration writer splits an expression index at its commas
		uniqueIndex('one_grant_over_council')
			.on(t.personId, t.role)
			.where(sql`${t.serviceId} is null and ${t.teamId} is null`),
		uniqueIndex('one_grant_over_service')
			.on(t.personId, t.role, t.serviceId)
			.where(sql`${t.serviceId} is not null`),
		uniqueIndex('one_grant_over_team')
			.on(t.personId, t.role, t.teamId)
			.where(sql`${t.teamId} is not null`),
		index('grant_by_person').on(t.personId),
		index('grant_by_team').on(t.teamId),
		index('grant_by_service').on(t.serviceId, t.role),
		index('grant_by_role').on(t.role, t.personId),
		oneOf('known_role', t.role, roles)
	]
);

/** Lucia's table. `id` is the SHA-256 of the token in the cookie: a copy of this table signs nobody in. */
export const sessions = sqliteTable(
	'session',
	{
		id: text('id').primaryKey(),
		userId: text('user_id')
			.notNull()
			.references(() => people.id),
		expiresAt: integer('expires_at').notNull()
	},
	(t) => [index('session_by_person').on(t.userId)]
);

/** A one-time link to choose a password. `id` is the SHA-256 of the token in the link. */
export const invitations = sqliteTable(
	'invitation',
	{
		id: text('id').primaryKey(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		expiresAt: moment('expires_at').notNull(),
		usedAt: moment('used_at')
	},
	(t) => [index('invitation_by_person').on(t.personId)]
);

/** Tries to sign in, for throttling; rows older than a day are removed as new ones come. */
export const signInAttempts = sqliteTable(
	'sign_in_attempt',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		/** SHA-256 of the email typed: addresses of people who do not exist here are not kept. */
		account: text('account').notNull(),
		address: text('address').notNull(),
		at: moment('at').notNull(),
		succeeded: yes('succeeded').notNull()
	},
	(t) => [
		index('attempt_by_account').on(t.account, t.succeeded, t.at),
		index('attempt_by_address').on(t.address, t.succeeded, t.at),
		index('attempt_by_time').on(t.at)
	]
);

/** A form that was carried out: a double click or a retry gives the same answer and one row. */
export const submissions = sqliteTable(
	'submission',
	{
		personId: text('person_id').notNull(),
		id: text('id').notNull(),
		answer: text('answer', { mode: 'json' }).notNull(),
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.personId, t.id] })]
);

/** What somebody had typed when their session ended; given back after they sign in again. `id` is the SHA-256 of a cookie. */
export const keptForms = sqliteTable(
	'kept_form',
	{
		id: text('id').primaryKey(),
		personId: text('person_id').notNull(),
		path: text('path').notNull(),
		fields: text('fields', { mode: 'json' }).$type<Record<string, string>>().notNull(),
		at: moment('at').notNull()
	},
	(t) => [index('kept_form_by_time').on(t.at)]
);
