import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { dayOf, showDay } from '#lib/domain/calendar/dates.ts';
import { evidenceOf } from '#lib/domain/evidence/of-criterion.server.ts';
import type { Database } from '#lib/server/database.ts';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import { saidIn, type Answer } from '#lib/domain/results/answer.ts';
import type { CriterionSeen } from '#lib/domain/assessments/finding.server.ts';
import { lastAnswer } from '#lib/domain/assessments/last-answer.server.ts';
import { givenInWords, moderationRows, saidInWords } from './moderation-rows.ts';
import { mayModerateNow } from './moderation-sight.server.ts';
import { decisionOf } from './moderated-answer.ts';
import { sayRating } from '#lib/domain/results/rating.ts';
import { answersOf, judgedOn } from '#lib/domain/assessments/reading.server.ts';
import { countsUnanswered, scaleOf } from '#lib/domain/results/scale.ts';
import { levelInWords } from '#lib/domain/results/shown-result.ts';
import { answers } from '#lib/domain/assessments/tables.ts';
import { moderations } from './tables.ts';

/** What the page of one criterion shows its moderator: the answer, its proof and last year's beside the choice to make. */
export function moderationPage(db: Database, person: Person, { assessment, framework, criterion }: CriterionSeen, today: string) {
	const on = judgedOn(assessment, today);
	const all = answersOf(db, assessment);
	const rows = moderationRows(framework, all, on);
	const answer = all.find((one) => one.criterion === criterion.number);
	const row = rows.find(({ number }) => number === criterion.number);
	const place = rows.findIndex(({ number }) => number === criterion.number);
	const kept = keptFor(db, assessment.id, criterion.number);
	const neighbour = (at: number) => (rows[at] ? { number: rows[at].number, title: rows[at].title } : null);
	const { number, title, text, why, evidence, better } = criterion;
	return {
		criterion: { number, title, text, why, evidence, better },
		service: {
			said: answer ? saidInWords(framework, answer) : '',
			comment: answer?.comment ?? '',
			by: kept.answerer,
			on: kept.answeredAt === null ? null : showDay(dayOf(kept.answeredAt))
		},
		unproved: row?.unproved ?? false,
		evidence: evidenceOf(db, { assessmentId: assessment.id, criterion: number }, on),
		last: lastInWords(framework, lastAnswer(db, assessment, number)),
		...choicesFor(framework, answer),
		chosen: answer ? chosenIn(framework, answer) : '',
		given: answer ? givenInWords(framework, answer) : null,
		changedSince: row?.changedSince ?? false,
		comment: answer?.moderation?.comment ?? '',
		moderator: kept.moderator,
		version: kept.version,
		over: [number, levelWords(framework, criterion.level), themeOf(framework, criterion.theme)].filter(Boolean).join(' · '),
		total: rows.length,
		decided: rows.filter(({ decision }) => decision !== 'not yet').length,
		previous: neighbour(place - 1),
		next: neighbour(place + 1),
		mayModerate: mayModerateNow(db, person, assessment)
	};
}

const levelWords = (framework: Framework, level: number | undefined) => (level === undefined ? null : levelInWords(framework, level));
const themeOf = (framework: Framework, theme: string) => framework.themes.find(({ id }) => id === theme)?.name;

/** Where a moderator goes on after a criterion: the next not decided, from here round to here again; null once all are. */
export function nextToModerate(db: Database, { assessment, framework, criterion }: CriterionSeen, today: string): string | null {
	const rows = moderationRows(framework, answersOf(db, assessment), judgedOn(assessment, today));
	const place = rows.findIndex(({ number }) => number === criterion.number);
	return [...rows.slice(place + 1), ...rows.slice(0, place)].find(({ decision }) => decision === 'not yet')?.number ?? null;
}

function keptFor(db: Database, assessmentId: string, criterion: string) {
	const here = and(eq(moderations.assessmentId, assessmentId), eq(moderations.criterion, criterion));
	const said = db
		.select({ version: moderations.version, moderator: people.name })
		.from(moderations)
		.leftJoin(people, eq(people.id, moderations.moderatedBy))
		.where(here)
		.get();
	const answered = db
		.select({ answerer: people.name, answeredAt: answers.answeredAt })
		.from(answers)
		.leftJoin(people, eq(people.id, answers.answeredBy))
		.where(and(eq(answers.assessmentId, assessmentId), eq(answers.criterion, criterion)))
		.get();
	return {
		version: said?.version ?? 0,
		moderator: said?.moderator ?? null,
		answerer: answered?.answerer ?? null,
		answeredAt: answered?.answeredAt ?? null
	};
}

/** The choices, best first; `agreeing` is the one that agrees with the service, null where it said nothing that counts. */
function choicesFor(framework: Framework, answer: Answer | undefined) {
	const said = saidIn(framework, answer);
	if (said === 'not applicable')
		return {
			agreeing: 'accepted',
			choices: [
				{ value: 'accepted', label: 'Accepted: it does not apply', hint: 'It leaves the result' },
				{
					value: 'not accepted',
					label: 'Not accepted: it applies',
					hint: `It counts as ${sayRating(framework, countsUnanswered(framework))}`
				}
			]
		};
	const scale = scaleOf(framework).map(({ id, name, about }) => ({
		value: id,
		label: framework.kind === 'rubric' ? `Level ${id} ${name}` : name,
		hint: id === said ? `${about}. The service says this` : about
	}));
	return { agreeing: said, choices: scale.reverse() };
}

function chosenIn(framework: Framework, answer: Answer): string {
	if (decisionOf(framework, answer) === 'not yet') return '';
	const { rating = null, notApplicableAccepted = null } = answer.moderation ?? {};
	return rating ?? (notApplicableAccepted ? 'accepted' : 'not accepted');
}

function lastInWords(framework: Framework, last: ReturnType<typeof lastAnswer>) {
	if (!last) return null;
	return {
		rating: sayRating(framework, last.moderated ?? last.rating),
		when: last.agreedOn ? `${last.cycle}, agreed ${showDay(last.agreedOn)}` : last.cycle,
		comment: last.comment,
		remark: last.remark ?? '',
		moderator: last.moderator ?? undefined
	};
}
