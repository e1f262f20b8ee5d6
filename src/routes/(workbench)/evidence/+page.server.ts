import { countRunningOut, evidencePage } from '#lib/domain/evidence/listing.server.ts';
import { narrowingChoices } from '#lib/domain/evidence/narrowing-choices.server.ts';
import { addressOf } from '#lib/domain/evidence/narrowing-address.ts';
import { narrowingIn, type Narrowing } from '#lib/domain/evidence/narrowing.ts';
import { servicesToKeepFor } from '#lib/domain/evidence/places.server.ts';
import { hasLibrary } from '#lib/domain/evidence/sight.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!hasLibrary(person)) notFound();
	const { db, today } = event.locals;
	const narrowing = narrowingIn(event.url.searchParams);
	const page = evidencePage(db, person, narrowing, today);
	const turned = (from: Partial<Narrowing> | null) => from && addressOf('/evidence', { ...narrowing, after: '', before: '', ...from });
	const { search, service, owner, kind, strength, currency, sort } = narrowing;
	return {
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Evidence' }],
		rows: page.rows.map(({ id, title, content, service, owner, effectiveFrom, effectiveTo, strength, supports, standing }) => ({
			id,
			title,
			content,
			service,
			owner,
			effectiveFrom,
			effectiveTo,
			strength,
			supports,
			standing
		})),
		previous: turned(page.previous),
		next: turned(page.next),
		narrowing: { search, service, owner, kind, strength, currency, sort },
		choices: narrowingChoices(db, person),
		mayAdd: servicesToKeepFor(db, person).length > 0,
		...countRunningOut(db, person, today)
	};
};
