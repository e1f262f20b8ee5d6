import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { thingToModerate } from '#lib/domain/moderation/moderation-sight.server.ts';
import { hasSnapshot } from '#lib/domain/snapshots/keeping-snapshots.server.ts';
import type { Database } from '#lib/server/database.ts';
import type { AssessmentSeen } from './finding.server.ts';
import { isModerated } from './live-result.ts';
import { isAnswerable, isOpen } from './status.ts';

/** The pages of an assessment that there is something on for this person, for the navigation within it. At most two queries. */
export function pagesOf(db: Database, person: Person, assessment: AssessmentSeen): { href: string; label: string }[] {
	const { id, status, thing } = assessment;
	const address = `/assessments/${id}`;
	const isWaiting = !isOpen(status) && status !== 'agreed';
	const pages: [boolean, string, string][] = [
		[true, '', 'Answers'],
		[true, '/all', 'All on one page'],
		[can(person, 'answer', thing), '/spreadsheet', 'Spreadsheet'],
		[true, '/result', 'Result'],
		[isAnswerable(assessment) && can(person, 'answer', thing), '/check', 'Check and submit'],
		// who answered any of it does not moderate it
		[isWaiting && can(person, 'moderate', thing) && can(person, 'moderate', thingToModerate(db, assessment)), '/moderation', 'Moderation'],
		[isModerated(status), '/comparison', 'Comparison'],
		[hasSnapshot(db, id), '/snapshots', 'History']
	];
	return pages.filter(([shown]) => shown).map(([, path, label]) => ({ href: address + path, label }));
}
