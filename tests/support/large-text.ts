import type { Page } from 'playwright-core';

/** Doubles the size of all text from now on, as somebody does who sets their browser to larger letters. */
export async function doubleText(page: Page): Promise<void> {
	const browser = await page.context().newCDPSession(page);
	await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

/** What larger letters did to a page, a line each: sideways scrolling, words cut off, words on top of other words. */
export const findingsInLargeText = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const found: string[] = [];
		const said = (element: Element) =>
			`${element.tagName.toLowerCase()}.${element.className.toString().split(' ')[0]} '${element.textContent?.trim().replaceAll(/\s+/g, ' ').slice(0, 60)}'`;
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth > clientWidth) found.push(`scrolls sideways by ${scrollWidth - clientWidth} pixels`);

		const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
		/** What is only for those who hear it is cut away on purpose. */
		const isOnlyHeard = (element: Element | null): boolean => {
			for (let one = element; one; one = one.parentElement) {
				const { position, clip, clipPath } = getComputedStyle(one);
				if (position === 'absolute' && (clip !== 'auto' || clipPath !== 'none')) return true;
			}
			return false;
		};
		const words: { element: Element; box: DOMRect }[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const element = node.parentElement;
			if (!node.textContent?.trim() || !element || element.closest('svg, script, option') || !isShown(element) || isOnlyHeard(element))
				continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) words.push({ element, box });
		}

		const isCut = ({ element, box }: { element: Element; box: DOMRect }): boolean => {
			for (let one: Element | null = element; one; one = one.parentElement) {
				const { overflowX, overflowY } = getComputedStyle(one);
				const edge = one.getBoundingClientRect();
				if (overflowX === 'hidden' && (box.right > edge.right + 2 || box.left < edge.left - 2)) return true;
				if (overflowY === 'hidden' && box.bottom > edge.bottom + box.height / 4) return true;
			}
			return false;
		};
		const cut = new Set(words.filter(isCut).map(({ element }) => element));
		for (const element of cut) found.push(`cuts off ${said(element)}`);

		words.sort((a, b) => a.box.top - b.box.top);
		const met = new Set<string>();
		for (const [i, { element, box }] of words.entries()) {
			for (const other of words.slice(i + 1)) {
				if (other.box.top > box.bottom) break;
				if (element === other.element || element.contains(other.element) || other.element.contains(element)) continue;
				const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
				const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
				// letters stand in the middle of their line: lines may touch
				if (wide > 4 && high > Math.min(box.height, other.box.height) / 2)
					met.add(`puts ${said(element)} on top of ${said(other.element)}`);
			}
		}
		return [...found, ...[...met].slice(0, 5)];
	});
