import { addAction } from '#lib/domain/actions/adding.server.ts';
import type { ActionDetails } from '#lib/domain/actions/details.ts';
import { actionSeen, type ActionSeen } from '#lib/domain/actions/finding.server.ts';
import type { Database } from '#lib/server/database.ts';
import { cast } from './test-database.ts';

/** What somebody might write down about an action in the autumn of 2026. */
export const details: ActionDetails = {
	title: 'Text tenants when a repair slot moves',
	detail: '',
	ownerId: 'manager',
	priority: 'medium',
	startOn: '2026-11-01',
	dueOn: '2027-01-31',
	reviewOn: '2027-03-31',
	measure: '',
	baseline: '',
	target: ''
};

/** An action of a service, as its manager sees it. */
export function anAction(db: Database, more: Partial<ActionDetails> & { serviceId?: string } = {}): ActionSeen {
	const { serviceId = 'repairs', ...changed } = more;
	const outcome = addAction(db, cast.manager, serviceId, { ...details, ...changed });
	if (!outcome.ok) throw new Error(outcome.text);
	return again(db, outcome.number);
}

/** The same action as it stands now. */
export const again = (db: Database, number: number): ActionSeen => actionSeen(db, cast.lead, String(number));
