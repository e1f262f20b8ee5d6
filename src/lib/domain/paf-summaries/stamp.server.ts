import { stampOf } from '../audit/stamp.server.ts';
import { structure } from '../organisation/stamp.server.ts';

/** Changes with every write to what summaries rest on: scores released and appealed, what is forgotten, who was in which team, names. */
export const summariesStamp = stampOf([...structure, 'PAF assessment', 'PAF retention', 'PAF sums', 'staff', 'scorecard version']);
