import { showMoment } from '#lib/domain/calendar/dates.ts';
import { monthsCrumb, pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { showMonth } from '#lib/domain/paf/month.ts';
import { monthRun } from '#lib/domain/paf/months.server.ts';
import { sampleAgain, samplesOf } from '#lib/domain/paf/sampling.server.ts';
import { explainSample } from '#lib/domain/statistics/sampling.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const month = monthRun(db, person, event.params.month);
	const found = samplesOf(db, [month.id]).find(({ sample }) => sample.id === event.params.sample);
	const drawn = found && sampleAgain(db, found.sample.id);
	if (!found || !drawn) notFound();
	const { sample, list, again } = drawn;
	const name = showMonth(month.month);
	return {
		over: `${name} · ${month.service}`,
		advisor: found.name,
		channel: sample.channel,
		seed: sample.seed,
		wanted: sample.wanted,
		drawnAt: showMoment(sample.drawnAt),
		explained: explainSample(sample.seed, again.length, list.length),
		list,
		again,
		crumbs: pafCrumbs(monthsCrumb, { href: `/paf/months/${month.id}`, label: `${name}, ${month.service}` }, { label: 'How it was drawn' })
	};
};
