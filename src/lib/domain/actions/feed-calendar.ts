import ical from 'ical-generator';
import type { Feed } from './feed.server.ts';

/**
 * A feed as an iCalendar file (RFC 5545): a whole-day event for each due date and each review date, without a time zone,
 * so that it is that day everywhere. The same actions give the same text, letter by letter.
 * @param origin where the program is reached, for the link to each action
 */
export function calendarOf(feed: Feed, origin: string): string {
	const calendar = ical({ name: 'Golden Thread: my actions', prodId: { company: 'Golden Thread', product: 'Actions', language: 'EN-GB' } });
	for (const action of feed.actions) {
		const event = (kind: 'due' | 'review', day: string, summary: string) =>
			calendar.createEvent({
				id: `${kind}-${action.id}@golden-thread`,
				sequence: action.version - 1,
				stamp: new Date(feed.madeAt),
				// a date without time: noon keeps it that date wherever this runs
				start: new Date(`${day}T12:00:00Z`),
				allDay: true,
				floating: true,
				summary,
				description: `Action ${action.number}, ${action.service}`,
				url: `${origin}/actions/${action.number}`
			});
		if (action.isOpen) event('due', action.dueOn, `Due: ${action.title}`);
		if (!action.isReviewed) event('review', action.reviewOn, `Review: ${action.title}`);
	}
	return calendar.toString();
}
