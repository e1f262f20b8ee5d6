import * as v from 'valibot';

export const loadForm = v.object({ 'files[]': v.optional(v.pipe(v.array(v.string()), v.maxLength(100)), []) });

export const moveForm = v.object({ 'assessments[]': v.optional(v.pipe(v.array(v.string()), v.maxLength(200)), []) });
