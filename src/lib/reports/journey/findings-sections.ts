import { capital } from '#lib/domain/actions/wording.ts';
import { showMoney } from '#lib/domain/findings/money.ts';
import type { ListedFinding, ListedRecommendation } from '#lib/domain/findings/reading.server.ts';
import type { Section } from '../description.ts';

const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;

/** What was found, the most severe first, and what is recommended for it with its value, cost and saving. */
export function findingsSections(
	findings: readonly ListedFinding[],
	recommendations: readonly ListedRecommendation[],
	stepOf: (id: string | null) => string
): Section[] {
	const severe = findings.filter(({ severity }) => severity === 'critical' || severity === 'high').length;
	const accepted = recommendations.filter(({ state }) => state === 'accepted').length;
	return [
		{
			id: 'findings',
			title: findings.length
				? `${many(findings.length, 'finding')}, ${severe} of them high or critical`
				: 'Nothing is written down as found',
			blocks: [
				{
					kind: 'table',
					table: {
						id: 'findings',
						caption: 'Findings, the most severe first',
						columns: [
							{ key: 'what', label: 'What was found', kind: 'text', share: 2.4, width: 60 },
							{ key: 'severity', label: 'Severity', kind: 'text', share: 0.8, width: 10 },
							{ key: 'where', label: 'Where', kind: 'text', share: 1.4, width: 30 },
							{ key: 'howOften', label: 'How often', kind: 'text', share: 1.2, width: 26 },
							{ key: 'rootCause', label: 'Root cause', kind: 'text', share: 1.8, width: 50 },
							{ key: 'breaches', label: 'What it breaches', kind: 'text', share: 1.4, width: 40 },
							{ key: 'evidence', label: 'Evidence', kind: 'number', share: 0.7 }
						],
						rows: findings.map(({ what, severity, stepId, howOften, rootCause, principle, breaches, evidence }) => ({
							what,
							severity: capital(severity),
							where: stepOf(stepId),
							howOften,
							rootCause,
							breaches: [principle && `${principle.framework} ${principle.number}`, breaches].filter(Boolean).join('; '),
							evidence
						})),
						empty: 'Nothing is written down as found.'
					}
				}
			]
		},
		{
			id: 'recommendations',
			title: recommendations.length
				? `${accepted} of ${many(recommendations.length, 'recommendation')} accepted`
				: 'Nothing is recommended',
			blocks: [
				{
					kind: 'table',
					table: {
						id: 'recommendations',
						caption: 'Recommendations',
						note: 'Value from 1 to 5 by the council’s weights of customer and council benefit; effort from 1 to 5.',
						columns: [
							{ key: 'number', label: 'No.', kind: 'number', names: true, share: 0.5, width: 6 },
							{ key: 'text', label: 'Recommendation', kind: 'text', share: 2.6, width: 60 },
							{ key: 'state', label: 'State', kind: 'text', share: 0.9, width: 12 },
							{ key: 'value', label: 'Value', kind: 'text', share: 0.6, width: 8 },
							{ key: 'effort', label: 'Effort', kind: 'number', share: 0.6 },
							{ key: 'cost', label: 'Cost', kind: 'text', share: 0.8, width: 12 },
							{ key: 'saving', label: 'Saves a year', kind: 'text', share: 1, width: 16 }
						],
						rows: recommendations.map(({ number, text, state, value, effort, costPence, saving }) => ({
							number,
							text,
							state: capital(state),
							value,
							effort,
							cost: costPence === null ? null : showMoney(costPence),
							saving: saving.yearlyPence === null ? null : `${saving.isAtLeast ? 'at least ' : ''}${showMoney(saving.yearlyPence)}`
						})),
						empty: 'Nothing is recommended.'
					}
				}
			]
		}
	];
}
