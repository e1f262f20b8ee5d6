/** Where an assessment stands on its way. DOMAIN 2.3. */
export const statuses = ['draft', 'submitted', 'in moderation', 'changes requested', 'moderated', 'agreed'] as const;
export type Status = (typeof statuses)[number];

/** Answers can be changed only before submitting, or after the moderator asked for changes. */
export const isOpen = (status: Status): boolean => status === 'draft' || status === 'changes requested';

/** Whether anything can still be answered: the assessment is open, and so is its cycle. A closed cycle stands as it is. */
export const isAnswerable = ({ status, cycle }: { status: Status; cycle: { closedAt: number | null } }): boolean =>
	isOpen(status) && cycle.closedAt === null;
