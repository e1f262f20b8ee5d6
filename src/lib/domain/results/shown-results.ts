import type { Framework } from '#lib/domain/frameworks/document.ts';
import { bases } from './basis.ts';
import type { Result } from './result.ts';
import { shownResult } from './shown-result.ts';

/** The three results as people read them, claimed first (DOMAIN section 2.2: always side by side). */
export const shownResults = (framework: Framework, result: Pick<Result, 'claimed' | 'evidenced' | 'agreed'>) =>
	bases.map((basis) => shownResult(framework, result[basis]));
