import { capital } from '../actions/wording.ts';
import { dayOf, showDay } from '../calendar/dates.ts';
import type { Framework } from '../frameworks/document.ts';
import { explainSaving, savingInWords, savingOf, type ChannelCosts } from '../findings/saving.ts';
import { sourceWords } from '../findings/wording.ts';
import { explainValue, quadrantOf, quadrantWords, valueOf, type Weights } from '../findings/value.ts';
import { bases } from '../results/basis.ts';
import { shownResult } from '../results/shown-result.ts';
import { spoken, type Paper, type PaperEvidence } from './paper.ts';
import type { AwardRow, FindingRow, LessonRow, RecommendationRow, ResultRow } from './paper-rows.server.ts';

type Principle = { framework: string; number: string; title: string } | null;

const where = ({ service, journey, step, source, cameFrom }: FindingRow): [string, string][] =>
	journey
		? [
				['Journey', journey],
				['Service', service],
				['Where', step ?? 'The whole journey']
			]
		: [
				['Service', service],
				['Comes from', [sourceWords[source], cameFrom].filter(Boolean).join(': ')]
			];

const whys = ({ whys }: FindingRow) => whys.filter(Boolean);

const breached = ({ breaches }: FindingRow, principle: Principle) =>
	[principle && `${principle.framework}, ${principle.number} ${principle.title}`, breaches].filter((text): text is string => !!text);

/** The paper of a finding: what, where, how severe, why, what it breaches, what is recommended. DOMAIN section 3. */
export function findingPaper(
	row: FindingRow,
	{
		principle,
		recommended,
		evidence
	}: { principle: Principle; recommended: { number: number; text: string; state: string }[]; evidence: PaperEvidence[] }
): Paper {
	return {
		kind: 'finding',
		over: `Finding · ${row.journey ?? row.service}`,
		about: row.what,
		facts: [...where(row), ['Severity', capital(row.severity)], ['How often', row.howOften || 'Not said']],
		parts: spoken([
			{ heading: 'Why it happens, each answer asking why again', points: whys(row) },
			{ heading: 'What it breaches', points: breached(row, principle) },
			{
				heading: 'What is recommended',
				points: recommended.map(({ number, text, state }) => `Recommendation ${number} (${state}): ${text}`)
			}
		]),
		evidence,
		href: `/findings/${row.id}`
	};
}

/** The paper of a recommendation: what, for which finding, value against effort and the saving, each with its arithmetic. */
export function recommendationPaper(
	row: RecommendationRow,
	{
		finding,
		principle,
		evidence,
		weights,
		costs
	}: { finding: FindingRow; principle: Principle; evidence: PaperEvidence[]; weights: Weights; costs: ChannelCosts }
): Paper {
	const value = valueOf(row, weights);
	const quadrant = quadrantOf(row, weights);
	return {
		kind: 'recommendation',
		over: `Recommendation ${row.number} · ${finding.journey ?? finding.service}`,
		about: row.text,
		facts: [
			...where(finding),
			['Value', value === null ? 'Not rated' : `${value} of 5`],
			['Effort', row.effort === null ? 'Not rated' : `${row.effort} of 5`],
			...(quadrant ? ([['In the matrix', quadrantWords[quadrant]]] as [string, string][]) : []),
			['Saving', capital(savingInWords(savingOf(row, costs)))]
		],
		parts: spoken([
			{
				heading: 'The finding it answers',
				text: `${finding.what} (severity ${finding.severity}${finding.howOften ? `; ${finding.howOften}` : ''})`
			},
			{ heading: 'Why it happens, each answer asking why again', points: whys(finding) },
			{ heading: 'What is breached today', points: breached(finding, principle) },
			{ heading: 'What customers gain', text: row.customerBenefit },
			{ heading: 'What the council gains', text: row.councilBenefit },
			{ heading: 'How the value is worked out', points: explainValue(row, weights), isArithmetic: true },
			{ heading: 'How the saving is worked out', points: explainSaving(row, costs), isArithmetic: true }
		]),
		evidence,
		href: `/recommendations/${row.number}`
	};
}

const aboutBasis = {
	claimed: 'Claimed by the service',
	evidenced: 'With current evidence only',
	agreed: 'After moderation: the award to sign off'
};

/** The paper of an award: the three results side by side, and what stops the next award. DOMAIN section 2.2. */
export function awardPaper(
	row: AwardRow,
	{ framework, results, blockers }: { framework: Framework; results: ResultRow[]; blockers: string[] }
): Paper {
	const shown = bases.flatMap((basis) => {
		const result = results.find((one) => one.basis === basis);
		return result ? [shownResult(framework, result)] : [];
	});
	return {
		kind: 'award',
		over: `Award sign-off · ${row.cycle}`,
		about: `${row.service.name}: ${shown.at(-1)?.word ?? 'no result yet'} after moderation, on ${framework.name}`,
		facts: [
			['Service', row.service.name],
			...shown.map(({ basis, word, note, index }): [string, string] => [
				aboutBasis[basis],
				`${word}, ${note}${index === null ? '' : `, index ${index}`}`
			]),
			...shown.slice(-1).map(({ met, applicable }): [string, string] => ['Criteria met after moderation', `${met} of ${applicable}`]),
			['Submitted', [row.submittedBy, row.submittedOn && showDay(row.submittedOn)].filter(Boolean).join(', ') || 'Not yet'],
			['Moderated by', row.moderator ?? 'Nobody yet']
		],
		parts: spoken([{ heading: 'What stops the next award', points: blockers }]),
		evidence: [],
		// the board sees an assessment once it is moderated
		href: row.status === 'moderated' || row.status === 'agreed' ? `/assessments/${row.id}/result` : ''
	};
}

/** The paper of a lesson learned: what was learned, at which step of the method, in which review. */
export const lessonPaper = (row: LessonRow): Paper => ({
	kind: 'lesson',
	over: `Lesson learned · ${row.journey}`,
	about: row.text,
	facts: [
		['Journey', row.journey],
		['Step of the method', capital(row.step)],
		['Noted', [row.by, showDay(dayOf(row.notedAt))].filter(Boolean).join(', ')]
	],
	parts: [],
	evidence: [],
	href: `/journeys/${row.journeyId}`
});
