import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { showMonth } from '#lib/domain/paf/month.ts';
import { monthlySheets, sheetStatistics } from './tables.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { Statistic } from './sheet-reading.server.ts';
import { mayLead, type StaffSeen } from './staff-seen.server.ts';

export type SheetInput = {
	escalations: number | null;
	errors: number | null;
	compliments: number | null;
	complaints: number | null;
	note: string;
	statistics: Statistic[];
	/** 0 where there is no sheet yet. */
	version: number;
};

const labels = {
	escalations: 'Escalations',
	errors: 'Errors',
	compliments: 'Compliments',
	complaints: 'Complaints',
	note: 'Note',
	statistics: 'Statistics'
};

const inWords = (statistics: readonly Statistic[]) =>
	statistics
		.map(({ name, numerator, denominator, unit }) => `${name}: ${numerator}${denominator ? ` of ${denominator}` : ''} ${unit}`.trim())
		.join('; ');

/**
 * What the leader writes beside the quality score of a month. The trail keeps which fields changed, not what they say: whoever
 * reads the trail sees no results of staff (DOMAIN section 1), and it must not outlast the person's retention (5.2).
 */
export function saveSheet(
	db: Database,
	person: Person,
	member: StaffSeen,
	month: string,
	input: SheetInput,
	today: string
): Outcome<{ id: string }> {
	if (!mayLead(person, member)) return refused('not-leader', 'Only the leader of the team writes on this sheet');
	if (month > today.slice(0, 7)) return refused('future', `${showMonth(month)} has not begun`, 'month');
	const twice = input.statistics.find(
		({ name }, at) => input.statistics.findIndex((one) => one.name.toLowerCase() === name.toLowerCase()) !== at
	);
	if (twice) return refused('twice', `${twice.name} is there twice. Give each statistic a name of its own`, 'name1');
	const { version, statistics, ...typed } = input;
	return write(db, (tx) => {
		const stands = tx
			.select()
			.from(monthlySheets)
			.where(and(eq(monthlySheets.staffId, member.id), eq(monthlySheets.month, month)))
			.get();
		const before = stands
			? tx.select().from(sheetStatistics).where(eq(sheetStatistics.sheetId, stands.id)).orderBy(sheetStatistics.position).all()
			: [];
		if ((stands?.version ?? 0) !== version) {
			const there = {
				...(stands ?? { ...typed, escalations: null, errors: null, compliments: null, complaints: null, note: '' }),
				statistics: inWords(before)
			};
			const { escalations, errors, compliments, complaints, note } = there;
			const held = { escalations, errors, compliments, complaints, note, statistics: there.statistics, version: stands?.version ?? 0 };
			return staleSave(tx, { kind: 'monthly sheet', id: stands?.id ?? '' }, held, { ...typed, statistics: inWords(statistics) }, labels);
		}
		const saved = { savedAt: now(), savedBy: person.id };
		const changed = (Object.keys(labels) as (keyof typeof labels)[]).filter((field) =>
			field === 'statistics'
				? inWords(before) !== inWords(statistics)
				: (stands?.[field] ?? (field === 'note' ? '' : null)) !== typed[field]
		);
		if (stands && !changed.length) return done({ id: stands.id });
		const id = stands
			? (tx
					.update(monthlySheets)
					.set({ ...typed, ...saved, version: version + 1 })
					.where(eq(monthlySheets.id, stands.id))
					.run(),
				stands.id)
			: tx
					.insert(monthlySheets)
					.values({ ...typed, ...saved, staffId: member.id, month, teamId: member.teamId })
					.returning({ id: monthlySheets.id })
					.get().id;
		tx.delete(sheetStatistics).where(eq(sheetStatistics.sheetId, id)).run();
		if (statistics.length)
			tx.insert(sheetStatistics)
				.values(statistics.map((one, position) => ({ ...one, sheetId: id, position })))
				.run();
		const said = { fields: { from: null, to: changed.map((field) => labels[field].toLowerCase()).join(', ') } };
		record(tx, person, `wrote on the monthly sheet of ${showMonth(month)}`, { kind: 'monthly sheet', id }, said);
		return done({ id });
	});
}
