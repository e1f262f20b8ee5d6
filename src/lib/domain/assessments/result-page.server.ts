import type { ThemeProfile } from '#lib/charts/theme-profile.ts';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import type { Database } from '#lib/server/database.ts';
import type { Answer } from '#lib/domain/results/answer.ts';
import { awardOf } from '#lib/domain/results/award.ts';
import { bases, type Basis } from '#lib/domain/results/basis.ts';
import type { Ahead } from '#lib/domain/results/blocking.ts';
import { explain } from '#lib/domain/results/explaining.ts';
import type { AssessmentSeen } from './finding.server.ts';
import { isModerated } from './live-result.ts';
import { answersOf, judgedOn } from './reading.server.ts';
import { resultOf, type BasisResult, type Result } from '#lib/domain/results/result.ts';
import { indexLabel, levelInWords, shownIndex, shownResult } from '#lib/domain/results/shown-result.ts';
import { isMet } from '#lib/domain/results/scale.ts';
import { standingsOf } from '#lib/domain/results/standing.ts';
import { aheadInWords, stoppersOf } from '#lib/domain/results/stopping-in-words.ts';
import { targetInWords } from '#lib/domain/cycles/target.server.ts';

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const inWords = (count: number) => numbers[count] ?? String(count);

/**
 * Everything the result page shows: three levels side by side, how each was worked out, what stops the next level and
 * the next award, the profile of the themes, the distance from the baseline and the target. An agreed assessment is
 * read from what was agreed, so that it stays as it was. DOMAIN sections 2.2 and 2.3.
 */
export function resultPage(db: Database, assessment: AssessmentSeen, today: string) {
	const framework = frameworkOf(db, assessment.frameworkVersionId);
	const answers = answersOf(db, assessment);
	const on = judgedOn(assessment, today);
	const { result, figures } =
		assessment.status === 'agreed'
			? keptFigures(framework, answers, on)
			: figuresOf(framework, answers, on, isModerated(assessment.status));
	const { stands } = figures;
	return {
		framework: { name: framework.name, version: framework.version, kind: framework.kind },
		indexLabel: indexLabel(framework),
		headline: headline(framework, assessment, result[stands]),
		...result.completeness,
		...figures,
		sinceBaseline: sinceBaseline(framework, assessment, result[stands]),
		target: targetInWords(db, framework, assessment),
		panel:
			assessment.overrideLevel === null
				? null
				: {
						to: `${awardOf(framework, assessment.overrideLevel) ?? 'No award'} (${levelInWords(framework, assessment.overrideLevel).toLowerCase()})`,
						reason: assessment.overrideReason ?? '',
						by: assessment.overrideByName ?? ''
					}
	};
}

/** What follows from the answers alone. */
function figuresOf(framework: Framework, answers: Answer[], on: string, moderated: boolean) {
	const result = resultOf(framework, answers, on);
	const stands: Basis = moderated ? 'agreed' : 'evidenced';
	return {
		result,
		figures: {
			results: bases.map((basis) => ({
				...shownResult(framework, { ...result[basis], basis }),
				shown: basis !== 'agreed' || moderated,
				lost: lostToEvidence(framework, answers, basis, on),
				explained:
					basis !== 'agreed' || moderated
						? { heading: explainHeading(framework, result[basis], basis), ...explain(framework, answers, basis, on) }
						: null
			})),
			stands,
			ahead: aheadShown(framework, result[stands]),
			profile: profileOf(framework, result, moderated)
		}
	};
}

const known = new WeakMap<Answer[], { on: string; kept: ReturnType<typeof figuresOf> }>();

/** What was agreed never changes, and its answers are kept between requests: so is what was worked out from them. */
function keptFigures(framework: Framework, answers: Answer[], on: string): ReturnType<typeof figuresOf> {
	const found = known.get(answers);
	if (found?.on === on) return found.kept;
	const kept = figuresOf(framework, answers, on, true);
	known.set(answers, { on, kept });
	return kept;
}

export type ResultShown = ReturnType<typeof resultPage>;

/** 'Silver', 'Level 3 Working', 'Nearly met'; the panel's award where it decided. */
function headline(framework: Framework, { overrideLevel }: AssessmentSeen, result: BasisResult): string {
	const level = overrideLevel ?? result.level;
	const award = overrideLevel === null ? result.award : awardOf(framework, overrideLevel);
	if (level === null) return award ?? 'no outcome';
	return award ?? (level > 0 ? levelInWords(framework, level) : 'no award yet');
}

/** How many ratings count for less because nothing current shows them. */
const lostToEvidence = (framework: Framework, answers: Answer[], basis: Basis, on: string): number =>
	standingsOf(framework, answers, basis, on).filter(({ lostToEvidence, rated }) => lostToEvidence && isMet(framework, rated)).length;

function explainHeading(framework: Framework, { level, award, next }: BasisResult, basis: Basis): string {
	if (framework.kind === 'compliance') return `Why ${basis} is ${award ?? 'no outcome'}`;
	return `Why ${basis} is level ${level}${next?.level ? ` and not level ${next.level}` : ''}`;
}

/** What stops the next level and, where it is another one, the next award; each with the finding as its heading. */
function aheadShown(framework: Framework, { next, nextAward }: BasisResult) {
	const same = next && nextAward && next.level === nextAward.level && next.award === nextAward.award;
	const shown = (ahead: Ahead, as: 'level' | 'award') => ({
		as,
		heading: `${inWords(ahead.blockers.length)} ${ahead.blockers.length === 1 ? 'criterion stops' : 'criteria stop'} ${aheadInWords(ahead, as)}`,
		stoppers: stoppersOf(framework, ahead.blockers)
	});
	return [...(next && !same ? [shown(next, 'level')] : []), ...(nextAward ? [shown(nextAward, 'award')] : [])];
}

type ThemeShare = { name: string; claimed: string; evidenced: string; agreed: string };

/** The profile as levels for the radar and its table; for compliance, which has none, as shares met. */
function profileOf(
	framework: Framework,
	result: Result,
	moderated: boolean
): { levels: ThemeProfile | null; shares: ThemeShare[]; note: string } {
	const of = (basis: Basis, id: string) => result[basis].themes.find((theme) => theme.id === id);
	const level = (basis: Basis, id: string) => (basis === 'agreed' && !moderated ? null : (of(basis, id)?.level ?? null));
	const share = (basis: Basis, id: string) =>
		basis === 'agreed' && !moderated ? '–' : `${of(basis, id)?.met ?? 0} of ${of(basis, id)?.applicable ?? 0}`;
	if (framework.kind === 'compliance') {
		const shares = framework.themes.map(({ id, name }) => ({
			name,
			claimed: share('claimed', id),
			evidenced: share('evidenced', id),
			agreed: share('agreed', id)
		}));
		return { levels: null, shares, note: '' };
	}
	const themes = framework.themes.map(({ id, name }) => ({
		name,
		claimed: level('claimed', id),
		evidenced: level('evidenced', id),
		agreed: level('agreed', id)
	}));
	return { levels: { levels: framework.levels?.length ?? 5, themes }, shares: [], note: laterThemes(framework) };
}

/** Says why a theme that starts above level 1 may show a dash. */
function laterThemes(framework: Framework): string {
	if (framework.kind !== 'staged') return '';
	return framework.themes
		.flatMap(({ id, name }) => {
			const first = Math.min(...framework.criteria.filter(({ theme }) => theme === id).map(({ level }) => level ?? 1));
			return Number.isFinite(first) && first > 1 ? [`${name} starts at level ${first} and has no level before it.`] : [];
		})
		.join(' ');
}

/** '+1 level, +0.67 index' since the first agreed assessment; null for the baseline itself and where there is none. */
function sinceBaseline(framework: Framework, assessment: AssessmentSeen, result: BasisResult): string | null {
	const { baselineLevel, baselineIndex, isBaseline } = assessment;
	if (isBaseline) return 'This is the baseline';
	if (framework.kind === 'compliance' || baselineLevel === null) return null;
	const levels = (assessment.overrideLevel ?? result.level ?? 0) - baselineLevel;
	const signed = (amount: number, text: string) => (amount > 0 ? `+${text}` : amount < 0 ? `−${text}` : text);
	const moved = levels === 0 ? 'Same level' : `${signed(levels, String(Math.abs(levels)))} ${Math.abs(levels) === 1 ? 'level' : 'levels'}`;
	if (baselineIndex === null || result.index === null) return moved;
	const index = result.index - baselineIndex;
	return `${moved}, ${signed(index, shownIndex(Math.abs(index)) ?? '')} ${framework.kind === 'rubric' ? 'mean' : 'index'}`;
}
