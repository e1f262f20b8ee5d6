import { can } from '#lib/domain/access/can.ts';
import { costsByChannel } from '#lib/domain/contact-costs/channel-costs.server.ts';
import { someJourneySeen } from '#lib/domain/journeys/sight.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	someJourneySeen(db, person);
	return {
		costs: costsByChannel(db),
		maySet: can(person, 'set journey costs'),
		crumbs: [{ href: '/', label: 'Home' }, { href: '/journeys', label: 'Journeys' }, { label: 'Cost of a contact' }]
	};
};
