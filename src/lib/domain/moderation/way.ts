import { refused, type Refused } from '#lib/domain/outcome.ts';
import type { Status } from '#lib/domain/assessments/status.ts';

/** What can be done to an assessment on its way. */
export const acts = ['submit', 'moderate', 'request changes', 'finish moderation', 'agree', 'override', 'reopen'] as const;
export type Act = (typeof acts)[number];

/**
 * The way of an assessment, as a table: which status may become which, by what act (DOMAIN section 2.3).
 *
 * 'Changes requested' is a draft with a text from the moderator: it can be answered and submitted like any other draft.
 * A moderator may still ask for changes once everything is moderated, until it is agreed. Overriding leaves an agreed
 * assessment agreed.
 */
const way: Record<Act, Partial<Record<Status, Status>>> = {
	submit: { draft: 'submitted', 'changes requested': 'submitted' },
	moderate: { submitted: 'in moderation', 'in moderation': 'in moderation' },
	'request changes': { submitted: 'changes requested', 'in moderation': 'changes requested', moderated: 'changes requested' },
	'finish moderation': { 'in moderation': 'moderated' },
	agree: { moderated: 'agreed' },
	override: { agreed: 'agreed' },
	reopen: { agreed: 'draft' }
};

/** The status an act leads to, or null where it cannot be done. */
export const statusAfter = (act: Act, status: Status): Status | null => way[act][status] ?? null;

const inWords: Record<Act, string> = {
	submit: 'submitted',
	moderate: 'moderated',
	'request changes': 'sent back for changes',
	'finish moderation': 'marked as moderated',
	agree: 'agreed',
	override: 'overridden',
	reopen: 'reopened'
};

/** Why an act cannot be done now. */
export const notOnTheWay = (act: Act, status: Status): Refused =>
	refused(
		'wrong-status',
		`This assessment is now “${status}”, so it cannot be ${inWords[act]}. Go back to the assessment to see what is next.`
	);
