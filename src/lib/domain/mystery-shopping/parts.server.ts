import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { checksVisits, isShopper, seesResults } from './finding.server.ts';
import { visitsToCheck } from './listing.server.ts';
import type { ShoppingPart } from './parts.ts';

/** The parts of mystery shopping that a person has, in the order of the navigation. DOMAIN section 1. */
export function partsFor(db: Database, person: Person): ShoppingPart[] {
	const parts: [boolean, () => ShoppingPart][] = [
		[seesResults(person), () => ({ href: '/mystery-shopping', label: 'Programmes' })],
		[can(person, 'run shopping'), () => ({ href: '/mystery-shopping/scenarios', label: 'Scenarios' })],
		[checksVisits(person), () => ({ href: '/mystery-shopping/checks', label: 'To check', count: visitsToCheck(db, person).length })],
		[isShopper(person), () => ({ href: '/mystery-shopping/visits', label: 'Your visits' })],
		[isShopper(person), () => ({ href: '/mystery-shopping/ties', label: 'Your ties' })]
	];
	return parts.filter(([shown]) => shown).map(([, part]) => part());
}
