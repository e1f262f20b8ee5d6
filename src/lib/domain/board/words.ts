/** What a board can have on its agenda. DOMAIN section 4. */
export const itemKinds = ['finding', 'recommendation', 'award', 'lesson'] as const;
export type ItemKind = (typeof itemKinds)[number];

export const views = ['support', 'support with changes', 'do not support', 'comment'] as const;
export type View = (typeof views)[number];

export const decisionKinds = ['accept', 'accept with changes', 'defer', 'reject'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const meetingStates = ['planned', 'held', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

export const attendances = ['invited', 'present', 'apologies'] as const;
export type Attendance = (typeof attendances)[number];

/** The roles that make somebody a member of the board. DOMAIN section 1. */
export const boardRoles = ['board member', 'board chair'] as const;
