import { and, asc, eq, gt, inArray, isNull, lt, desc, or, sql, type SQL } from 'drizzle-orm';
import { can, servicesWhere, teamsWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { interactions, pafAssessments, pafMonths } from './tables.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import type { GivenAnswers, Scorecard } from '#lib/domain/scorecards/card.ts';
import { formOf, publishedCards, refusalOf, saveFormAnswers, startForm } from '#lib/domain/scorecards/forms.server.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { withCounted } from '#lib/domain/scorecards/timers.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { asShown, auditThing, changeAssessment } from './changing.server.ts';
import { thingOf, type PafAssessment } from './finding.server.ts';

export type Scored = {
	number: number;
	given: GivenAnswers;
	sharedNote: string;
	privateNote: string;
	/** Seconds it took since the last save. */
	seconds: number;
	version: number;
};

/** Whether a person may score it now: it is theirs or nobody's, not about them, not released, and its month is open. */
export const mayScore = (person: Person, one: PafAssessment): boolean =>
	one.releasedAt === null &&
	one.monthState === 'open' &&
	one.aboutId !== person.id &&
	(one.assessorId === null || one.assessorId === person.id) &&
	can(person, 'score interaction', thingOf(one));

/** The newest published scorecard of a channel: a score is begun on it, and stays on it. */
function newestCard(db: Database, { channel }: Pick<PafAssessment, 'channel'>): { id: string; card: Scorecard } | undefined {
	const newest = publishedCards(db, 'PAF', channel)[0];
	if (!newest) return undefined;
	const { id, document: card } = scorecardVersions;
	return db.select({ id, card }).from(scorecardVersions).where(eq(id, newest.id)).get();
}

/** The scorecard of a score with its answers so far: those of its form, or none on the newest card; undefined without a card. */
export function scoreBegun(db: Database, one: PafAssessment): { card: Scorecard; answers: GivenAnswers } | undefined {
	if (one.formId) return formOf(db, one.formId);
	const newest = newestCard(db, one);
	return newest && { card: newest.card, answers: {} };
}

/**
 * Saves what an assessor has answered so far. The first save begins the score and makes it theirs. Gives the new version and
 * how many questions wait for an answer: with none it can be released.
 */
export function saveScore(db: Database, person: Person, input: Scored): Outcome<{ version: number; unanswered: number }> {
	const { number, given, sharedNote, privateNote, seconds, version } = input;
	return write(db, (tx) => {
		const one = asShown(tx, number, version, { sharedNote });
		if ('ok' in one) return one;
		if (!mayScore(person, one)) return refused('not-yours', 'This interaction is not yours to score');
		const begun = one.formId ? done({ formId: one.formId, cardId: one.scorecardVersionId }) : begin(tx, person, one, given);
		if (!begun.ok) return begun;
		const form = formOf(tx, begun.formId);
		const answers = form ? withCounted(form.card, given, form.answers, { scoring: one.secondsScoring + seconds }) : given;
		const saved = saveFormAnswers(tx, person, begun.formId, answers, form?.version ?? 0);
		if (!saved.ok) return saved;
		const unanswered = formOf(tx, begun.formId)?.score.unanswered.length ?? 0;
		changeAssessment(tx, one, {
			state: 'drafted',
			assessorId: person.id,
			formId: begun.formId,
			scorecardVersionId: begun.cardId,
			unanswered,
			sharedNote,
			privateNote,
			secondsScoring: one.secondsScoring + seconds
		});
		// what was answered stays with the form: the trail says that it was saved, not what
		record(tx, person, one.formId ? 'went on scoring an interaction' : 'began to score an interaction', auditThing(one.id));
		return done({ version: one.version + 1, unanswered });
	});
}

function begin(tx: Transaction, person: Person, one: PafAssessment, given: GivenAnswers): Outcome<{ formId: string; cardId: string }> {
	const card = newestCard(tx, one);
	if (!card) return refused('no-card', `There is no published PAF scorecard for ${one.channel}. Ask the programme lead to publish one`);
	return refusalOf(tx, card.id, given) ?? done({ formId: startForm(tx, person, card.id), cardId: card.id });
}

/** What is a person's to score or to release: theirs, or nobody's where they may score; never about themselves. */
export function isToScoreBy(person: Person): SQL | undefined {
	const services = servicesWhere(person, 'score interaction');
	const teamIds = teamsWhere(person, 'score interaction');
	const over = services === 'all' ? undefined : or(inArray(pafAssessments.serviceId, services), inArray(pafAssessments.teamId, teamIds));
	const notSelf = or(isNull(staff.personId), sql`${staff.personId} <> ${person.id}`);
	const theirs = or(eq(pafAssessments.assessorId, person.id), and(isNull(pafAssessments.assessorId), over ?? sql`true`));
	return and(inArray(pafAssessments.state, ['to score', 'drafted']), eq(pafMonths.state, 'open'), theirs, notSelf);
}

const line = {
	number: pafAssessments.number,
	state: pafAssessments.state,
	selection: pafAssessments.selection,
	channel: pafAssessments.channel,
	unanswered: pafAssessments.unanswered,
	month: pafAssessments.month,
	advisor: staff.name,
	team: teams.name,
	at: interactions.at,
	reference: interactions.reference
};
/** Interactions to score, as lists show them. */
export const toScoreLines = (db: Database) =>
	db
		.select(line)
		.from(pafAssessments)
		.innerJoin(pafMonths, eq(pafMonths.id, pafAssessments.monthId))
		.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
		.innerJoin(teams, eq(teams.id, pafAssessments.teamId))
		.innerJoin(interactions, eq(interactions.id, pafAssessments.interactionId));

/** Where one stands among what is the person's to score, with its neighbours. */
export function neighboursOf(db: Database, person: Person, number: number) {
	const near = (where: SQL, order: SQL) =>
		toScoreLines(db)
			.where(and(isToScoreBy(person), where))
			.orderBy(order)
			.limit(1)
			.get() ?? null;
	const count = (where?: SQL) =>
		db
			.select({ n: sql<number>`count(*)` })
			.from(pafAssessments)
			.innerJoin(pafMonths, eq(pafMonths.id, pafAssessments.monthId))
			.innerJoin(staff, eq(staff.id, pafAssessments.staffId))
			.where(and(isToScoreBy(person), where))
			.get()?.n ?? 0;
	return {
		previous: near(lt(pafAssessments.number, number), desc(pafAssessments.number)),
		next: near(gt(pafAssessments.number, number), asc(pafAssessments.number)),
		place: count(lt(pafAssessments.number, number)) + 1,
		of: count()
	};
}
