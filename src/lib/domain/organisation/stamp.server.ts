import { stampOf } from '../audit/stamp.server.ts';

/** What the names and places of the council's structure rest on, as the audit trail calls it. */
export const structure = ['council', 'directorate', 'service', 'team', 'import'] as const;

/** Changes with every write to the council's structure: services and teams, their names, and which are open. */
export const structureStamp = stampOf(structure);
