import { somewhere } from '../access/can.ts';
import type { Person } from '../access/person.ts';

/** Measures belong to no service: whoever sees values anywhere may know which there are. */
export const seesMeasures = (person: Person): boolean => somewhere(person, 'see measures');

/** Whether the person may keep any strand at all. */
export const keepsSome = (person: Person): boolean => somewhere(person, 'keep thread');

/** Whether there can be anything that the person may tie: what they manage, or to a strand they keep. */
export const tiesSome = (person: Person): boolean => somewhere(person, 'keep thread', 'manage actions', 'record finding', 'run one-to-one');
