import { can } from '#lib/domain/access/can.ts';
import { councilLimits } from '#lib/domain/evidence/council-limits.server.ts';
import { currencyOn } from '#lib/domain/evidence/currency.ts';
import { evidenceSeen } from '#lib/domain/evidence/finding.server.ts';
import { hasLibrary } from '#lib/domain/evidence/sight.server.ts';
import { supportedBy } from '#lib/domain/evidence/supporting.server.ts';
import { versionsOf } from '#lib/domain/evidence/versions.server.ts';
import { findingsSupportedBy } from '#lib/domain/findings/evidence.server.ts';
import { stepsSupportedBy } from '#lib/domain/maps/supported-steps.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const { thing, ...piece } = evidenceSeen(db, person, event.params.evidence);
	return {
		crumbs: [
			{ href: '/', label: 'Home' },
			...(hasLibrary(person) ? [{ href: '/evidence', label: 'Evidence' }] : []),
			{ label: piece.title }
		],
		piece,
		standing: currencyOn(piece, today, councilLimits(db).warningDays),
		supports: supportedBy(db, person, piece.id),
		findings: findingsSupportedBy(db, person, piece.id),
		steps: stepsSupportedBy(db, person, piece.id),
		versions: versionsOf(db, piece.id),
		mayChange: can(person, 'keep evidence', thing) && !piece.withdrawnAt
	};
};
