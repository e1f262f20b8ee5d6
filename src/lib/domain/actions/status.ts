/** DOMAIN section 3. What is stored; 'late' is worked out, so that it is never forgotten or hidden. */
export const storedStatuses = ['not started', 'on track', 'at risk', 'done', 'dropped'] as const;
export type StoredStatus = (typeof storedStatuses)[number];
export type ActionStatus = StoredStatus | 'late';
export const actionStatuses: readonly ActionStatus[] = ['not started', 'on track', 'at risk', 'late', 'done', 'dropped'];

export const priorities = ['low', 'medium', 'high'] as const;
export const outcomes = ['measure moved', 'measure did not move', 'too early to say', 'no measure'] as const;

/** True where nothing more is to be done. */
export const isClosed = (status: StoredStatus): boolean => status === 'done' || status === 'dropped';

/** The status as shown: late from the day after the due date until it is done or dropped, whatever was stored. */
export const statusOn = (action: { status: StoredStatus; dueOn: string }, today: string): ActionStatus =>
	!isClosed(action.status) && action.dueOn < today ? 'late' : action.status;
