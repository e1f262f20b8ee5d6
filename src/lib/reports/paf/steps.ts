import type { Block } from '../description.ts';

/** How a figure is worked out, numbered, with the rule under it. */
export const steps = (heading: string, texts: readonly string[], rule: string): Block => ({
	kind: 'steps',
	heading,
	steps: texts.map((text) => ({ heading: '', text })),
	rule
});
