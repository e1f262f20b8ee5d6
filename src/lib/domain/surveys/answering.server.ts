import { and, eq, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { mostFromAddress, pass, tooFast } from './flooding.server.ts';
import { surveyBehind, type SurveyBehind } from './finding.server.ts';
import type { AnswerTyped } from './forms.ts';
import { surveyStateOn } from './state.ts';
import { surveyAnswers } from './tables.ts';
import { ratedParts } from './words.ts';

/** Only what the survey asks is kept, whatever a form sends; the service is the survey's own where it has one. */
function kept(tx: Transaction, survey: Pick<SurveyBehind, 'parts' | 'serviceId'>, typed: AnswerTyped) {
	const { serviceId, channel, comment, resolved } = typed;
	const rated = Object.fromEntries(ratedParts.map((part) => [part, survey.parts.includes(part) ? typed[part] : null]));
	const open = and(eq(services.id, serviceId), isNull(services.closedOn));
	const known = !survey.serviceId && serviceId ? tx.select({ id: services.id }).from(services).where(open).get()?.id : null;
	return {
		...rated,
		resolved: survey.parts.includes('resolved') ? resolved : null,
		serviceId: survey.serviceId ?? known ?? null,
		channel: channel || null,
		comment
	};
}

export const closedText = 'This survey takes no answers at the moment';

/**
 * Keeps what a customer answered by the link. What fills the trap, or comes with a flood, is held aside: it counts only once
 * somebody has looked at it. Refused where the survey is closed, or too many come from one address or at once; nothing is kept
 * of who answered. No audit line: nobody signed in did it.
 */
export function answerByLink(
	db: Database,
	token: string,
	{ website, ...typed }: AnswerTyped & { website: string },
	{ address, today }: { address: string; today: string }
): Outcome<{ held: boolean }> {
	return write(db, (tx) => {
		const survey = surveyBehind(tx, token);
		if (!survey || surveyStateOn(survey, today) !== 'open') return refused('closed', closedText);
		const moment = now();
		const passage = pass(tx, survey.id, address, moment);
		if (passage === 'too many from here')
			return refused(
				'too-many',
				`Not sent: more than ${mostFromAddress} answers came from your connection within an hour. What you typed is still here. Try again in an hour`
			);
		if (passage === 'too many at once')
			return refused(
				'too-many',
				'Not sent: very many answers are coming in at once. What you typed is still here. Try again in a few minutes'
			);
		const held = passage === 'held' || website !== '';
		const stateReason = website ? 'Filled in a field that people do not see' : held ? tooFast : '';
		const state = held ? ('held' as const) : ('counted' as const);
		tx.insert(surveyAnswers)
			.values({ ...kept(tx, survey, typed), surveyId: survey.id, day: today, source: 'link', state, stateReason, answeredAt: moment })
			.run();
		return done({ held });
	});
}

/** Why an answer that is typed or brought in cannot be of that day; null where it can. */
export function refusedAnswerDay(survey: { openFrom: string; openUntil: string | null }, day: string, today: string): Refused | null {
	if (day > today) return refused('future', 'The day must be today or in the past', 'day');
	return surveyStateOn(survey, day) === 'open' ? null : refused('not-open', 'The survey was not open on that day', 'day');
}

/**
 * Keeps an answer that came on paper, by telephone or in a file, on the day it was given. Its reference comes once in a survey.
 * One audit line, without what was answered.
 */
export function keepAnswer(
	db: Database,
	person: Person,
	survey: Pick<SurveyBehind, 'id' | 'number' | 'parts' | 'serviceId' | 'openFrom' | 'openUntil'>,
	{ day, reference, ...typed }: AnswerTyped & { day: string; reference: string },
	source: 'typed' | 'import',
	today: string = dayOf(now())
): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const wrong = refusedAnswerDay(survey, day, today);
		if (wrong) return wrong;
		const same = and(eq(surveyAnswers.surveyId, survey.id), eq(surveyAnswers.reference, reference));
		if (reference && tx.select({ id: surveyAnswers.id }).from(surveyAnswers).where(same).get())
			return refused('reference-taken', `The answer ${reference} is here already`, 'reference');
		const row = { ...kept(tx, survey, typed), surveyId: survey.id, day, source, reference: reference || null, enteredBy: person.id };
		const { id } = tx
			.insert(surveyAnswers)
			.values({ ...row, answeredAt: now() })
			.returning({ id: surveyAnswers.id })
			.get();
		record(tx, person, `added an answer to survey ${survey.number}`, { kind: 'survey', id: survey.id }, { day: { from: null, to: day } });
		return done({ id });
	});
}
