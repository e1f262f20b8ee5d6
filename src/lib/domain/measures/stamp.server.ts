import { stampOf } from '../audit/stamp.server.ts';
import { structure } from '../organisation/stamp.server.ts';

/** Changes with every write to what the figures of measures rest on: values, definitions with their targets, releases, costs, names. */
export const measuresStamp = stampOf([...structure, 'values of measures', 'measure', 'measures', 'month of measures', 'channel cost']);
