/** Where a session stands: scored blindly, shown and talked over, finished. */
export const calibrationStates = ['scoring', 'revealed', 'closed'] as const;
export type CalibrationState = (typeof calibrationStates)[number];

/** A state as a mark and a word. */
export const stateMarks = {
	scoring: { kind: 'here', text: 'Being scored' },
	revealed: { kind: 'watch', text: 'To talk over' },
	closed: { kind: 'good', text: 'Closed' }
} as const satisfies Record<CalibrationState, { kind: string; text: string }>;

/** One of the contacts that are scored: 'Interaction 2'. */
export const interactionName = (position: number): string => `Interaction ${position}`;
