import { nobody } from '../kept/nobody.ts';
import type { Person } from '#lib/domain/access/person.ts';

/** Whom the annual report is written for: somebody who reads what is published, and no more. So everybody reads the same. */
export const publicReader: Person = { ...nobody, grants: [{ role: 'viewer', serviceId: null, teamId: null }] };
