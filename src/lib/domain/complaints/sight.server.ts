import { eq, inArray, or, type SQL } from 'drizzle-orm';
import { servicesWhere, somewhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { tellUsCases } from './tables.ts';

/** The cases a person sees, as the condition of a list: those of their services and those given to them. DOMAIN section 1. */
export function casesInSight(person: Person): SQL | undefined {
	const services = servicesWhere(person, 'see case');
	if (services === 'all') return undefined;
	const own = eq(tellUsCases.handlerId, person.id);
	return services.length ? or(own, inArray(tellUsCases.serviceId, services)) : own;
}

/** Whether a person may write down what customers say: for any service, whoever they work for. */
export const mayNote = (person: Person): boolean => somewhere(person, 'note feedback');

/** What a person's own files of feedback go into: they hold customers' names, so nobody else looks at them. */
export const ownImports = (person: Person): string => `feedback ${person.id}`;
