import type Sqlite from 'better-sqlite3';
import { keepTriggers } from './triggers.ts';

/** A table whose rows are final: all of them, or each once it is so; and what of them may still change. */
type Final = {
	table: string;
	once?: string;
	mayChange?: readonly string[];
	/** What tells of a person, and may be changed where the row stands for nobody afterwards. DOMAIN section 5.2. */
	forgets?: { columns: readonly string[]; where: string };
};

/** That a member of staff is one of the rows that stand for nobody. */
const isNobody = (id: string) => `(select payroll_number from staff_member where id = ${id}) like 'anonymous-%'`;

/**
 * What is never edited and never deleted, only superseded, whoever asks and by whatever code. DOMAIN section 8: nothing
 * agreed, decided or released is ever edited.
 */
export const finalRecords: readonly Final[] = [
	{ table: 'audit_line' },
	{ table: 'decision' },
	{ table: 'toolkit' },
	{ table: 'kept_report' },
	{ table: 'snapshot', mayChange: ['reopened_at', 'reopened_by', 'reopen_reason'] },
	{ table: 'paf_sample', forgets: { columns: ['staff_id', 'seed'], where: isNobody('new.staff_id') } },
	{
		table: 'paf_assessment',
		once: 'old.released_at is not null',
		mayChange: ['state', 'changed_form_id', 'acknowledged_at', 'version'],
		forgets: { columns: ['staff_id', 'shared_note', 'private_note', 'why'], where: isNobody('new.staff_id') }
	},
	{
		table: 'paf_appeal',
		once: 'old.outcome is not null',
		forgets: {
			columns: ['why', 'reasons', 'appealed_by'],
			where: isNobody('(select staff_id from paf_assessment where id = new.assessment_id)')
		}
	},
	// a stage of a complaint is superseded once it is answered; what tells of the customer goes with the time it is kept
	{
		table: 'complaint_stage',
		once: 'old.answered_on is not null',
		forgets: {
			columns: ['why', 'extended_reason', 'answer', 'remedy'],
			where: '(select forgotten_on from tell_us_case where id = new.case_id) is not null'
		}
	},
	{ table: 'framework_version', once: `old.state <> 'draft'`, mayChange: ['state', 'version'] },
	{ table: 'scorecard_version', once: `old.state <> 'draft'`, mayChange: ['state', 'version'] },
	{ table: 'measure_entry' },
	{ table: 'measure_value', mayChange: ['superseded_in'] },
	{ table: 'measure_release' },
	// who filled it in, and what they noted, goes when the person is made anonymous; the scores stay
	{ table: 'scored_form', once: 'old.completed_at is not null', mayChange: ['started_by'] },
	{
		table: 'form_answer',
		once: '(select completed_at from scored_form where id = old.form_id) is not null',
		mayChange: ['note', 'value', 'saved_by']
	}
];

/** The triggers of the list, by name, in SQL. A column that is new is protected until the list says otherwise. */
function triggersOf(sqlite: Sqlite.Database): Map<string, string> {
	return new Map(
		finalRecords.flatMap(({ table, once, mayChange = [], forgets }) => {
			const columns = (sqlite.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
			// a file that only the migrations of an earlier release have been over
			if (!columns.length) return [];
			const fixed = columns.filter((name) => !mayChange.includes(name) && !forgets?.columns.includes(name)).join(', ');
			const refuse = (...when: string[]) =>
				`on ${table}${when.length ? ` when ${when.join(' and ')}` : ''} begin select raise(abort, '${table} is a final record'); end`;
			const always = once ? [once] : [];
			return [
				[`final_${table}_changed`, `before update of ${fixed} ${refuse(...always)}`] as const,
				...(forgets
					? [
							[
								`final_${table}_told`,
								`before update of ${forgets.columns.join(', ')} ${refuse(...always, `not ${forgets.where}`)}`
							] as const
						]
					: []),
				[`final_${table}_deleted`, `before delete ${refuse(...always)}`] as const
			];
		})
	);
}

/** Brings the triggers that protect final records up to date, as `keepTriggers` says. */
export const protectFinalRecords = (sqlite: Sqlite.Database): void => keepTriggers(sqlite, 'final_', triggersOf(sqlite));
