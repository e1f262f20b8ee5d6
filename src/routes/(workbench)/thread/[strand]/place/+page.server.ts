import { fail, redirect } from '@sveltejs/kit';
import { strandCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { strandToKeep } from '#lib/domain/golden-thread/finding.server.ts';
import { parentsIn, placeForm } from '#lib/domain/golden-thread/forms.ts';
import { placeStrand } from '#lib/domain/golden-thread/keeping.server.ts';
import { strandsAbove } from '#lib/domain/golden-thread/strand-choices.server.ts';
import { threadOf } from '#lib/domain/golden-thread/thread.server.ts';
import { parentsOf } from '#lib/domain/golden-thread/thread.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

const fromPicture = ({ searchParams }: URL) => searchParams.has('also') || searchParams.has('picture');

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	const { db } = event.locals;
	const strand = strandToKeep(db, person, event.params.strand);
	const thread = threadOf(db);
	const serves = parentsOf(thread, strand.id);
	const query = event.url.searchParams;
	// a line that was begun in the picture
	const also = thread.strands.find(({ number }) => String(number) === query.get('also'));
	return {
		strand: { number: strand.number, title: strand.title, level: strand.level, version: strand.version, retired: !!strand.retiredOn },
		serves: serves.map(({ id, title, level }) => ({ value: id, label: title, hint: level })),
		above: strandsAbove(
			thread,
			strand.level,
			serves.map(({ id }) => id)
		),
		also: also && !serves.includes(also) ? also.id : '',
		back: fromPicture(event.url) ? `/thread/picture?focus=${strand.number}` : `/thread/${strand.number}`,
		crumbs: strandCrumbs(strand.number, 'What it serves')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'see thread');
		const { db } = event.locals;
		const strand = strandToKeep(db, person, event.params.strand);
		const form = await parseForm(event, placeForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => placeStrand(db, person, strand.id, parentsIn(form.data), form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, fromPicture(event.url) ? `/thread/picture?focus=${strand.number}` : `/thread/${strand.number}?done=moved`);
	}
};
