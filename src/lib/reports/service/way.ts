import { showDay, showMoment } from '#lib/domain/calendar/dates.ts';
import type { AssessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import type { ResultShown } from '#lib/domain/assessments/result-page.server.ts';
import { statusMarks } from '#lib/domain/assessments/shown-status.ts';

type Fact = readonly [string, string];

/** What a reader in a hurry needs: what stands, how it differs from what was claimed, how far from the baseline. */
export function leadOf(assessment: AssessmentSeen, { results, stands, panel, sinceBaseline }: ResultShown): string {
	const standing = results.find(({ basis }) => basis === stands);
	const claimed = results.find(({ basis }) => basis === 'claimed');
	const when = assessment.agreedOn
		? `Agreed on ${showDay(assessment.agreedOn)}.`
		: `${statusMarks[assessment.status].text}: not agreed yet.`;
	const differs = claimed && standing && claimed.word !== standing.word ? ` The service claimed ${claimed.word}.` : '';
	const decided = panel ? ` Panel decision: ${panel.to}; worked out, it is ${standing?.word} (${standing?.note.toLowerCase()}).` : '';
	const moved = sinceBaseline && sinceBaseline !== 'This is the baseline' ? ` Since baseline: ${sinceBaseline}.` : '';
	return when + decided + differs + moved;
}

/** The facts of the cover. */
export function factsOf(assessment: AssessmentSeen, { answered, total, target, sinceBaseline }: ResultShown): Fact[] {
	const { service, dueOn } = assessment;
	return [
		['Service', service.name],
		['Directorate', service.directorate],
		['Status', statusMarks[assessment.status].text],
		['Answered', `${answered} of ${total}`],
		...(assessment.status === 'agreed' ? [] : ([['Due', showDay(dueOn)]] as const)),
		...(target ? ([['Target', target]] as const) : []),
		...(sinceBaseline ? ([['Since baseline', sinceBaseline]] as const) : [])
	];
}

/** Who did what on the way, and the fingerprint of what was agreed. Without `named`, what they are in place of who. */
export function wayOf(
	assessment: AssessmentSeen,
	{ named, snapshot }: { named: boolean; snapshot: { number: number; sha256: string } | undefined }
): Fact[] {
	const by = (name: string | null, role: string) => (named && name ? name : role);
	const step = (label: string, at: number | null, name: string | null, role: string): Fact[] =>
		at === null ? [] : [[label, `${showMoment(at)}, by ${by(name, role)}`]];
	return [
		...step('Submitted', assessment.submittedAt, assessment.submittedByName, 'the service'),
		...step('Moderated', assessment.moderatedAt, assessment.moderatorName, 'a quality assessor'),
		...step('Agreed', assessment.agreedAt, assessment.agreedByName, 'the service or the board'),
		...step('Panel decision', assessment.overrideAt, assessment.overrideByName, 'the chair of the Engagement Board'),
		...(snapshot ? ([['Snapshot', `number ${snapshot.number}, SHA-256 ${snapshot.sha256}`]] as const) : []),
		...(assessment.submittedAt === null ? ([['Submitted', 'not yet']] as const) : [])
	];
}
