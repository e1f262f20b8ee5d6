import { eq } from 'drizzle-orm';
import { can, servicesWhere } from '#lib/domain/access/can.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { notFound } from '#lib/server/guard.ts';
import { ofServices } from '../kept/sight.ts';
import type { ReportKind } from '../report-kind.ts';
import { planReport } from './plan-report.server.ts';

/** The plan of a service, or of the council for who sees all of it: a plan of some services is of nobody else's. */
export const planKind: ReportKind = {
	label: 'One-year action plan',
	make: (db, person, id, today) => planReport(db, person, id || null, today),
	keeping: {
		subject: (db, person, id) => {
			const service = id ? (db.select().from(services).where(eq(services.id, id)).get() ?? notFound()) : null;
			if (!can(person, 'see actions', { serviceId: service?.id ?? null })) notFound();
			return {
				id,
				about: service?.name ?? 'The council',
				serviceId: service?.id ?? null,
				teamId: null,
				address: service ? `/actions/plan?service=${service.id}` : '/actions/plan',
				named: true
			};
		},
		inSight: (person) => ofServices(servicesWhere(person, 'see actions'))
	}
};
