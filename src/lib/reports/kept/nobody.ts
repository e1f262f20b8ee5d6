import type { Person } from '#lib/domain/access/person.ts';

/** A reader without any right: a report made for them names nobody. Only for a report whose own reader has been looked at. */
export const nobody: Person = { id: '', name: '', email: '', jobTitle: '', grants: [] };
