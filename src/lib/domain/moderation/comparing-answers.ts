import type { Framework } from '#lib/domain/frameworks/document.ts';
import { agreementOf, type Agreement } from './agreement.ts';
import type { Answer } from '#lib/domain/results/answer.ts';
import { moderationRows } from './moderation-rows.ts';

/** Agreement of one theme as it is shown: '83.3%', '0.71' and the word for it; a dash where there is nothing to say. */
export type ShownAgreement = Pick<Agreement, 'compared' | 'same' | 'higher' | 'lower'> & {
	name: string;
	share: string;
	kappa: string;
	word: string;
};

/**
 * A kappa in words, by the bands of Landis and Koch ("The measurement of observer agreement for categorical data",
 * Biometrics 33, 1977). They are a habit of speech, not a test: with a handful of criteria a theme's kappa jumps.
 */
export function kappaInWords(kappa: number): string {
	if (kappa < 0) return 'less than chance would give';
	const bands: [number, string][] = [
		[0.2, 'slight'],
		[0.4, 'fair'],
		[0.6, 'moderate'],
		[0.8, 'substantial']
	];
	return bands.find(([upTo]) => kappa <= upTo)?.[1] ?? 'almost perfect';
}

const halfUp = (value: number, places: number) =>
	(Math.round(Number((value * 10 ** places).toPrecision(12))) / 10 ** places).toFixed(places);

function shown(name: string, { compared, same, higher, lower, share, kappa, label }: Agreement): ShownAgreement {
	return {
		name,
		compared,
		same,
		higher,
		lower,
		share: share === null ? '–' : `${halfUp(share * 100, 1)}%`,
		kappa: kappa === null ? '–' : halfUp(kappa, 2),
		word: kappa === null ? (label ?? '') : kappaInWords(kappa)
	};
}

/** The service's answers against the moderator's: overall, by theme, and every criterion on which they differ. */
export function comparisonOf(framework: Framework, answers: Answer[], on: string) {
	const { overall, themes } = agreementOf(framework, answers);
	const nameOf = (id: string) => framework.themes.find((theme) => theme.id === id)?.name ?? id;
	return {
		overall: shown('All themes', overall),
		themes: themes.map((theme) => shown(nameOf(theme.id), theme)),
		differing: moderationRows(framework, answers, on)
			.filter(({ decision }) => decision === 'differs')
			.map(({ number, title, said, given, remark }) => ({ number, title, said, given, remark }))
	};
}
