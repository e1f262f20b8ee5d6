import { adminCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { uploadTypes } from '#lib/domain/organisation/upload-types.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const council = councilOf(event.locals.db);
	if (!council) notFound();
	const { name, logoFile, colour, textColour, threadColour, allowedFileTypes, evidenceWarningDays } = council;
	return {
		settings: { name, hasLogo: logoFile !== null, colour, textColour, threadColour, evidenceWarningDays },
		files: uploadTypes.filter(({ ending }) => allowedFileTypes.includes(ending)).map((type) => type.name),
		crumbs: adminCrumbs({ label: 'Settings' })
	};
};
