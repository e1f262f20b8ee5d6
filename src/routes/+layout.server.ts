import { keptFormOf } from '#lib/domain/access/keeping-forms.server.ts';
import { rolesInWords, sectionsFor } from '#lib/domain/access/sections.ts';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { keptToken } from '#lib/server/session-cookie.ts';
import type { LayoutServerLoad } from './$types';

/** What every page's frame shows. It guards nothing: each page has its own guard. */
export const load: LayoutServerLoad = ({ locals, cookies, url }) => {
	const { db, person } = locals;
	const council = councilOf(db);
	const token = keptToken(cookies);
	const kept = token && person ? keptFormOf(db, token, person.id, url.pathname, Date.now()) : null;
	return {
		council: { name: council?.name ?? 'New council', logo: council?.logoFile != null, version: council?.version ?? 0 },
		person: person && { id: person.id, name: person.name, roles: rolesInWords(person) },
		sections: person ? sectionsFor(person) : [],
		/** What was typed when the session ended, in the shape of a failed form: a page shows `form ?? data.kept`. */
		kept: kept && { values: kept, errors: [] },
		figuresAt: showMoment(Date.now())
	};
};
