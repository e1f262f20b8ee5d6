import type { AssessmentSeen } from './finding.server.ts';

type Crumb = { href?: string; label: string };

/** The name of an assessment in crumbs and titles: 'Housing repairs, 2026/27'. */
export const assessmentName = ({ service, cycle }: Pick<AssessmentSeen, 'service' | 'cycle'>): string => `${service.name}, ${cycle.name}`;

/** The way to a page of an assessment; somebody who sees only a part of it gets no link to the whole. */
export function crumbsTo(assessment: Pick<AssessmentSeen, 'id' | 'service' | 'cycle'>, below: Crumb[], whole = true): Crumb[] {
	const start: Crumb[] = [
		{ href: '/', label: 'Home' },
		{ href: '/assessments', label: 'Assessments' }
	];
	if (!below.length) return [...start, { label: assessmentName(assessment) }];
	return [...start, ...(whole ? [{ href: `/assessments/${assessment.id}`, label: assessmentName(assessment) }] : []), ...below];
}
