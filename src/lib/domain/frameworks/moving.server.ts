import { inArray, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { keepResults } from '#lib/domain/results/keeping-results.server.ts';
import { choicesOf, sayRating } from '#lib/domain/results/rating.ts';
import { isOpen } from '#lib/domain/assessments/status.ts';
import { answers, assessments, criterionComments } from '#lib/domain/assessments/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { courseBetween, type Course } from './carried-answer.ts';
import type { Framework } from './document.ts';
import { frameworkOf } from './finding.server.ts';
import { mostMoved, olderVersions } from './moving-choices.server.ts';
import { dropEnded, renumberRows } from './moving-rows.server.ts';
import { versionById } from './seeing.server.ts';

type Held = { assessmentId: string; criterion: string; rating: string | null; comment: string };
type Group = { from: { id: string; number: string }; to: { id: string; number: string }; ids: string[] };

/**
 * Moves open assessments to a newer published version of their framework, all of those chosen or none. An answer stays
 * where what was asked is still asked in the same words (`answersCarriedOver`), under its new number. Where the words
 * changed the answer is emptied, and what it said becomes a comment on the criterion. Comments, evidence and actions
 * follow their criterion; what belongs to a criterion that is no longer asked is kept in the audit line. A cycle that
 * has no assessment left on the old version goes along. Gives how many were moved and how many answers were emptied.
 */
export function moveAssessments(
	db: Database,
	person: Person,
	targetId: string,
	chosen: readonly string[],
	today: string
): Outcome<{ moved: number; emptied: number }> {
	if (!chosen.length) return refused('nothing-chosen', 'Choose at least one assessment', 'assessments[]');
	if (chosen.length > mostMoved) return refused('too-many', `Choose at most ${mostMoved} assessments at a time`, 'assessments[]');
	return write(db, (tx) => {
		const target = versionById(tx, targetId);
		if (target?.state !== 'published') return refused('not-published', 'This version is not published, so nothing can be moved to it');
		const rows = tx
			.select({ id: assessments.id, from: assessments.frameworkVersionId, status: assessments.status })
			.from(assessments)
			.where(inArray(assessments.id, [...chosen]))
			.all();
		const older = olderVersions(tx, target);
		const fits = rows.filter(({ from, status }) => isOpen(status) && older.some(({ id }) => id === from));
		if (fits.length < chosen.length)
			return refused('changed', 'One of these was submitted or moved while you were reading. Look again, then choose.', 'assessments[]');
		const groups = older.map((from): Group => ({ from, to: target, ids: fits.filter((row) => row.from === from.id).map(({ id }) => id) }));
		const emptied = groups.filter(({ ids }) => ids.length).reduce((sum, group) => sum + moveGroup(tx, person, group, today), 0);
		record(
			tx,
			person,
			`moved ${fits.length === 1 ? 'an assessment' : `${fits.length} assessments`} to framework ${target.name} ${target.number}`,
			{ kind: 'framework version', id: target.id },
			{ assessments: { from: null, to: fits.map(({ id }) => id) }, emptied: { from: null, to: emptied } }
		);
		return done({ moved: fits.length, emptied });
	});
}

function moveGroup(tx: Transaction, person: Person, { from, to, ids }: Group, today: string): number {
	const [old, now] = [frameworkOf(tx, from.id), frameworkOf(tx, to.id)];
	const course = courseBetween(old, now);
	const given = JSON.stringify(ids);
	const held = tx
		.select({ assessmentId: answers.assessmentId, criterion: answers.criterion, rating: answers.rating, comment: answers.comment })
		.from(answers)
		.where(inArray(answers.assessmentId, ids))
		.all();
	const lost = held.filter((answer) => said(answer) && !stays(answer, course, now));
	const dropped = dropEnded(tx, ids, course.ends);
	emptyAnswers(tx, person, lost, course, old, from.number);
	renumberRows(tx, given, course.goes);
	tx.run(sql`
		insert into answer (assessment_id, criterion)
		select a.value, c.value from json_each(${given}) a, json_each(${JSON.stringify(course.begins)}) c`);
	tx.update(assessments)
		.set({ frameworkVersionId: to.id, version: sql`${assessments.version} + 1` })
		.where(inArray(assessments.id, ids))
		.run();
	for (const id of ids) {
		const mine = <T extends { assessmentId: string }>(rows: T[]) =>
			rows.filter((row) => row.assessmentId === id).map((row) => ({ ...row, assessmentId: undefined }));
		record(
			tx,
			person,
			`moved the assessment from version ${from.number} of its framework to ${to.number}`,
			{ kind: 'assessment', id },
			{
				frameworkVersionId: { from: from.id, to: to.id },
				...(mine(lost).length ? { emptied: { from: mine(lost), to: null } } : {}),
				...(mine(dropped).length ? { 'no longer asked': { from: mine(dropped), to: null } } : {})
			}
		);
		keepResults(tx, id, today);
	}
	cyclesFollow(tx, from.id, to.id);
	return lost.length;
}

const said = ({ rating, comment }: Held) => rating !== null || comment !== '';

/** 'service' stands for any that is not the corporate one: 'inherited' is a choice of no version, so it is always kept. */
const stays = ({ criterion, rating }: Held, course: Course, to: Framework) =>
	course.holds(criterion, rating) && (rating === null || choicesOf(to, 'service').includes(rating));

function emptyAnswers(tx: Transaction, person: Person, lost: Held[], course: Course, old: Framework, number: string) {
	const still = lost.filter(({ criterion }) => course.goes.has(criterion));
	if (!still.length) return;
	const at = now();
	tx.insert(criterionComments)
		.values(
			still.map(({ assessmentId, criterion, rating, comment }) => ({
				assessmentId,
				criterion,
				text: `Until version ${number} of the framework the answer here was ${sayRating(old, rating)}${comment ? `: “${comment}”` : '.'}`,
				personId: person.id,
				at
			}))
		)
		.run();
	const pairs = JSON.stringify(still);
	tx.run(sql`
		delete from moderation where (assessment_id, criterion) in (select value ->> 'assessmentId', value ->> 'criterion' from json_each(${pairs}))`);
	tx.run(sql`
		update answer set rating = null, comment = '', to_confirm = 0, answered_by = null, answered_at = null, version = version + 1
		where (assessment_id, criterion) in (select value ->> 'assessmentId', value ->> 'criterion' from json_each(${pairs}))`);
}

/** A cycle all of whose assessments have left its version is a cycle of the new one: heat map and later services use it. */
function cyclesFollow(tx: Transaction, from: string, to: string) {
	tx.run(sql`
		update cycle set framework_version_id = ${to}, version = version + 1
		where framework_version_id = ${from}
			and exists (select 1 from assessment a where a.cycle_id = cycle.id)
			and not exists (select 1 from assessment a where a.cycle_id = cycle.id and a.framework_version_id <> ${to})`);
}
