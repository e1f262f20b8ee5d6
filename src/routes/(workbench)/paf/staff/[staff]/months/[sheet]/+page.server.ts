import { staffCrumbs } from '#lib/domain/paf-sheets/crumbs.ts';
import { mayLead, staffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { isMonth, showMonth } from '#lib/domain/paf/month.ts';
import { sheetReport } from '#lib/reports/paf/sheet-report.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const member = staffSeen(db, person, event.params.staff);
	const month = event.params.sheet;
	if (!isMonth(month)) notFound();
	return {
		report: sheetReport(db, member, month),
		address: `/paf/staff/${member.id}/months/${month}`,
		month,
		staff: member.id,
		leads: mayLead(person, member),
		crumbs: staffCrumbs(member, person.id, { label: showMonth(month) })
	};
};
