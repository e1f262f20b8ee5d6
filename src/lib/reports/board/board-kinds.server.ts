import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { meetingById, type Meeting } from '#lib/domain/board/finding.server.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import type { Report } from '../description.ts';
import { everything, nothing } from '../kept/sight.ts';
import type { ReportKind } from '../report-kind.ts';
import { boardPack } from './board-pack.server.ts';
import { minutesReport } from './minutes-report.server.ts';

const ofMeeting = (label: string, page: string, make: (db: Database, meeting: Meeting, today: string) => Report): ReportKind => ({
	label,
	make: (db, _, id, today) => make(db, meetingById(db, id), today),
	keeping: {
		subject: (db, person, id) => {
			if (!can(person, 'see board')) notFound();
			const meeting = meetingById(db, id);
			return {
				id,
				about: `Meeting ${meeting.number}, ${showDay(meeting.heldOn)}`,
				serviceId: null,
				teamId: null,
				address: `/board/meetings/${meeting.number}${page}`,
				named: true
			};
		},
		inSight: (person: Person) => (can(person, 'see board') ? everything : nothing)
	}
});

export const boardPackKind = ofMeeting('Board pack', '', boardPack);
export const minutesKind = ofMeeting('Minutes of the board', '/minutes', minutesReport);
