import { mkdirSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actions } from '#lib/domain/actions/tables.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { launchBrowser } from '../support/browser.ts';
import { doubleText, findingsInLargeText } from '../support/large-text.ts';
import { openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

/* WCAG 2.2, 1.4.4: with letters twice as large nothing is lost. Four times as large is a page 320 pixels wide: every-page looks at that. */

let browser: Browser;
let served: Served;
beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

/** The main pages of each area, as somebody who may do most there. */
function pagesOf(): Record<string, string[]> {
	const agreed = served.db.select({ id: assessments.id }).from(assessments).where(eq(assessments.status, 'agreed')).limit(1).get()?.id;
	const journey = served.db.select({ id: journeys.id }).from(journeys).limit(1).get()?.id;
	const action = served.db.select({ number: actions.number }).from(actions).limit(1).get()?.number;
	const reviews = `/journeys/${journey}`;
	return {
		'repairs.manager': ['/', '/evidence', '/actions', '/actions/new', '/actions/board', '/reports', '/account', '/help'],
		'programme.lead': [
			...['/', '/assessments', '/cycles', '/frameworks', '/journeys', '/board', '/reports/council', '/actions/plan', `/actions/${action}`],
			...['', '/all', '/criteria/1.1', '/result', '/check'].map((page) => `/assessments/${agreed}${page}`),
			...['', '/maps/as-is', '/picture', '/demand', '/findings', '/recommendations'].map((page) => `${reviews}${page}`)
		],
		administrator: ['/admin', '/admin/structure', '/admin/people', '/admin/people/new', '/admin/settings', '/admin/audit', '/admin/imports']
	};
}

test.each(['repairs.manager', 'programme.lead', 'administrator'])('with letters twice as large nothing is lost (%s)', async (who) => {
	const page = await openAs(browser, served, who);
	await doubleText(page);
	const found: string[] = [];
	for (const address of pagesOf()[who] ?? []) {
		const response = await page.goto(address);
		if (response?.status() !== 200) found.push(`${address} answers ${response?.status()}`);
		found.push(...(await findingsInLargeText(page)).map((finding) => `${address} ${finding}`));
		const shots = process.env.SHOTS;
		if (shots) mkdirSync(shots, { recursive: true });
		if (shots) await page.screenshot({ path: `${shots}/large${address.replaceAll(/[^\w]+/g, '-')}-${who}.png` });
	}
	expect(found).toEqual([]);
	await page.context().close();
});

test('the check itself sees what is cut off, what lies on top of other words and what runs out of the page', async () => {
	const page = await browser.newPage({ viewport: { width: 640, height: 900 } });
	const wrong = async (main: string) => {
		await page.setContent(`<!doctype html><main>${main}</main>`);
		return (await findingsInLargeText(page)).map((finding) => finding.split(' ')[0]);
	};
	expect(await wrong('<p>Words</p>')).toEqual([]);
	expect(await wrong('<p style="overflow: hidden; width: 80px; white-space: nowrap">Words that do not fit</p>')).toEqual(['cuts']);
	expect(await wrong('<p style="position: absolute; top: 10px">Words</p><p style="position: absolute; top: 12px">Others</p>')).toEqual([
		'puts'
	]);
	expect(await wrong('<p style="width: 900px">Words</p>')).toEqual(['scrolls']);
	await page.close();
});
