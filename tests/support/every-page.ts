import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { readFramework } from '#lib/domain/frameworks/reading.ts';
import { launchBrowser } from './browser.ts';
import { councilAtWork } from './council-at-work.ts';
import { crawl, partsOf, type Visit } from './crawling.ts';
import { kindsOfPages } from './kinds-of-pages.ts';
import { serve, type Served } from './served.ts';

const roles = [
	'administrator',
	'programme.lead',
	'repairs.manager',
	'planning.manager',
	'assessor',
	'board.chair',
	'board.member',
	'councillor',
	'performance.officer',
	'team.leader',
	'advisor',
	'shopper'
];

export type VisitOf = Visit & { who: string };

/** The example council with work under way, and where each role came by following links from its home. */
export type EveryPage = {
	browser: Browser;
	served: Served;
	/** A council that is not set up yet. */
	empty: Served;
	/** The token of an invitation that waits. */
	invitation: string;
	visits: VisitOf[];
	/** As many of the visits as show, for each route, every part that any of them is made of. */
	different: (VisitOf & { again: boolean })[];
	stop(): Promise<void>;
};

/** Goes wherever links lead each role. Takes a quarter of a minute. */
export async function everyPage(): Promise<EveryPage> {
	const [browser, served, empty] = await Promise.all([launchBrowser(), serve(), serve({ empty: true })]);
	const file = 'seed/frameworks/enfield-five-levels.yaml';
	const read = readFramework(readFileSync(file, 'utf8'), file);
	if (!read.ok) throw new Error(read.problems[0]?.text);
	const { repairs } = await councilAtWork(served.db, { ...read.framework, id: 'for-every-page' });
	const kindOf = kindsOfPages(served.db);
	const visits: VisitOf[] = [];
	for (const who of roles)
		for (const visit of await crawl(served.origin, await served.cookieOf(who), kindOf)) visits.push({ ...visit, who });
	const stop = async () => {
		await browser.close();
		await served.stop();
		await empty.stop();
	};
	return { browser, served, empty, invitation: repairs.draft.token ?? '', visits, different: showingAll(visits), stop };
}

/** Those with the most parts first, each that shows a part its route has not shown before. */
function showingAll(visits: VisitOf[]): EveryPage['different'] {
	const shown = new Map<string, Set<string>>();
	return visits
		.filter(({ status }) => status === 200)
		.map((visit) => ({ visit, parts: partsOf(visit.html) }))
		.sort((a, b) => b.parts.length - a.parts.length)
		.flatMap(({ visit, parts }) => {
			const before = shown.get(visit.route);
			shown.set(visit.route, new Set([...(before ?? []), ...parts]));
			return parts.some((part) => !before?.has(part)) ? [{ ...visit, again: before !== undefined }] : [];
		});
}
