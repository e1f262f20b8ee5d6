import type { ParamMatcher } from '@sveltejs/kit';
import { unitKindOf } from '#lib/domain/organisation/unit.ts';

/** directorates, services or teams */
export const match: ParamMatcher = (folder) => unitKindOf(folder) !== undefined;
