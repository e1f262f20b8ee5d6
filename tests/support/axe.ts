import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const { resolve } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const source = readFileSync(resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Looked = typeof globalThis & { axe: typeof axe; looked?: WeakMap<Element, string> };

/**
 * What axe finds on a page as it stands, one line a rule: WCAG 2.2 A and AA and what it calls best practice. It is put into a page
 * once. Looked at again at another width, every rule runs again; contrast, which takes longer than all others together, only
 * for the words whose look changed with the width.
 */
export async function axeFindings(page: Page): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
	return page.evaluate(async (tags) => {
		const window = globalThis as Looked;
		const backdrop = (element: Element | null): string => {
			if (!element) return '';
			const { backgroundColor, backgroundImage } = getComputedStyle(element);
			return backgroundColor === 'rgba(0, 0, 0, 0)' && backgroundImage === 'none'
				? backdrop(element.parentElement)
				: backgroundColor + backgroundImage;
		};
		/** All that the contrast of an element's own words comes from. */
		const lookOf = (element: Element) => {
			const { color, opacity, fontSize, fontWeight } = getComputedStyle(element);
			return [element.checkVisibility({ visibilityProperty: true }), color, opacity, fontSize, fontWeight, backdrop(element)].join();
		};
		const before = window.looked;
		const looked = (window.looked = new WeakMap<Element, string>());
		const changed: Element[] = [];
		for (const element of document.body.querySelectorAll('*')) {
			const says =
				element.matches('input, select, textarea') ||
				[...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
			if (!says) continue;
			const look = lookOf(element);
			looked.set(element, look);
			if (before && before.get(element) !== look) changed.push(element);
		}
		const run = { runOnly: { type: 'tag' as const, values: tags }, resultTypes: ['violations' as const] };
		// an experimental rule of axe, but a success criterion of WCAG: what is heard must hold what is seen
		const rules = { 'label-content-name-mismatch': { enabled: true }, 'color-contrast': { enabled: !before } };
		const { violations } = await window.axe.run(document, { ...run, rules });
		const contrast = { ...run, runOnly: { type: 'rule' as const, values: ['color-contrast'] } };
		if (changed.length) violations.push(...(await window.axe.run({ include: changed as HTMLElement[] }, contrast)).violations);
		return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
	}, tags);
}
