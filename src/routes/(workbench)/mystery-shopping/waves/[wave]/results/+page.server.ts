import { can } from '#lib/domain/access/can.ts';
import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { figureDots, figureRow } from '#lib/domain/mystery-shopping/figure-words.ts';
import { isScored } from '#lib/domain/mystery-shopping/figures.ts';
import { resultFiltersIn } from '#lib/domain/mystery-shopping/filters.ts';
import { resultsSeen } from '#lib/domain/mystery-shopping/results.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const results = resultsSeen(event.locals.db, person, event.params.wave);
	const { wave, programme } = results;
	const filters = resultFiltersIn(event.url.searchParams);
	const { figures, withheld } = results.figures(filters);
	const whole = results.figures({ by: 'all', channel: filters.channel, service: filters.service });
	const byWave = results.byWave(filters);
	return {
		wave: { id: wave.id, name: wave.name, state: wave.state },
		programme: { id: programme.id, name: programme.name, level: programme.level },
		last: results.last?.name ?? null,
		checked: results.checked,
		filters,
		rows: figures.map(figureRow),
		drawn: figureDots(figures, isScored(filters.by) ? 'Passed' : 'Met'),
		byWave: byWave.length > 1 ? { rows: byWave.map(figureRow), drawn: figureDots(byWave, 'Passed') } : null,
		whole: whole.figures.map(figureRow)[0] ?? null,
		withheld,
		services: results.services,
		seesAll: results.seesAll,
		channels: results.channels,
		verbatims: results.verbatims(filters),
		mayRun: can(person, 'run shopping'),
		crumbs: shoppingCrumbs(
			{ href: `/mystery-shopping/programmes/${programme.id}`, label: programme.name },
			{ label: `Results of ${wave.name}` }
		)
	};
};
