/** How often a report is kept by itself. */
export const rhythms = ['monthly', 'quarterly', 'yearly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** Months from one time to the next. */
export const monthsOf: Record<Rhythm, number> = { monthly: 1, quarterly: 3, yearly: 12 };
export const rhythmWords: Record<Rhythm, string> = { monthly: 'Every month', quarterly: 'Every three months', yearly: 'Every year' };
