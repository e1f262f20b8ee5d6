import { journeyCrumbs } from '../journeys/crumbs.ts';
import { shortly } from './wording.ts';

type Crumb = { href?: string; label: string };
type Named = { id: string; what: string; journey: { id: string; name: string } | null };

/** The way to a finding, through its journey where it has one, or to a page below it. The last one has no address. */
export function findingCrumbs({ id, what, journey }: Named, ...below: Crumb[]): Crumb[] {
	const label = shortly(what, 60);
	const own: Crumb[] = below.length ? [{ href: `/findings/${id}`, label }, ...below] : [{ label }];
	if (journey) return journeyCrumbs(journey, { href: `/journeys/${journey.id}/findings`, label: 'Findings' }, ...own);
	return [{ href: '/', label: 'Home' }, { href: '/findings', label: 'Findings' }, ...own];
}

/** The way to a recommendation, through its finding, or to a page below it. */
export const recommendationCrumbs = (recommendation: { number: number; finding: Named }, ...below: Crumb[]): Crumb[] =>
	findingCrumbs(
		recommendation.finding,
		...(below.length
			? [{ href: `/recommendations/${recommendation.number}`, label: `Recommendation ${recommendation.number}` }, ...below]
			: [{ label: `Recommendation ${recommendation.number}` }])
	);
