import { mkdirSync, readFileSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { recommendations } from '#lib/domain/findings/tables.ts';
import { tellUsCases } from '#lib/domain/complaints/tables.ts';
import { calibrations } from '#lib/domain/calibration/tables.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { mapKinds } from '#lib/domain/maps/step-words.ts';
import { maps } from '#lib/domain/maps/tables.ts';
import { waves } from '#lib/domain/mystery-shopping/tables.ts';
import { pafAssessments } from '#lib/domain/paf/tables.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { readFramework } from '#lib/domain/frameworks/reading.ts';
import { allRoutes } from '../support/addresses.ts';
import { findingsBeyondAxe, findingsInErrors } from '../support/beyond-axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { councilAtWork } from '../support/council-at-work.ts';
import { crawl, partsOf, type Visit } from '../support/crawling.ts';
import { accessibilityFindings, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

/*
 * Each role goes wherever links lead it from its home. What it finds is looked at wide and on a small phone, by axe and for what axe
 * cannot tell, and once more after each form was sent with nothing in it. Pages made of the same parts are looked at once.
 */
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
/**
 * Where no link leads: moving assessments while none is on an older version, the bench's page, those for people not signed in, and the one
 * that the check before submitting sends to.
 */
const unlinked = [
	'/assessments/[assessment]/submission',
	'/frameworks/[version]/moving',
	'/health/reference',
	'/invitations/[token]',
	'/set-up',
	'/sign-in',
	'/survey/[token]'
];
const atOnce = 3;

let browser: Browser;
let served: Served;
let empty: Served;
let invitation: string;
const visits: (Visit & { who: string })[] = [];
/** Of the visits, those to pages made of other parts than any before. */
let different: (Visit & { who: string })[];

beforeAll(async () => {
	[browser, served, empty] = await Promise.all([launchBrowser(), serve(), serve({ empty: true })]);
	const file = 'seed/frameworks/enfield-five-levels.yaml';
	const read = readFramework(readFileSync(file, 'utf8'), file);
	if (!read.ok) throw new Error(read.problems[0]?.text);
	const { repairs } = await councilAtWork(served.db, { ...read.framework, id: 'for-every-page' });
	invitation = repairs.draft.token ?? '';
	const standings = new Map<string, string>();
	for (const { id, status } of [
		...served.db.select({ id: assessments.id, status: assessments.status }).from(assessments).all(),
		...served.db.select({ id: frameworkVersions.id, status: frameworkVersions.state }).from(frameworkVersions).all(),
		...served.db
			.select({ id: sql<string>`cast(${recommendations.number} as text)`, status: recommendations.state })
			.from(recommendations)
			.all(),
		...served.db
			.select({ id: journeys.id, status: sql<string>`${journeys.state} || count(${maps.id})` })
			.from(journeys)
			.leftJoin(maps, eq(maps.journeyId, journeys.id))
			.groupBy(journeys.id)
			.all(),
		...served.db
			.select({ id: sql<string>`cast(${calibrations.number} as text)`, status: calibrations.state })
			.from(calibrations)
			.all(),
		...served.db
			.select({ id: sql<string>`cast(${pafAssessments.number} as text)`, status: pafAssessments.state })
			.from(pafAssessments)
			.all(),
		...served.db.select({ id: scorecardVersions.id, status: scorecardVersions.state }).from(scorecardVersions).all(),
		...served.db.select({ id: waves.id, status: waves.state }).from(waves).all(),
		...served.db
			.select({
				id: sql<string>`cast(${tellUsCases.number} as text)`,
				status: sql<string>`${tellUsCases.state} || coalesce(${tellUsCases.stage}, '') || (${tellUsCases.lesson} <> '') || coalesce((select max(s.acknowledged_on is not null) || max(s.due_first is not null) from complaint_stage s where s.case_id = ${tellUsCases.id} and s.answered_on is null), '')`
			})
			.from(tellUsCases)
			.all(),
		...mapKinds.map((kind) => ({ id: kind, status: kind }))
	])
		// things of two kinds can have the same number
		standings.set(id, (standings.get(id) ?? '') + status);
	const kindOf = (route: string, path: string) =>
		`${route} ${path
			.split('/')
			.map((part) => standings.get(part) ?? '')
			.join('')}`;
	for (const who of roles)
		for (const visit of await crawl(served.origin, await served.cookieOf(who), kindOf)) visits.push({ ...visit, who });
	const met = new Set<string>();
	different = visits.filter(({ route, status, html }) => {
		if (status !== 200) return false;
		const parts = `${route} ${partsOf(html)}`;
		return !met.has(parts) && met.add(parts);
	});
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
	await empty?.stop();
});

/** Does some work for each, a few at once, each worker with a browser page for each person it works for. */
async function forEach<T extends { who: string | null }>(
	all: T[],
	work: (page: Page, one: T) => Promise<string[]>,
	server = served
): Promise<string[]> {
	const waiting = [...all];
	const found: string[] = [];
	const worker = async () => {
		const pages = new Map<string | null, Page>();
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const page = pages.get(next.who) ?? (await openAs(browser, server, next.who));
			pages.set(next.who, page);
			found.push(...(await work(page, next)));
		}
		for (const page of pages.values()) await page.context().close();
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return found;
}

/** Looks at the page as it stands, wide and narrow; each finding once, under its address. */
async function lookAt(page: Page, where: string): Promise<string[]> {
	const found = new Set<string>();
	for (const width of [1280, 320]) {
		await page.setViewportSize({ width, height: 900 });
		const shots = process.env.SHOTS;
		if (shots) mkdirSync(shots, { recursive: true });
		if (shots) await page.screenshot({ path: `${shots}/${where.replaceAll(/[^\w.]+/g, '-').slice(0, 120)}-${width}.png`, fullPage: true });
		for (const finding of [...(await accessibilityFindings(page)), ...(await findingsBeyondAxe(page))]) found.add(finding);
	}
	await page.setViewportSize({ width: 1280, height: 900 });
	return [...found].map((finding) => `${where} ${finding}`);
}

test('no link leads nowhere', () => {
	expect(
		visits.filter(({ status }) => status !== 200).map(({ who, from, address, status }) => `${who}: ${from} → ${address} ${status}`)
	).toEqual([]);
});

test('a link leads to every page', () => {
	const met = new Set(visits.map(({ route }) => route));
	const pages = allRoutes()
		.filter(({ page, reads }) => page && reads)
		.map(({ address }) => address);
	expect(pages.filter((address) => !met.has(address) && !unlinked.includes(address))).toEqual([]);
});

const seen = async (page: Page, { route, address, who }: { route: string; address: string; who: string | null }) => {
	await page.goto(address);
	return lookAt(page, `${route} as ${who ?? 'nobody'}`);
};

test('every page can be used by everybody', async () => {
	expect(await forEach(different, seen)).toEqual([]);
}, 600_000);

/** Forms that ask for something, by their place in the page, each once for a route and what it does. */
const formsIn = (page: Page) =>
	page.$$eval('main form[method="post" i]', (forms) =>
		forms.flatMap((form, at) => {
			const asks = [...form.querySelectorAll('input, select, textarea')].some((field) => !field.matches('[type="hidden"]'));
			return asks ? [{ at, action: form.getAttribute('action') ?? '' }] : [];
		})
	);

/** Sends a form with nothing in it but what was never for people to fill in, as a browser without scripts does. */
async function sendEmpty(page: Page, at: number): Promise<void> {
	const answered = page.waitForNavigation({ waitUntil: 'networkidle' });
	await page.evaluate((at) => {
		const form = document.querySelectorAll<HTMLFormElement>('main form[method="post" i]')[at];
		for (const field of form?.elements ?? []) {
			if (field instanceof HTMLInputElement && /^(radio|checkbox)$/.test(field.type)) field.checked = false;
			else if (field instanceof HTMLInputElement && field.type !== 'hidden') field.value = '';
			else if (field instanceof HTMLTextAreaElement) field.value = '';
			else if (field instanceof HTMLSelectElement) field.selectedIndex = 0;
		}
		// not at once: the page must be able to answer before it goes
		setTimeout(() => form?.submit());
	}, at);
	await answered;
}

const sentEmpty = new Set<string>();
let refused = 0;

async function errorsOf(page: Page, visit: { route: string; address: string; who: string | null }): Promise<string[]> {
	const found: string[] = [];
	await page.goto(visit.address);
	for (const { at, action } of await formsIn(page)) {
		const key = `${visit.route} ${action.replaceAll(/[0-9a-f-]{36}/g, '')}`;
		if (sentEmpty.has(key)) continue;
		sentEmpty.add(key);
		await page.goto(visit.address);
		await sendEmpty(page, at);
		const wrong = await findingsInErrors(page);
		if (!wrong) continue;
		refused++;
		const where = `${key} sent empty as ${visit.who ?? 'nobody'}`;
		found.push(...wrong.map((one) => `${where} ${one}`), ...(await lookAt(page, where)));
	}
	return found;
}

test('a form sent empty says what to do, where it is to be done', async () => {
	const withForms = different.filter(({ html }) => /<main[\s\S]*<form[^>]*method="post"/i.test(html));
	expect(await forEach(withForms, errorsOf)).toEqual([]);
	// most forms ask for something
	expect(refused).toBeGreaterThan(30);
}, 600_000);

test('the pages of those not signed in can be used by everybody', async () => {
	const pages = [
		{ route: '/sign-in', address: '/sign-in', who: null },
		{ route: '/invitations/[token]', address: `/invitations/${invitation}`, who: null }
	];
	const first = [{ route: '/set-up', address: '/set-up', who: null }];
	for (const look of [seen, errorsOf]) expect([...(await forEach(pages, look)), ...(await forEach(first, look, empty))]).toEqual([]);
});

test('the first key leads past the header', async () => {
	const page = await openAs(browser, served, 'repairs.manager');
	await page.goto('/actions');
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Skip to main content' });
	expect(await skip.evaluate((link) => document.activeElement === link && link.getBoundingClientRect().top >= 0)).toBe(true);
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
	await page.context().close();
});
