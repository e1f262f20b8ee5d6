import type { Page } from 'playwright-core';

/*
 * What WCAG 2.2 asks and axe cannot tell. These functions run in the page, so each holds all it needs.
 */

/**
 * What is wrong with a page for somebody who uses the keyboard or a shaky hand, a line each: focus that cannot be seen, an order of
 * focus other than that of the page, controls smaller than 24 pixels, ids used twice, levels of headings left out, no way past
 * the header.
 */
export const findingsBeyondAxe = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const found: string[] = [];
		const nameOf = (element: Element) => element.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 120);
		const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });

		const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
		for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) found.push(`id ${id} is used twice`);

		let last = 0;
		for (const heading of [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(isShown)) {
			const level = Number(heading.tagName.slice(1));
			if (level > last + 1) found.push(`goes from heading ${last} to heading ${level}: ${heading.textContent?.trim()}`);
			last = level;
		}

		const all = [...document.querySelectorAll<HTMLElement>('*')];
		for (const element of all) {
			if (element.tabIndex > 0) found.push(`has an order of focus of its own: ${nameOf(element)}`);
			const { order, flexDirection } = getComputedStyle(element);
			if (order !== '0' || flexDirection.endsWith('reverse')) found.push(`is shown in another order than it is read: ${nameOf(element)}`);
		}

		const focusable = all.filter((element) => element.tabIndex === 0 && isShown(element) && !element.matches(':disabled'));
		const [first] = focusable;
		if (!first?.matches('a[href="#main"]') || !document.querySelector('main#main'))
			found.push('does not begin with a link to its main part');

		for (const element of focusable.filter((one) => one.matches('button, input, select, textarea, summary, .govuk-button'))) {
			const boxes = [element, ...(element instanceof HTMLInputElement ? (element.labels ?? []) : [])].map((one) =>
				one.getBoundingClientRect()
			);
			const width = Math.max(...boxes.map((box) => box.width));
			const height = Math.max(...boxes.map((box) => box.height));
			if (width < 24 || height < 24) found.push(`is ${Math.round(width)} by ${Math.round(height)} pixels: ${nameOf(element)}`);
		}

		/** Everything a ring of focus may be drawn with; that of a radio is drawn on its label. */
		const look = (element: HTMLElement) => {
			const label = element.nextElementSibling instanceof HTMLLabelElement ? element.nextElementSibling : null;
			const styles = [getComputedStyle(element), ...(label ? [getComputedStyle(label, '::before'), getComputedStyle(label)] : [])];
			return styles.map((s) => [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor].join()).join(';');
		};
		const before = document.activeElement;
		for (const element of focusable) {
			if (before instanceof HTMLElement) before.blur();
			const quiet = look(element);
			element.focus({ preventScroll: true });
			if (document.activeElement !== element) found.push(`cannot be focused: ${nameOf(element)}`);
			else if (look(element) === quiet) found.push(`does not show its focus: ${nameOf(element)}`);
			element.blur();
		}
		return found;
	});

/** What is wrong with the errors of a form that was refused, a line each; null where the page shows none. */
export const findingsInErrors = (page: Page): Promise<string[] | null> =>
	page.evaluate(() => {
		const summary = document.querySelector('.govuk-error-summary');
		if (!summary) return null;
		const found: string[] = [];
		if (!document.title.startsWith('Error: ')) found.push(`is called '${document.title}' although it shows errors`);
		const links = [...summary.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
		const lines = summary.querySelectorAll('li').length;
		if (lines === 0) found.push('says in its summary of errors nothing at all');
		if (links.length < lines) found.push(`names ${lines - links.length} errors without saying where: ${summary.textContent?.trim()}`);
		for (const link of links) {
			const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
			if (!field) {
				found.push(`leads from the error '${link.textContent}' to nowhere (${link.hash})`);
				continue;
			}
			if (!field.matches('input, select, textarea, button, a')) found.push(`leads from an error to what cannot be focused: ${link.hash}`);
			const described = [field, field.closest('fieldset')].flatMap((one) => one?.getAttribute('aria-describedby')?.split(/\s+/) ?? []);
			const texts = described.map((id) => document.getElementById(id)?.textContent ?? '');
			if (!texts.some((text) => text.includes(link.textContent?.trim() ?? '')))
				found.push(`does not tell at the field ${link.hash} what is wrong with it: ${link.textContent}`);
		}
		return found;
	});
