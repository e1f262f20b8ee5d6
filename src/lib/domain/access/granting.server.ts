import { and, eq, isNull } from 'drizzle-orm';
import { refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { unitById } from '#lib/domain/organisation/unit-finding.server.ts';
import type { Database, Transaction } from '#lib/server/database.ts';
import { grantInWords } from './grant-in-words.ts';
import { byAccident, lastAdministrator } from './last-administrator.server.ts';
import { changePerson } from './people-changing.server.ts';
import { grantsOf } from './people-finding.server.ts';
import { scopesOf, type Person, type Role } from './person.ts';
import { endSessionsOf } from './sessions.server.ts';
import { grants } from './tables.ts';

type Scope = { serviceId: string | null; teamId: string | null; service: string | null; team: string | null };
const nowhere: Scope = { serviceId: null, teamId: null, service: null, team: null };

/** What `over` means for a role: 'council', the id of an open service or team, or nothing for what follows the person. */
function scopeOf(tx: Transaction, role: Role, over: string): Scope | Refused {
	const scopes = scopesOf[role];
	if (scopes.includes('self') || (scopes.includes('council') && (over === 'council' || scopes.length === 1))) return nowhere;
	const kind = scopes.includes('team') ? 'team' : 'service';
	const unit = unitById(tx, kind, over);
	if (!unit) return refused('no-scope', `Choose the ${kind} that the role is for`, 'over');
	if (unit.closedOn) return refused('closed', `${unit.name} is closed. Choose a ${kind} that is open`, 'over');
	return kind === 'team' ? { ...nowhere, teamId: unit.id, team: unit.name } : { ...nowhere, serviceId: unit.id, service: unit.name };
}

/** Gives a person a role over the council, a service or a team. Ends their sessions: they sign in anew with it. */
export const addGrant = (db: Database, by: Person, id: string, input: { role: Role; over: string; version: number }): Outcome =>
	changePerson(db, by, id, input.version, { roles: `and ${input.role}` }, (tx, person) => {
		if (person.deactivatedAt) return refused('deactivated', `${person.name} is deactivated. Reactivate them first.`);
		const scope = scopeOf(tx, input.role, input.over);
		if ('ok' in scope) return scope;
		const { serviceId, teamId } = scope;
		const words = grantInWords({ role: input.role, ...scope });
		const same = tx
			.select({ id: grants.id })
			.from(grants)
			.where(
				and(
					eq(grants.personId, id),
					eq(grants.role, input.role),
					serviceId ? eq(grants.serviceId, serviceId) : isNull(grants.serviceId),
					teamId ? eq(grants.teamId, teamId) : isNull(grants.teamId)
				)
			)
			.get();
		if (same) return refused('held-already', `${person.name} is already ${words}`, scopesOf[input.role].length > 1 ? 'over' : 'role');
		tx.insert(grants).values({ personId: id, role: input.role, serviceId, teamId }).run();
		endSessionsOf(tx, id);
		return { what: 'gave a role', changes: { role: { from: null, to: words } } };
	});

/** Takes a role away and ends the person's sessions. The last administrator keeps theirs. */
export const removeGrant = (
	db: Database,
	by: Person,
	id: string,
	input: { grantId: string; confirmed: boolean; version: number }
): Outcome =>
	changePerson(db, by, id, input.version, { roles: 'without one of them' }, (tx) => {
		const grant = grantsOf(tx, id).find((held) => held.id === input.grantId);
		if (!grant) return refused('gone', 'This role was already taken away');
		const problem = grant.role === 'administrator' ? (lastAdministrator(tx, id) ?? byAccident(by, id, input.confirmed)) : null;
		if (problem) return problem;
		tx.delete(grants).where(eq(grants.id, grant.id)).run();
		endSessionsOf(tx, id);
		return { what: 'took a role away', changes: { role: { from: grantInWords(grant), to: null } } };
	});
