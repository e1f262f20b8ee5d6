import { can, servicesWhere, teamsWhere } from '#lib/domain/access/can.ts';
import { sql } from 'drizzle-orm';
import { seesCouncilSummary, serviceSummarised, teamSummarised } from '#lib/domain/paf-summaries/summary-seen.server.ts';
import { staffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { notFound } from '#lib/server/guard.ts';
import { everything, nothing, ofServices, ofTeams } from '../kept/sight.ts';
import type { ReportKind } from '../report-kind.ts';
import { sheetReport } from './sheet-report.server.ts';
import { councilSummary, serviceSummary, teamSummary } from './summaries.server.ts';

/** `id` is the member of staff's and the month: 'id 2026-10'. Personal, and so never kept but as the sheet itself. */
export const sheetKind: ReportKind = {
	label: 'Monthly sheet',
	make: (db, person, id) => {
		const [staffId = '', month = ''] = id.split(' ');
		return sheetReport(db, staffSeen(db, person, staffId), month);
	}
};

export const teamSummaryKind: ReportKind = {
	label: 'Performance of a team',
	make: teamSummary,
	keeping: {
		subject: (db, person, id) => {
			const { name, service, serviceId } = teamSummarised(db, person, id);
			return { id, about: `${name}, ${service}`, serviceId, teamId: id, address: `/paf/teams/${id}`, named: true };
		},
		inSight: (person) => sql`(${ofServices(servicesWhere(person, 'see PAF summary'))} or ${ofTeams(teamsWhere(person, 'see PAF summary'))})`
	}
};

export const serviceSummaryKind: ReportKind = {
	label: 'Performance of a service',
	make: serviceSummary,
	keeping: {
		subject: (db, person, id) => {
			const { name } = serviceSummarised(db, person, id);
			return { id, about: name, serviceId: id, teamId: null, address: `/paf/services/${id}`, named: true };
		},
		inSight: (person) => ofServices(servicesWhere(person, 'see PAF summary'))
	}
};

export const councilSummaryKind: ReportKind = {
	label: 'Performance of the council',
	make: (db, person, _, today) => councilSummary(db, person, today),
	keeping: {
		subject: (_, person) => {
			if (!seesCouncilSummary(person)) notFound();
			return { id: '', about: 'The council', serviceId: null, teamId: null, address: '/paf/summary', named: true };
		},
		inSight: (person) => (can(person, 'see PAF summary') ? everything : nothing)
	}
};
