import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { findingsBeyondAxe } from './beyond-axe.ts';
import { accessibilityFindings, openAs } from './pages.ts';
import type { Served } from './served.ts';

const atOnce = 3;

/** Does some work for each, a few at once, each worker with a browser page for each person it works for. */
export async function forEach<T extends { who: string | null }>(
	browser: Browser,
	served: Served,
	all: T[],
	work: (page: Page, one: T) => Promise<string[]>
): Promise<string[]> {
	const waiting = [...all];
	const found: string[] = [];
	const worker = async () => {
		const pages = new Map<string | null, Page>();
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const page = pages.get(next.who) ?? (await openAs(browser, served, next.who));
			pages.set(next.who, page);
			found.push(...(await work(page, next)));
		}
		for (const page of pages.values()) await page.context().close();
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return found;
}

/** Looks at the page as it stands, on a desk and on a phone unless it is told; each finding once, under its address. */
export async function lookAt(page: Page, where: string, widths: readonly number[] = [1280, 320]): Promise<string[]> {
	const found = new Set<string>();
	for (const width of widths) {
		await page.setViewportSize({ width, height: 900 });
		const shots = process.env.SHOTS;
		if (shots) mkdirSync(shots, { recursive: true });
		if (shots) await page.screenshot({ path: `${shots}/${where.replaceAll(/[^\w.]+/g, '-').slice(0, 120)}-${width}.png`, fullPage: true });
		for (const finding of [...(await accessibilityFindings(page)), ...(await findingsBeyondAxe(page))]) found.add(finding);
	}
	await page.setViewportSize({ width: 1280, height: 900 });
	return [...found].map((finding) => `${where} ${finding}`);
}

/** A page of a route, whoever it is opened by; `again` where another page of its route was looked at before. */
export type Opened = { route: string; address: string; who: string | null; again?: boolean };

/** What a page of a route that was looked at before is looked at with: where there is least room, most goes wrong. */
export const onPhone = [320] as const;

/** Opens a page and looks at it. */
export async function seen(page: Page, { route, address, who, again }: Opened): Promise<string[]> {
	await page.goto(address);
	return lookAt(page, `${route} as ${who ?? 'nobody'}`, again ? onPhone : undefined);
}
