import { threadCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { readyMadeThreads } from '#lib/domain/golden-thread/ready-made.server.ts';
import { allowed, mustBeAble } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	mustBeAble(person, 'keep thread', {});
	return {
		threads: readyMadeThreads().map(({ name, document, problem }) => ({
			name,
			title: document?.name ?? name,
			about: document?.about ?? '',
			source: document?.source ?? '',
			strands: document?.strands.length ?? 0,
			problem
		})),
		crumbs: threadCrumbs('Ready-made threads')
	};
};
