import { and, eq } from 'drizzle-orm';
import { answers } from '#lib/domain/assessments/tables.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { anAssessment } from './assessments.ts';
import { staged } from './frameworks.ts';
import type { Served } from './served.ts';

/** An open assessment of its own for a test file, that the waste manager of the example council answers. */
export function wasteAssessment({ db }: Served, criteria: string, name: string) {
	const service = db.select({ id: services.id }).from(services).where(eq(services.name, 'Waste and recycling')).get();
	const framework = staged(criteria, { id: name.replaceAll(' ', '-') });
	const id = anAssessment(db, framework, service?.id ?? '', dayOf(Date.now()), { cycle: name });
	return {
		id,
		/** The address of a criterion's page. */
		criterion: (number: string) => `/assessments/${id}/criteria/${number}`,
		/** The comment that is saved of a criterion. */
		commentOf: (number: string) =>
			db
				.select({ comment: answers.comment })
				.from(answers)
				.where(and(eq(answers.assessmentId, id), eq(answers.criterion, number)))
				.get()?.comment
	};
}
