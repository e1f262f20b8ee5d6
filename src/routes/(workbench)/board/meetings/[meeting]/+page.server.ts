import { can } from '#lib/domain/access/can.ts';
import { agendaShown } from '#lib/domain/board/agenda-shown.server.ts';
import { meetingCrumbs } from '#lib/domain/board/crumbs.ts';
import { meetingSeen } from '#lib/domain/board/finding.server.ts';
import { membersOf } from '#lib/domain/board/members.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const meeting = meetingSeen(db, person, event.params.meeting);
	const members = membersOf(db, meeting.id);
	return {
		meeting,
		items: agendaShown(db, person, meeting),
		members: members.length,
		present: members.filter(({ attendance }) => attendance === 'present').length,
		isMember: members.some(({ personId }) => personId === person.id),
		isOver: meeting.heldOn < today,
		canRun: can(person, 'run board'),
		keep: keepable(db, person, 'board pack', meeting.id),
		crumbs: meetingCrumbs(meeting)
	};
};
