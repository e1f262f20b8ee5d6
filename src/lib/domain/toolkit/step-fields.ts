import type { ReviewStep } from '../journeys/method.ts';
import type { Part } from './document.ts';

/** The name of the field of a part of a step: 'map-as-is.do'. */
export const fieldOf = (step: ReviewStep, part: Part): string => `${step.replaceAll(' ', '-')}.${part}`;
