/** What customers tell the council. Tamworth 4.6.2, the Tell Us scheme. */
export const tellUsKinds = ['complaint', 'compliment', 'comment'] as const;
export type TellUsKind = (typeof tellUsKinds)[number];

/** Northampton 17 and DOMAIN section 7: settled informally, or in the two stages of the Complaint Handling Code. */
export const stages = ['informal', 'stage 1', 'stage 2'] as const;
export type Stage = (typeof stages)[number];

/** 'noted' is what needs no answer: a compliment, a comment, the same complaint twice. */
export const caseStates = ['open', 'answered', 'withdrawn', 'noted'] as const;
export type CaseState = (typeof caseStates)[number];

export const outcomes = ['upheld', 'partly upheld', 'not upheld'] as const;
export type ComplaintOutcome = (typeof outcomes)[number];

/** Why it came to the complaint, the same words for the same thing, so that it can be counted. Northampton 17. */
export const causes = [
	'delay',
	'service not done',
	'poor quality',
	'wrong information',
	'hard to reach us',
	'staff behaviour',
	'decision or policy',
	'contractor or partner',
	'other'
] as const;
export type Cause = (typeof causes)[number];
