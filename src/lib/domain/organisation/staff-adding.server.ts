import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { unitById } from './unit-finding.server.ts';
import { staffByPayrollNumber } from './staff-finding.server.ts';
import { staff } from './tables.ts';

export type StaffDetails = { name: string; payrollNumber: string; jobTitle: string; isAdvisor: boolean };

/** Refuses a payroll number that somebody else has, and says who and where. */
export function samePayrollNumber(tx: Transaction, payrollNumber: string, id = ''): Refused | null {
	const other = staffByPayrollNumber(tx, payrollNumber, id);
	if (!other) return null;
	const where = other.leftOn ? `who left the team ${other.team}` : `in the team ${other.team}`;
	return refused('payroll-number-taken', `${other.name}, ${where}, has this payroll number`, 'payrollNumber');
}

/** Adds a member of staff to an open team. */
export function addStaff(db: Database, person: Person, teamId: string, input: StaffDetails): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const team = unitById(tx, 'team', teamId);
		if (!team || team.closedOn) return refused('no-team', 'This team is closed. Reopen it, or choose another');
		const problem = samePayrollNumber(tx, input.payrollNumber);
		if (problem) return problem;
		const { id } = tx
			.insert(staff)
			.values({ ...input, teamId })
			.returning({ id: staff.id })
			.get();
		record(tx, person, 'added member of staff', { kind: 'staff', id }, { ...changesOf({}, input), team: { from: null, to: team.name } });
		return done({ id });
	});
}
