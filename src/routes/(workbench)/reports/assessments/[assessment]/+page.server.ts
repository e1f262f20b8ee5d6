import { reportableAssessmentSeen } from '#lib/reports/finding.server.ts';
import { serviceReport } from '#lib/reports/service/service-report.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const assessment = reportableAssessmentSeen(db, person, event.params.assessment);
	return {
		report: serviceReport(db, person, assessment, today),
		address: `/reports/assessments/${assessment.id}`,
		keep: keepable(db, person, 'service', assessment.id),
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/reports', label: 'Reports' },
			{ label: `${assessment.service.name} ${assessment.cycle.name}` }
		]
	};
};
