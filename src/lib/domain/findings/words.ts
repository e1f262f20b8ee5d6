export const severities = ['low', 'medium', 'high', 'critical'] as const;

/** What can find something. Visits and PAF add theirs when they come. */
export const findingSources = ['assessment', 'journey', 'added by hand'] as const;

/** 'accepted' and 'rejected' are the board's (or, for a gap, the service manager's) last word; 'deferred' waits for its day. */
export const recommendationStates = ['proposed', 'deferred', 'accepted', 'rejected', 'withdrawn'] as const;
