import { and, eq, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { formAnswers, scoredForms, scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import type { Transaction } from '#lib/server/database.ts';
import { bandOf, countedForm, isCounted, isMissed, millionths } from './counting.ts';
import { pafAssessments, pafMonths } from './tables.ts';
import { bandMonths, questionMonths, staffMonths, teamMonths } from '../paf-summaries/tables.ts';

type Amounts = Record<string, number>;

/** Adds amounts to the row of a key, which is made where there is none and taken away where nothing is left. */
function add(tx: Transaction, table: SQLiteTable, key: Record<string, string>, amounts: Amounts): void {
	const columns = table as unknown as Record<string, SQLiteColumn>;
	const set = Object.fromEntries(Object.entries(amounts).map(([name, by]) => [name, sql`${columns[name]} + ${by}`]));
	const here = and(...Object.entries(key).map(([name, value]) => eq(columns[name]!, value)));
	if (!tx.update(table).set(set).where(here).run().changes)
		tx.insert(table)
			.values({ ...key, ...amounts })
			.run();
	const nothing = and(...Object.keys(amounts).map((name) => eq(columns[name]!, 0)));
	tx.delete(table).where(and(here, nothing)).run();
}

/** The counted form of an assessment with all that the sums are made of; null where it does not count. */
function countedOf(tx: Transaction, assessmentId: string) {
	const found = tx
		.select({ assessment: pafAssessments, chosenCount: pafMonths.chosenCount })
		.from(pafAssessments)
		.innerJoin(pafMonths, eq(pafMonths.id, pafAssessments.monthId))
		.where(eq(pafAssessments.id, assessmentId))
		.get();
	const formId = found && isCounted(found.assessment, found.chosenCount) ? countedForm(found.assessment) : null;
	if (!found || !formId) return null;
	const form = tx
		.select({ form: scoredForms, card: scorecardVersions.document })
		.from(scoredForms)
		.innerJoin(scorecardVersions, eq(scorecardVersions.id, scoredForms.scorecardVersionId))
		.where(eq(scoredForms.id, formId))
		.get();
	return form ? { ...found.assessment, ...form } : null;
}

/**
 * Puts an assessment into the sums of its advisor and team as it stands (`by` 1), or takes it out as it stands (-1). Whatever
 * changes whether or how one counts takes it out before and puts it in after, in the same transaction.
 */
export function changeSums(tx: Transaction, assessmentId: string, by: 1 | -1): void {
	const counted = countedOf(tx, assessmentId);
	if (!counted) return;
	const { form, card, staffId, teamId, month } = counted;
	const { quality, access } = form;
	const amounts = {
		n: quality === null ? 0 : by,
		quality: by * (quality ?? 0),
		qualitySquares: by * (quality ?? 0) ** 2,
		accessN: access === null ? 0 : by,
		access: by * (access ?? 0),
		criticalFailures: form.failed.length ? by : 0
	};
	for (const channel of [counted.channel, 'all'] as const) {
		const before = peopleOf(tx, { staffId, teamId, month, channel });
		add(tx, staffMonths, { staffId, month, teamId, channel }, amounts);
		const people = peopleOf(tx, { staffId, teamId, month, channel }) - before;
		add(tx, teamMonths, { teamId, month, channel }, { ...amounts, people });
	}
	const scorecardVersionId = form.scorecardVersionId;
	if (quality !== null) add(tx, bandMonths, { teamId, month, scorecardVersionId, band: bandOf(quality, card.bands) }, { n: by });
	const answered = tx.select().from(formAnswers).where(eq(formAnswers.formId, form.id)).all();
	const worths = new Map(answered.map(({ question, worth }) => [question, worth]));
	for (const { id: question, type } of card.sections.flatMap(({ questions }) => questions)) {
		if (type === 'text') continue;
		const worth = worths.get(question) ?? null;
		const change =
			worth === null
				? { asked: 0, leftOut: by, worth: 0, missed: 0 }
				: { asked: by, leftOut: 0, worth: by * millionths(worth), missed: isMissed(worth) ? by : 0 };
		add(tx, questionMonths, { teamId, month, scorecardVersionId, question }, change);
	}
}

/** 1 where the advisor has a counted quality score there, else 0. */
function peopleOf(
	tx: Transaction,
	key: { staffId: string; teamId: string; month: string; channel: typeof staffMonths.$inferSelect.channel }
) {
	const { staffId, teamId, month, channel } = staffMonths;
	const here = and(eq(staffId, key.staffId), eq(month, key.month), eq(teamId, key.teamId), eq(channel, key.channel));
	const found = tx.select({ n: staffMonths.n }).from(staffMonths).where(here).get();
	return found && found.n > 0 ? 1 : 0;
}
