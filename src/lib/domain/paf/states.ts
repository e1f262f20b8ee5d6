import { channels, type Channel } from '../journeys/channels.ts';

/** A month takes interactions, samples and scores while it is open. */
export const monthStates = ['open', 'closed'] as const;

/**
 * The way of an assessment: to score → drafted → released → acknowledged, or appealed → upheld (the advisor is right: it
 * no longer counts), changed (scored again: the new scores count) or rejected (it stands). DOMAIN section 5.2.
 */
export const assessmentStates = ['to score', 'drafted', 'released', 'acknowledged', 'appealed', 'upheld', 'changed', 'rejected'] as const;
export type AssessmentState = (typeof assessmentStates)[number];

export const appealOutcomes = ['upheld', 'changed', 'rejected'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

/** Drawn at random, or picked by somebody who says why. */
export const selections = ['sampled', 'chosen'] as const;
export type Selection = (typeof selections)[number];

/** Where an interaction comes from. */
export const interactionSources = ['file', 'by hand'] as const;

/** A sum is kept for each channel, and for all of them together. */
export const sumChannels = [...channels, 'all'] as const;
export type SumChannel = Channel | 'all';
