import { auditLine } from '#lib/domain/audit/listing.server.ts';
import { adminCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const line = auditLine(event.locals.db, Number(event.params.line));
	if (!line) notFound();
	return { line, crumbs: adminCrumbs({ href: '/admin/audit', label: 'Audit trail' }, { label: `Line ${line.number}` }) };
};
