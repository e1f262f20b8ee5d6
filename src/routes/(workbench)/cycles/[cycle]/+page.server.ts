import { can } from '#lib/domain/access/can.ts';
import { boardFilterOf, boardViewOf } from '#lib/domain/cycles/board-filter.ts';
import { cycleSeen } from '#lib/domain/cycles/finding.server.ts';
import { directorateChoices } from '#lib/domain/cycles/launch-choices.server.ts';
import { progressPage } from '#lib/domain/cycles/progress-page.server.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { sentOnce } from '#lib/ui/sent-once.ts';
import type { PageServerLoad } from './$types';

/** It is read and its filter is a plain form: without a script its figures are sent once, not twice. */
export const csr = false;

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see cycles');
	const { db, today } = event.locals;
	const cycle = cycleSeen(db, event.params.cycle);
	const filter = boardFilterOf(event.url.searchParams);
	const view = boardViewOf(event.url.searchParams);
	const { name, version, levels = [] } = frameworkOf(db, cycle.frameworkVersionId);
	const progress = progressPage(db, cycle, { filter, view, today });
	return {
		cycle: {
			id: cycle.id,
			name: cycle.name,
			startsOn: cycle.startsOn,
			dueOn: cycle.dueOn,
			closedAt: cycle.closedAt,
			closedReason: cycle.closedReason
		},
		framework: { name, version, hasLevels: levels.length > 0 },
		filter,
		view,
		...progress,
		counts: sentOnce(event, progress.counts),
		rows: sentOnce(event, progress.rows),
		columns: sentOnce(event, progress.columns),
		directorates: sentOnce(event, directorateChoices(db)),
		canRun: can(person, 'run cycles'),
		crumbs: [{ href: '/', label: 'Home' }, { href: '/cycles', label: 'Cycles' }, { label: cycle.name }]
	};
};
