import { reviewSteps, type ReviewStep } from './method.ts';

/** The steps as headings. */
export const stepNames: Record<ReviewStep, string> = {
	scope: 'Scope',
	gather: 'Gather',
	'map as-is': 'Map the journey as it is',
	find: 'Find',
	'design to-be': 'Design how it should be',
	recommend: 'Recommend',
	board: 'Take it to the board',
	implement: 'Implement',
	'lessons learned': 'Lessons learned'
};

/** A step as it stands in an address: 'map-as-is'. */
export const slugOf = (step: ReviewStep): string => step.replaceAll(' ', '-');

/** The step of an address; undefined where there is none such. */
export const stepAt = (slug: string): ReviewStep | undefined => reviewSteps.find((step) => slugOf(step) === slug);

/** 1 for the first. */
export const numberOf = (step: ReviewStep): number => reviewSteps.indexOf(step) + 1;
