import { can } from '../access/can.ts';
import type { Person } from '../access/person.ts';
import type { AssessmentSeen } from './finding.server.ts';
import { isModerated } from './live-result.ts';
import { isOpen } from './status.ts';

/** The pages of an assessment that there is something on for this person, for the navigation within it. */
export function pagesOf(person: Person, { id, status, thing, agreedAt }: AssessmentSeen): { href: string; label: string }[] {
	const address = `/assessments/${id}`;
	const open = isOpen(status);
	const pages: [boolean, string, string][] = [
		[true, '', 'Answers'],
		[true, '/all', 'All on one page'],
		[can(person, 'answer', thing), '/spreadsheet', 'Spreadsheet'],
		[true, '/result', 'Result'],
		[open && can(person, 'answer', thing), '/check', 'Check and submit'],
		[!open && status !== 'agreed' && can(person, 'moderate', thing), '/moderation', 'Moderation'],
		[isModerated(status), '/comparison', 'Comparison'],
		[agreedAt !== null, '/snapshots', 'History']
	];
	return pages.filter(([shown]) => shown).map(([, path, label]) => ({ href: address + path, label }));
}
