import { scopesOf, type Role } from '#lib/domain/access/person.ts';
import { closedUnit, sameWords, teamKey, unknownService, type CouncilSoFar } from './council-so-far.server.ts';

/** What a role is given over: neither a service nor a team is the whole council, or oneself. */
export type Scope = { serviceId: string | null; teamId: string | null; service: string | null; team: string | null };
type Say = (column: string, text: string) => void;

/** What a role is over, by the columns Service and Team; null where they do not fit the role, which is said. */
export function scopeOf({ services, teams }: CouncilSoFar, role: Role, is: { service: string; team: string }, say: Say): Scope | null {
	const wanted = scopesOf[role];
	const council: Scope = { serviceId: null, teamId: null, service: null, team: null };
	const no = (column: string, text: string) => (say(column, text), null);
	if (!is.service) {
		if (is.team) return no('Service', 'Enter the service that the team belongs to');
		if (wanted.includes('council') || wanted.includes('self')) return council;
		return no('Service', `Enter the service: a ${role} is one of a ${wanted[0]}`);
	}
	if (!wanted.includes('service') && !wanted.includes('team'))
		return no('Service', `Leave the service and the team empty: a ${role} has no service`);
	const service = services.get(sameWords(is.service));
	if (!service) return no('Service', unknownService(is.service));
	if (service.closedOn) return no('Service', closedUnit(service.name));
	if (!wanted.includes('team'))
		return is.team
			? no('Team', `Leave the team empty: a ${role} is one of a service`)
			: { ...council, serviceId: service.id, service: service.name };
	const team = teams.get(teamKey(service.id, is.team));
	if (!is.team) return no('Team', `Enter the team: a ${role} is one of a team`);
	if (!team) return no('Team', `${service.name} has no team called “${is.team}”`);
	if (team.closedOn) return no('Team', closedUnit(team.name));
	return { ...council, teamId: team.id, team: team.name };
}
