import { and, asc, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { scoredForms } from '#lib/domain/scorecards/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { Calibration } from './finding.server.ts';
import { calibrationForms, calibrationInteractions } from './tables.ts';

/** A session's interactions in their order, each with how far the person's own form about it is. */
export const ownProgress = (db: Database, person: Person, { id }: Pick<Calibration, 'id'>) =>
	db
		.select({
			position: calibrationInteractions.position,
			reference: calibrationInteractions.reference,
			formId: calibrationForms.formId,
			completedAt: scoredForms.completedAt
		})
		.from(calibrationInteractions)
		.leftJoin(
			calibrationForms,
			and(eq(calibrationForms.interactionId, calibrationInteractions.id), eq(calibrationForms.personId, person.id))
		)
		.leftJoin(scoredForms, eq(scoredForms.id, calibrationForms.formId))
		.where(eq(calibrationInteractions.calibrationId, id))
		.orderBy(asc(calibrationInteractions.position))
		.all()
		.map(({ position, reference, formId, completedAt }) => ({
			position,
			reference,
			state: formId === null ? ('none' as const) : completedAt === null ? ('begun' as const) : ('complete' as const)
		}));
