/** The levels at which results can be reported, the highest first. A programme promises its staff the lowest. DOMAIN section 5.1. */
export const levels = ['council', 'service', 'team', 'individual'] as const;
export type Level = (typeof levels)[number];

/** When in the day a visit is made. */
export const timesOfDay = ['morning', 'midday', 'afternoon'] as const;
export type TimeOfDay = (typeof timesOfDay)[number];

/** The way of a visit; 'left out' says why. Only a checked visit counts. */
export const visitStates = ['planned', 'started', 'submitted', 'sent back', 'checked', 'left out'] as const;
export type VisitState = (typeof visitStates)[number];

/** The states in which a visit is still with its shopper. */
export const withShopper: readonly VisitState[] = ['planned', 'started', 'sent back'];

export const waveStates = ['open', 'closed'] as const;
export type WaveState = (typeof waveStates)[number];
