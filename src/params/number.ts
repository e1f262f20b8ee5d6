import type { ParamMatcher } from '@sveltejs/kit';

/** A whole number from 1, as in an audit line's address. */
export const match: ParamMatcher = (text) => /^[1-9]\d{0,14}$/.test(text);
