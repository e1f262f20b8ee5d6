import type { Meeting } from '#lib/domain/board/finding.server.ts';
import { minutesOf, type Minutes } from '#lib/domain/board/minutes.server.ts';
import { decisionMarks, kindWords } from '#lib/domain/board/wording.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Block, Report, Section } from '../description.ts';
import { viewsText } from './views-text.ts';

/** The minutes of a meeting: who was there, each item with views, interests and decisions, and what happened since. */
export function minutesReport(db: Database, meeting: Meeting, today: string): Report {
	const minutes = minutesOf(db, meeting, today);
	return {
		name: `Minutes ${meeting.heldOn}`,
		title: `Minutes of the Engagement Board, ${showDay(meeting.heldOn)}`,
		subtitle: `Meeting ${meeting.number}`,
		lead: `${minutes.title}.`,
		facts: [['When', `${showDay(meeting.heldOn)}, ${meeting.startsAt}`], ['Where', meeting.place || 'Not said'], ...minutes.attendance],
		council: councilOf(db)?.name ?? '',
		madeAt: now(),
		sections: [
			{ id: 'attendance', title: 'Who was there', blocks: [{ kind: 'facts', facts: minutes.attendance }] },
			...minutes.items.map((item, i) => itemSection(item, i + 1, meeting)),
			...(meeting.minutes ? [{ id: 'else', title: 'What else was said', blocks: [{ kind: 'text', text: meeting.minutes } as const] }] : [])
		]
	};
}

function itemSection(item: Minutes['items'][number], place: number, { state }: Meeting): Section {
	const views = viewsText(item, item.id);
	const decisions = item.decisions.flatMap(({ number, decision, facts, since }): Block[] => [
		{ kind: 'heading', text: `Decision ${number}: ${decisionMarks[decision].text.toLowerCase()}` },
		{ kind: 'facts', facts },
		...(since.length ? [{ kind: 'heading', text: 'What happened since' } as const, { kind: 'points', points: since } as const] : [])
	]);
	const none: Block = { kind: 'text', text: state === 'held' ? 'Not decided at this meeting.' : 'Not decided yet.' };
	return {
		id: `item-${place}`,
		title: `${place}. ${item.title}`,
		blocks: [
			{ kind: 'text', text: `${kindWords[item.kind]}. ${item.asks}` },
			...(views.length ? [{ kind: 'heading', text: 'Views and interests' } as const, { kind: 'points', points: views } as const] : []),
			...(decisions.length ? decisions : [none])
		]
	};
}
