export const severities = ['low', 'medium', 'high', 'critical'] as const;

/** What somebody can write down as the source of a finding; 'added by hand' is any other. DOMAIN section 3. */
export const sourcesByHand = ['complaint', 'member of the public', 'inspection', 'observation', 'added by hand'] as const;

/** Whether somebody wrote the source down, and may say otherwise. */
export const isByHand = (source: string): source is (typeof sourcesByHand)[number] => (sourcesByHand as readonly string[]).includes(source);

/** What can find something: the areas of the workbench whose work does, and what is written down by hand. DOMAIN section 3. */
export const findingSources = ['assessment', 'journey', 'mystery shopping', 'PAF', ...sourcesByHand] as const;

/** 'accepted' and 'rejected' are the board's (or, for a gap, the service manager's) last word; 'deferred' waits for its day. */
export const recommendationStates = ['proposed', 'deferred', 'accepted', 'rejected', 'withdrawn'] as const;
