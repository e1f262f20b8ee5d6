import { and, eq, inArray, isNotNull, isNull, lt, notLike, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { record } from '#lib/domain/audit/recording.server.ts';
import { addDays, dayOf, startOfDay } from '#lib/domain/calendar/dates.ts';
import { services, staff, staffMoves } from '#lib/domain/organisation/tables.ts';
import { monthOf, monthsLater, showMonth } from '#lib/domain/paf/month.ts';
import { forgetFile } from '#lib/domain/evidence/forgetting-file.server.ts';
import { pafSettingsOf } from '#lib/domain/paf/settings.server.ts';
import { appeals, interactions, pafAssessments, pafEvidence, pafFiles, pafMonths, samples } from '#lib/domain/paf/tables.ts';
import { monthlySheets } from './tables.ts';
import { staffMonths } from '#lib/domain/paf-summaries/tables.ts';
import { formAnswers } from '#lib/domain/scorecards/tables.ts';
import { keptPerDatabase, write, type Database, type Transaction } from '#lib/server/database.ts';
import { forgetOldTalks } from './forgetting-talks.server.ts';

/** How the staff rows begin that stand for nobody any more: one for each person and month. */
export const anonymousPrefix = 'anonymous-';
const nobody = 'Made anonymous';
const removed = 'Removed when the person was made anonymous';
const mostAtOnce = 100;

/** The first month that is still kept with names: those before it are made anonymous. DOMAIN section 5.2. */
export const firstKeptMonth = (today: string, retentionMonths: number): string => monthsLater(monthOf(today), -retentionMonths);

type Old = { staffId: string; month: string };

/** People and months that are older than is kept, at most a hundred: from what they handled and from sheets. */
function oldOnes(db: Database, before: string): Old[] {
	const found = new Map<string, Old>();
	const named = notLike(staff.payrollNumber, `${anonymousPrefix}%`);
	const add = (rows: readonly Old[]) => rows.forEach((row) => found.set(`${row.staffId} ${row.month}`, row));
	for (const { id } of db.select({ id: services.id }).from(services).all()) {
		if (found.size >= mostAtOnce) break;
		add(
			db
				.selectDistinct({ staffId: interactions.staffId, month: interactions.month })
				.from(interactions)
				.innerJoin(staff, eq(staff.id, interactions.staffId))
				.where(and(eq(interactions.serviceId, id), lt(interactions.month, before), named))
				.limit(mostAtOnce)
				.all()
		);
	}
	add(
		db
			.select({ staffId: monthlySheets.staffId, month: monthlySheets.month })
			.from(monthlySheets)
			.innerJoin(staff, eq(staff.id, monthlySheets.staffId))
			.where(and(lt(monthlySheets.month, before), named))
			.limit(mostAtOnce)
			.all()
	);
	return [...found.values()].slice(0, mostAtOnce);
}

/**
 * Puts a row that stands for nobody in the place of one person in one month, and takes away every word and reference that tells
 * of them. Scores, sums and counts stay as they are. Two months of one person cannot be joined again.
 */
function anonymise(tx: Transaction, { staffId, month }: Old): void {
	const ofTheirs = <T extends typeof pafAssessments | typeof interactions | typeof staffMonths | typeof monthlySheets>(table: T) =>
		and(eq(table.staffId, staffId), eq(table.month, month));
	const scored = tx
		.select({
			id: pafAssessments.id,
			interactionId: pafAssessments.interactionId,
			teamId: pafAssessments.teamId,
			formId: pafAssessments.formId,
			changedFormId: pafAssessments.changedFormId
		})
		.from(pafAssessments)
		.where(ofTheirs(pafAssessments))
		.all();
	const sheet = tx.select({ teamId: monthlySheets.teamId }).from(monthlySheets).where(ofTheirs(monthlySheets)).get();
	const teamId =
		scored[0]?.teamId ?? sheet?.teamId ?? tx.select({ teamId: staff.teamId }).from(staff).where(eq(staff.id, staffId)).get()?.teamId;
	if (!teamId) return;
	const lastDay = addDays(`${monthsLater(month, 1)}-01`, -1);
	const stranger = { name: nobody, payrollNumber: `${anonymousPrefix}${randomUUID()}`, teamId, leftOn: lastDay };
	const { id } = tx.insert(staff).values(stranger).returning({ id: staff.id }).get();

	const ids = scored.map((one) => one.id);
	const again = ids.length ? tx.select({ formId: appeals.formId }).from(appeals).where(inArray(appeals.assessmentId, ids)).all() : [];
	const forms = [...scored.flatMap(({ formId, changedFormId }) => [formId, changedFormId]), ...again.map(({ formId }) => formId)].filter(
		(form) => form !== null
	);
	if (forms.length) {
		tx.update(formAnswers).set({ note: '' }).where(inArray(formAnswers.formId, forms)).run();
		// what is not scored is words
		const words = and(inArray(formAnswers.formId, forms), isNull(formAnswers.worth), isNotNull(formAnswers.value));
		tx.update(formAnswers).set({ value: null }).where(words).run();
	}
	const why = sql`case when ${pafAssessments.why} is null then null else ${removed} end`;
	tx.update(pafAssessments).set({ staffId: id, sharedNote: '', privateNote: '', why }).where(ofTheirs(pafAssessments)).run();
	if (ids.length) {
		const reasons = sql`case when ${appeals.reasons} is null then null else ${removed} end`;
		tx.update(appeals).set({ why: removed, appealedBy: '', reasons }).where(inArray(appeals.assessmentId, ids)).run();
		tx.delete(pafEvidence).where(inArray(pafEvidence.assessmentId, ids)).run();
		const files = tx.delete(pafFiles).where(inArray(pafFiles.assessmentId, ids)).returning({ sha256: pafFiles.sha256 }).all();
		for (const { sha256 } of files) forgetFile(tx, sha256);
	}
	const kept = scored.map(({ interactionId }) => interactionId);
	if (kept.length)
		tx.update(interactions)
			.set({
				staffId: id,
				reference: sql`${anonymousPrefix} || ${interactions.id}`,
				at: startOfDay(`${month}-01`),
				importId: null,
				loggedBy: null
			})
			.where(inArray(interactions.id, kept))
			.run();
	tx.delete(interactions).where(ofTheirs(interactions)).run();
	const months = tx.select({ id: pafMonths.id }).from(pafMonths).where(eq(pafMonths.month, month));
	// its seed holds the payroll number
	tx.update(samples)
		.set({ staffId: id, seed: removed })
		.where(and(eq(samples.staffId, staffId), inArray(samples.monthId, months)))
		.run();
	tx.update(staffMonths).set({ staffId: id }).where(ofTheirs(staffMonths)).run();
	tx.update(monthlySheets).set({ staffId: id, note: '' }).where(ofTheirs(monthlySheets)).run();
}

/** Whoever left before the time that is kept, once nothing of them stands under their name: their row too stands for nobody then. */
function anonymiseLeavers(tx: Transaction, before: string): number {
	const gone = tx
		.select({ id: staff.id })
		.from(staff)
		.where(
			and(
				lt(staff.leftOn, `${before}-01`),
				notLike(staff.payrollNumber, `${anonymousPrefix}%`),
				sql`not exists (select 1 from paf_interaction i where i.staff_id = ${staff.id})`,
				sql`not exists (select 1 from paf_sheet s where s.staff_id = ${staff.id})`
			)
		)
		.limit(mostAtOnce)
		.all();
	for (const { id } of gone) {
		tx.delete(staffMoves).where(eq(staffMoves.staffId, id)).run();
		const payrollNumber = `${anonymousPrefix}${randomUUID()}`;
		tx.update(staff)
			.set({ name: nobody, payrollNumber, jobTitle: '', personId: null, isAdvisor: false, version: sql`${staff.version} + 1` })
			.where(eq(staff.id, id))
			.run();
	}
	return gone.length;
}

/** What was looked through to the end, and when: no need to look again on the same day. */
const looked = keptPerDatabase(() => ({ through: '' }));

/**
 * Housekeeping: after the time the council keeps them (24 months unless it says otherwise), scores stay and the person is made
 * anonymous; one-to-ones, closed objectives and training that was taken again go. A hundred people and months at a time, each a
 * transaction of its own. DOMAIN section 5.2.
 */
export function anonymiseOld(db: Database, now: number): number {
	const today = dayOf(now);
	const before = firstKeptMonth(today, pafSettingsOf(db).retentionMonths);
	const memory = looked(db);
	if (memory.through === `${today} ${before}`) return 0;
	const old = oldOnes(db, before);
	for (const one of old)
		write(db, (tx) => {
			anonymise(tx, one);
			record(tx, null, `made somebody’s performance in ${showMonth(one.month)} anonymous`, { kind: 'PAF retention', id: one.month });
		});
	if (old.length < mostAtOnce) {
		write(db, (tx) => {
			const talks = forgetOldTalks(tx, before);
			const people = anonymiseLeavers(tx, before);
			const change = { records: { from: talks, to: 0 }, people: { from: people, to: 0 } };
			if (talks + people) record(tx, null, 'forgot what is older than performance is kept', { kind: 'PAF retention', id: before }, change);
		});
		memory.through = `${today} ${before}`;
	}
	return old.length;
}
