import type { ListedFinding, ListedRecommendation } from '#lib/domain/findings/reading.server.ts';
import type { FigureRow } from '#lib/domain/maps/comparing-figures.ts';
import type { Section } from '../description.ts';
import type { actionsOf, decisionsOf, teamOf } from './gathered.server.ts';

const many = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;

/** '5 findings, 3 of 4 recommendations accepted'. */
export function headline(findings: readonly ListedFinding[], recommendations: readonly ListedRecommendation[]): string {
	if (!findings.length) return 'being looked at';
	const accepted = recommendations.filter(({ state }) => state === 'accepted').length;
	if (!recommendations.length) return many(findings.length, 'finding');
	return `${many(findings.length, 'finding')}, ${accepted} of ${many(recommendations.length, 'recommendation')} accepted`;
}

/** What a reader in a hurry needs: the measured change, the worst finding, and what was decided and done. */
export function summarySection(all: {
	figures: readonly FigureRow[];
	findings: readonly ListedFinding[];
	recommendations: readonly ListedRecommendation[];
	decisions: ReturnType<typeof decisionsOf>;
	actions: ReturnType<typeof actionsOf>;
	team: ReturnType<typeof teamOf>;
}): Section {
	const { figures, findings, recommendations, decisions, actions, team } = all;
	const worst = findings[0];
	const change = figures.flatMap(({ key, label, asIs, toBe, difference }) =>
		asIs && key !== 'unmeasured'
			? [[label, toBe ? `${asIs.text}; to be ${toBe.text} (${difference ?? 'not comparable'})` : asIs.text] as const]
			: []
	);
	const done = actions.filter(({ status }) => status === 'done').length;
	const moved = actions.filter(({ outcome }) => outcome === 'measure moved').length;
	return {
		id: 'summary',
		title: 'In short',
		blocks: [
			{
				kind: 'facts',
				facts: [
					...change,
					[
						'Found',
						findings.length ? `${many(findings.length, 'finding')}${worst ? `; the most severe: ${worst.what}` : ''}` : 'Nothing yet'
					],
					['Recommended', many(recommendations.length, 'recommendation')],
					['Decided', many(decisions.length, 'decision')],
					['Done', actions.length ? `${done} of ${many(actions.length, 'action')}; the measure moved for ${moved}` : 'Nothing yet'],
					...(team.length ? ([['Reviewed by', team.map(({ name, part }) => (part ? `${name} (${part})` : name)).join(', ')]] as const) : [])
				]
			}
		]
	};
}
