import { itemsOf } from '#lib/domain/board/agenda.server.ts';
import type { Meeting } from '#lib/domain/board/finding.server.ts';
import { membersOf } from '#lib/domain/board/members.server.ts';
import { papersOf } from '#lib/domain/board/papers.server.ts';
import { viewsAndInterests } from '#lib/domain/board/views-given.server.ts';
import { kindWords } from '#lib/domain/board/wording.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Report, ReportTable } from '../description.ts';
import { paperSection } from './paper-section.ts';
import { viewsText } from './views-text.ts';

/** What members read before a meeting: agenda and papers in one, with the views so far. Issue section 4. */
export function boardPack(db: Database, meeting: Meeting, today: string): Report {
	const items = itemsOf(db, meeting.id);
	const papers = papersOf(db, items, today);
	const given = viewsAndInterests(
		db,
		items.map(({ id }) => id)
	);
	const members = membersOf(db, meeting.id);
	return {
		name: `Board pack ${meeting.heldOn}`,
		title: `Engagement Board, ${showDay(meeting.heldOn)}`,
		subtitle: `Agenda and papers of meeting ${meeting.number}`,
		lead: `${items.length} ${items.length === 1 ? 'item is' : 'items are'} before the board.`,
		facts: [
			['When', `${showDay(meeting.heldOn)}, ${meeting.startsAt}`],
			['Where', meeting.place || 'Not said'],
			['Members', members.map(({ name, isChair }) => (isChair ? `${name} (chair)` : name)).join(', ')],
			['Quorum', `${meeting.quorum}`]
		],
		council: councilOf(db)?.name ?? '',
		madeAt: now(),
		sections: [
			{ id: 'agenda', title: 'Agenda', blocks: [{ kind: 'table', table: agendaTable(items) }] },
			...items.flatMap((item, i) => {
				const paper = papers.get(item.id);
				return paper ? [paperSection(item, paper, i + 1, viewsText(given, item.id))] : [];
			})
		]
	};
}

const agendaTable = (items: ReturnType<typeof itemsOf>): ReportTable => ({
	id: 'agenda',
	caption: 'Agenda',
	columns: [
		{ key: 'place', label: 'Item', kind: 'number', share: 0.4, width: 6 },
		{ key: 'title', label: 'About', kind: 'text', share: 3, width: 50 },
		{ key: 'kind', label: 'Kind', kind: 'text', share: 1.2, width: 18 },
		{ key: 'asks', label: 'What is asked', kind: 'text', share: 2.2, width: 40 }
	],
	rows: items.map(({ title, kind, asks }, i) => ({ place: i + 1, title, kind: kindWords[kind], asks })),
	empty: 'Nothing is on the agenda yet.'
});
