import type { Severity } from './severity.ts';
import type { findingSources, recommendationStates } from './words.ts';
import type { Quadrant } from './value.ts';

type Shape = 'good' | 'watch' | 'bad' | 'here' | 'quiet';
export type RecommendationState = (typeof recommendationStates)[number];
export type FindingSource = (typeof findingSources)[number];

const shapes: Record<Severity, Shape> = { critical: 'bad', high: 'bad', medium: 'watch', low: 'quiet' };
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** How a severity is shown: { kind: 'bad', text: 'Critical' }. */
export const severityMark = (severity: Severity): { kind: Shape; text: string } => ({ kind: shapes[severity], text: capital(severity) });

const stateShapes: Record<RecommendationState, Shape> = {
	proposed: 'here',
	deferred: 'watch',
	accepted: 'good',
	rejected: 'bad',
	withdrawn: 'quiet'
};

/** How the state of a recommendation is shown: { kind: 'good', text: 'Accepted' }. */
export const stateMark = (state: RecommendationState): { kind: Shape; text: string } => ({
	kind: stateShapes[state],
	text: capital(state)
});

export const sourceWords: Record<FindingSource, string> = {
	assessment: 'A gap in an assessment',
	journey: 'A journey review',
	'mystery shopping': 'Mystery shopping',
	PAF: 'The performance assessment of staff (PAF)',
	complaint: 'A complaint',
	'member of the public': 'A member of the public',
	inspection: 'An inspection',
	observation: 'Something seen at work',
	'added by hand': 'Another source'
};

export const quadrantLabels: Record<Quadrant, string> = {
	'quick win': 'Quick win',
	'worth planning': 'Worth planning',
	'fill in': 'Fill in',
	leave: 'Leave'
};

/** What each rating from 1 to 5 means, for radios. */
export const gainOptions = ['1, little', '2', '3, some', '4', '5, much'].map((label, i) => ({ value: String(i + 1), label }));
export const effortOptions = ['1, a few days', '2, a few weeks', '3, a few months', '4, half a year', '5, a year or more'].map(
	(label, i) => ({
		value: String(i + 1),
		label
	})
);

/** Where a finding stands, for a line of the audit trail: ' on journey 4', or '' for none. */
export const onJourney = ({ journey }: { journey: { number: number } | null }): string => (journey ? ` on journey ${journey.number}` : '');

/** The first line of a text, short enough for a crumb or a heading. */
export function shortly(text: string, most = 80): string {
	const [line = ''] = text.split('\n');
	return line.length <= most ? line : `${line.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;
}
