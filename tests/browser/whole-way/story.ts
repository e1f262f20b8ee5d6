import type { Browser, Page } from 'playwright-core';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { openAs } from '../../support/pages.ts';
import type { Served } from '../../support/served.ts';

/*
 * One story, told in order over the chapters beside this file: each begins where the one before ended. Parking permits is a
 * new service, Tessa Quill its manager; she is its quality assessor as well, and so would moderate her own answers if she could.
 */

type Story = {
	browser: Browser;
	served: Served;
	/** Each in a browser of their own. */
	manager: Page;
	colleague: Page;
	lead: Page;
	assessor: Page;
	/** The addresses of the assessment and of its cycle. */
	assessment: string;
	cycle: string;
};

/** What has happened so far. */
export const story = {} as Story;

export const today = dayOf(Date.now());
export const service = 'Parking permits';
export const email = 'tessa.quill@marlbourne.example';
export const password = 'lantern brook otter';
/** The piece of evidence that most answers rest on. */
export const proof = 'Permits answered on time';

export const criterion = (number: string) => `${story.assessment}/criteria/${number}`;
/** A browser of its own for somebody of the example council, or for nobody. */
export const open = (who: string | null) => openAs(story.browser, story.served, who);
