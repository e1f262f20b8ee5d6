import { personForAdministrator } from '#lib/domain/access/people-finding.server.ts';
import { auditQueryIn, unreadDays } from '#lib/domain/audit/audit-address.ts';
import { auditedThings, inWords, listAudit } from '#lib/domain/audit/listing.server.ts';
import { adminCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const { db } = event.locals;
	const query = auditQueryIn(event.url.searchParams);
	const { rows, previous, next } = listAudit(db, query);
	return {
		query,
		unread: unreadDays(event.url.searchParams),
		// a change can hold long comments: the list names its fields, the line's own page shows them
		list: {
			rows: inWords(db, rows).map(({ number, at, person, what, which, fields }) => ({ number, at, person, what, which, fields })),
			previous,
			next
		},
		things: auditedThings(db),
		ofPerson: query.personId ? (personForAdministrator(db, query.personId)?.name ?? 'nobody known') : null,
		crumbs: adminCrumbs({ label: 'Audit trail' })
	};
};
