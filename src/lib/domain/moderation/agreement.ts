import type { Framework } from '#lib/domain/frameworks/document.ts';
import { saidIn, type Answer } from '#lib/domain/results/answer.ts';
import { rankOf } from '#lib/domain/results/scale.ts';

/**
 * How far service and moderator agree. `compared` counts the criteria both rated on the scale,
 * `same` those rated alike, `higher` and `lower` those the moderator put higher or lower. `share`
 * is same ÷ compared, `kappa` the quadratic-weighted kappa; null where undefined, and `label` says why.
 */
export type Agreement = {
	compared: number;
	same: number;
	higher: number;
	lower: number;
	share: number | null;
	kappa: number | null;
	label: string | null;
};

type Pair = { theme: string; service: number; moderator: number };

/**
 * Agreement between the service's own ratings and the moderator's, overall and by theme in the
 * framework's order. "Not applicable", inherited and unanswered criteria are no ratings of the
 * service's and are left out, as is whatever the moderator has not rated.
 */
export function agreementOf(framework: Framework, answers: Answer[]): { overall: Agreement; themes: (Agreement & { id: string })[] } {
	const themes = new Map(framework.criteria.map(({ number, theme }) => [number, theme]));
	const pairs = answers.flatMap((answer): Pair[] => {
		const theme = themes.get(answer.criterion);
		const service = answer.rating === 'inherited' ? -1 : rankOf(framework, saidIn(framework, answer));
		const moderator = rankOf(framework, answer.moderation?.rating ?? null);
		return theme === undefined || service < 0 || moderator < 0 ? [] : [{ theme, service, moderator }];
	});
	return {
		overall: agreementAmong(pairs),
		themes: framework.themes.map(({ id }) => ({ id, ...agreementAmong(pairs.filter(({ theme }) => theme === id)) }))
	};
}

function agreementAmong(pairs: Pair[]): Agreement {
	const compared = pairs.length;
	const same = pairs.filter(({ service, moderator }) => service === moderator).length;
	const higher = pairs.filter(({ service, moderator }) => moderator > service).length;
	const kappa = quadraticKappa(pairs.map(({ service, moderator }) => [service, moderator]));
	const label = compared === 0 ? 'Nothing to compare yet' : kappa === null ? 'Kappa says nothing: only one rating was used' : null;
	return { compared, same, higher, lower: compared - same - higher, share: compared === 0 ? null : same / compared, kappa, label };
}

/**
 * Weighted kappa with quadratic weights (J. Cohen, "Weighted kappa", Psychological Bulletin 70,
 * 1968): 1 − observed ÷ expected squared distance, over places in the scale. 1 is full agreement,
 * 0 what chance would give, below 0 less than chance.
 *
 * Null with no pairs, and where both used one and the same category only: chance alone would then
 * agree fully and the ratio is 0 ÷ 0.
 */
export function quadraticKappa(pairs: [number, number][]): number | null {
	const observed = pairs.reduce((total, [a, b]) => total + (a - b) ** 2, 0);
	const expected = pairs.reduce((total, [a]) => total + pairs.reduce((row, [, b]) => row + (a - b) ** 2, 0), 0);
	return expected === 0 ? null : 1 - (observed * pairs.length) / expected;
}
