import type { DueState } from './due.ts';

const marks = { overdue: 'bad', 'due soon': 'watch', later: 'quiet', taken: 'good' } as const;

/** How a state of training is marked, in words and not by colour alone. */
export const stateMark = (state: DueState) => ({ kind: marks[state], text: state.charAt(0).toUpperCase() + state.slice(1) });

/** How often a course comes again, in words. */
export const howOften = (everyMonths: number | null): string =>
	everyMonths === null ? 'Once' : everyMonths === 1 ? 'Every month' : everyMonths === 12 ? 'Every year' : `Every ${everyMonths} months`;
