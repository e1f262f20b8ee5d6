import { can, type Thing } from '../access/can.ts';
import type { Person } from '../access/person.ts';
import type { Level } from './levels.ts';

type Placed = { level: Level; serviceId: string | null; teamId: string | null };

/** What the rules of `can` ask about a strand. */
export const thingOf = ({ level, serviceId, teamId }: Placed): Thing => ({ level, serviceId, teamId });

/** Whether the person may change a strand that stands like this. DOMAIN section 1. */
export const mayKeep = (person: Person, strand: Placed): boolean => can(person, 'keep thread', thingOf(strand));
