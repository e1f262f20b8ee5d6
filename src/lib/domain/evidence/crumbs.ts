type Crumb = { href?: string; label: string };
type At = { assessment: { id: string; service: { name: string }; cycle: { name: string } }; criterion: { number: string }; whole: boolean };

/** The way to a page about the evidence of a criterion. A colleague who sees only the criterion has no link to the rest. */
export const evidenceCrumbs = ({ assessment, criterion, whole }: At, label: string): Crumb[] => [
	{ href: '/', label: 'Home' },
	{ href: '/assessments', label: 'Assessments' },
	...(whole ? [{ href: `/assessments/${assessment.id}`, label: `${assessment.service.name} ${assessment.cycle.name}` }] : []),
	{ href: `/assessments/${assessment.id}/criteria/${criterion.number}`, label: criterion.number },
	{ label }
];
