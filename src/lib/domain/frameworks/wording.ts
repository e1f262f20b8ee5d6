import type { Framework, Kind, Outcome } from './document.ts';

export const kindNames: Record<Kind, string> = { staged: 'Levels', rubric: 'Profile of aspects', compliance: 'Compliance' };

const achieved = { N: 'not', P: 'at least partially', L: 'at least largely', F: 'fully' } as const;

/** How a level is reached, in a sentence; null for a framework without thresholds. DOMAIN section 2.2. */
export function thresholdsInWords({ thresholds }: Framework): string | null {
	if (!thresholds?.atLevel || !thresholds.below) return null;
	return `A level is reached when each of its criteria is ${achieved[thresholds.atLevel]} achieved and every criterion of the levels below is ${achieved[thresholds.below]} achieved.`;
}

/** What an outcome asks, a condition a sentence; an outcome without any holds when none before it does. */
export function conditionsInWords(outcome: Outcome, { scale = [] }: Framework): string[] {
	const name = (id: string) => scale.find((rating) => rating.id === id)?.name ?? id;
	const most = Object.entries(outcome.atMost ?? {}).map(([id, count]) =>
		count === 0 ? `None is rated “${name(id)}”` : `At most ${count} ${count === 1 ? 'is' : 'are'} rated “${name(id)}”`
	);
	const { atLeast } = outcome;
	const share = atLeast?.ratings
		? [
				`At least ${Number(((atLeast.share ?? 0) * 100).toPrecision(12))}% are rated ${atLeast.ratings.map((id) => `“${name(id)}”`).join(' or ')}`
			]
		: [];
	const all = [...most, ...share];
	return all.length ? all : ['None of the outcomes above holds'];
}

/** The criteria in groups as people look for them: by level where there are levels to belong to, else by theme. */
export function criteriaByGroup(framework: Framework) {
	const byTheme = framework.themes.map((theme) => ({
		id: theme.id,
		title: theme.name,
		about: theme.about,
		criteria: framework.criteria.filter((criterion) => criterion.theme === theme.id)
	}));
	if (framework.kind !== 'staged') return byTheme;
	return (framework.levels ?? []).map((level) => ({
		id: `level-${level.number}`,
		title: `Level ${level.number} ${level.name}${level.award ? `, ${level.award}` : ''}`,
		about: level.about,
		criteria: framework.criteria.filter((criterion) => criterion.level === level.number)
	}));
}
