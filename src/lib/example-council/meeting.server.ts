import { addItems } from '#lib/domain/board/agenda.server.ts';
import { decide } from '#lib/domain/board/deciding.server.ts';
import { meetingSeen, type Item } from '#lib/domain/board/finding.server.ts';
import { declareInterest, giveView } from '#lib/domain/board/viewing.server.ts';
import { noteAttendance } from '#lib/domain/board/members.server.ts';
import { closeMeeting, saveMinutes } from '#lib/domain/board/minuting.server.ts';
import { planMeeting } from '#lib/domain/board/planning.server.ts';
import { agendaItems } from '#lib/domain/board/tables.ts';
import { versionOfThing } from '#lib/domain/board/thing-standing.server.ts';
import { setCost } from '#lib/domain/contact-costs/channel-costs.server.ts';
import { channels } from '#lib/domain/journeys/channels.ts';
import type { Database } from '#lib/server/database.ts';
import { and, eq } from 'drizzle-orm';
import { detailsOf, followAction } from './acting.server.ts';
import type { BoardYear, MeetingInFile } from './board-file.ts';
import { must, type Who } from './cast.server.ts';
import type { Diary } from './diary.ts';
import type { Things } from './reviewing.server.ts';

type Setting = { db: Database; diary: Diary; who: Who; things: Things };

/** Puts what a contact costs and the meetings of the board into the diary, each thing done by who does it in a council. */
export function liveTheBoard(setting: Setting, { costs, meetings }: BoardYear): void {
	const { db, diary, who } = setting;
	diary.on(costs.on, 20, () => {
		for (const channel of channels) {
			const pence = costs.pence[channel];
			if (pence !== undefined)
				must(setCost(db, who(costs.by), channel, { pence, source: costs.source, version: 0 }), `What ${channel} costs`);
		}
	});
	for (const meeting of meetings) liveMeeting(setting, meeting);
}

function liveMeeting({ db, diary, who, things }: Setting, meeting: MeetingInFile): void {
	const lead = who('programme.lead');
	const chair = who('board.chair');
	const what = `The meeting on day ${meeting.day}`;
	let number = 0;
	const seen = () => meetingSeen(db, lead, String(number));
	const itemOn = (thing: string): Item => {
		const found = db
			.select()
			.from(agendaItems)
			.where(and(eq(agendaItems.meetingId, seen().id), eq(agendaItems.thingId, things.get(thing) ?? '')))
			.get();
		if (!found) throw new Error(`${what}: ${thing} is not on the agenda`);
		return found;
	};
	diary.on(meeting.planned, 400, (today) => {
		const { day, time: startsAt, place } = meeting;
		number = must(planMeeting(db, lead, { heldOn: diary.day(day), startsAt, place }, today), what).number;
	});
	// the agenda is sent out a fortnight before, or by now
	diary.on(Math.min(meeting.day - 14, -7), 410, () => {
		for (const { kind, thing, asks } of meeting.items)
			must(addItems(db, lead, seen(), { things: [{ kind, thingId: things.get(thing) ?? '' }], asks }), `${what}, ${thing}`);
	});
	for (const { on, by, thing, view, comment } of meeting.views)
		diary.on(
			on,
			420,
			(today) => void must(giveView(db, who(by), itemOn(thing), { view, comment, version: 0 }, today), `${what}, ${thing}`)
		);
	for (const { on, by, thing, what: interest } of meeting.interests)
		diary.on(on, 430, () => void must(declareInterest(db, who(by), itemOn(thing), interest), `${what}, ${thing}`));
	if (!meeting.present.length) return;
	diary.on(meeting.day, 440, (today) => {
		const attendance = Object.fromEntries(meeting.present.map((email) => [who(email).id, 'present' as const]));
		must(noteAttendance(db, chair, seen(), { attendance, version: seen().version }, today), what);
	});
	for (const decision of meeting.decisions) {
		const { thing, action, changes, reason } = decision;
		let made = 0;
		diary.on(meeting.day, 450, (today) => {
			const item = itemOn(thing);
			const wanted = {
				decision: decision.decision,
				changes,
				reason,
				deferredTo: '',
				action: action && detailsOf(diary, who, action),
				thingVersion: versionOfThing(db, item)
			};
			made = must(decide(db, chair, item, wanted, today), `${what}, ${thing}`).action ?? 0;
		});
		if (action) followAction({ db, diary, manager: who(action.owner), evidence: new Map(), name: what }, who, action, () => made);
	}
	diary.on(meeting.day, 480, (today) => {
		must(saveMinutes(db, lead, seen(), { minutes: meeting.minutes, version: seen().version }, today), what);
		must(closeMeeting(db, chair, seen(), seen().version, today), what);
	});
}
