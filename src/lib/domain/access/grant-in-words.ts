import { scopesOf, type Role } from './person.ts';

/** 'the whole council', 'Housing repairs', 'Gas', or 'their own work' for a role that follows the person. */
export function overInWords(grant: { role: Role; service?: string | null; team?: string | null }): string {
	const unit = grant.team ?? grant.service;
	if (unit) return unit;
	return scopesOf[grant.role].includes('self') ? 'their own work' : 'the whole council';
}

type Named = { role: Role; service?: string | null; team?: string | null };

/** 'service manager of Housing repairs'; a role that has only one thing it can be over is said alone: 'administrator'. */
export const grantInWords = (grant: Named): string => (isSaidAlone(grant.role) ? grant.role : `${grant.role} of ${overInWords(grant)}`);
const isSaidAlone = (role: Role) => scopesOf[role].every((scope) => scope === 'council' || scope === 'self');

/** All roles of a person in one text: 'service manager of Estates and Housing repairs; viewer'. */
export function grantsInText(grants: readonly Named[]): string {
	const list = new Intl.ListFormat('en-GB');
	const roles = [...new Set(grants.map(({ role }) => role))];
	return roles
		.map((role) => {
			if (isSaidAlone(role)) return role;
			return `${role} of ${list.format(grants.filter((grant) => grant.role === role).map(overInWords))}`;
		})
		.join('; ');
}

/** What each role lets a person do, for whoever gives it. DOMAIN section 1. */
export const roleAbout: Record<Role, string> = {
	administrator: 'People, roles, the structure of the council, settings and the audit trail',
	'programme lead': 'Frameworks, assessment cycles and every report without individual staff',
	'service manager': 'Answers the self-assessments of a service and owns its actions',
	'team leader': 'Performance of the staff of a team, one-to-ones and appeals',
	'quality assessor': 'Moderates self-assessments, of one service or of the whole council',
	'mystery shopper': 'Sees and completes the visits given to them',
	'board member': 'Reads what is moderated and gives a view on findings',
	'board chair': 'Reads what is moderated, agrees awards and records decisions',
	advisor: 'Sees and appeals their own assessments',
	viewer: 'Reads published reports'
};
