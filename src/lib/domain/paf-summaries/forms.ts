import * as v from 'valibot';

/** Which of the commonest misses are proposed as findings. */
export const proposalForm = v.object({ 'miss[]': v.optional(v.array(v.string()), []) });
