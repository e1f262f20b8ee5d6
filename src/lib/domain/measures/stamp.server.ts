import { stampOf } from '../audit/stamp.server.ts';

/** Things as the audit trail calls them: what names and filters rest on, and what figures of measures rest on beside them. */
const structure = ['council', 'directorate', 'service', 'team', 'import'];
/** Values, definitions with their targets, releases, costs. */
const figures = [...structure, 'values of measures', 'measure', 'measures', 'month of measures', 'channel cost'];

/** Changes with every write to what the figures of measures rest on. */
export const measuresStamp = stampOf(figures);

/** The same of the council's structure alone: services and teams, their names, and which are open. */
export const structureStamp = stampOf(structure);
