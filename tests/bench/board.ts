import { and, eq, sql } from 'drizzle-orm';
import { personById } from '#lib/domain/access/finding.server.ts';
import { startSession } from '#lib/domain/access/sessions.server.ts';
import { grants } from '#lib/domain/access/tables.ts';
import { addItems } from '#lib/domain/board/agenda.server.ts';
import { meetingSeen } from '#lib/domain/board/finding.server.ts';
import { planMeeting } from '#lib/domain/board/planning.server.ts';
import { whatWaits } from '#lib/domain/board/waiting.server.ts';
import { findings, recommendations } from '#lib/domain/findings/tables.ts';
import { startJourney } from '#lib/domain/journeys/starting.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { now } from '#lib/server/clock.ts';
import { dayOf, addDays } from '#lib/domain/calendar/dates.ts';
import type { Database } from '#lib/server/database.ts';
import { must, type Filled } from './filling.ts';
import { ask, median } from './measuring.ts';

/* The PDF of a board pack of 20 papers, against the reference page and the page of the same meeting. */

const papers = 20;
const rounds = 9;
const words = 'People ring again because nobody tells them when the work will be done, and the order does not say who promised what. ';

/** A meeting with ten findings and ten recommendations on its agenda; gives its number. */
function meetingOf(db: Database, leadId: string): number {
	const lead = personById(db, leadId)!;
	const serviceId = db.select({ id: services.id }).from(services).get()!.id;
	const journey = must(
		startJourney(db, lead, {
			words: 'My repair is not done',
			name: 'The journey the board hears of',
			customer: 'external',
			lifeEvent: '',
			serviceId,
			startOn: '2026-04-01',
			endOn: '2026-06-30',
			aim: 'A repair done the first time'
		})
	);
	for (let n = 0; n < papers / 2; n++) {
		const found = {
			what: `${n + 1}. ${words}`,
			serviceId,
			source: 'journey' as const,
			sourceId: journey.id,
			journeyId: journey.id,
			severity: 'high' as const,
			howOften: 'Every second repair',
			whys: [words, words, words],
			foundBy: leadId,
			foundAt: now()
		};
		const { id: findingId } = db.insert(findings).values(found).returning({ id: findings.id }).get();
		db.insert(recommendations)
			.values({
				number: n + 1,
				findingId,
				text: `${n + 1}. ${words}`,
				customerBenefit: words,
				councilBenefit: words,
				customerValue: 4,
				councilValue: 3,
				effort: 2,
				contactsAvoided: 1200,
				avoidedChannel: 'phone',
				costPence: 500_000
			})
			.run();
	}
	db.insert(grants).values({ personId: leadId, role: 'board member' }).run();
	const today = dayOf(now());
	const heldOn = addDays(today, 7);
	const { number } = must(planMeeting(db, lead, { heldOn, startsAt: '14:00', place: 'Committee room 2' }, today));
	const things = whatWaits(db, heldOn)
		.filter(({ kind }) => kind === 'finding' || kind === 'recommendation')
		.map(({ kind, thingId }) => ({ kind, thingId }));
	if (things.length !== papers) throw new Error(`${things.length} things wait for the board, and not ${papers}`);
	must(addItems(db, lead, meetingSeen(db, lead, String(number)), { things, asks: '' }));
	db.delete(grants)
		.where(and(eq(grants.personId, leadId), sql`${grants.role} = 'board member'`))
		.run();
	return number;
}

/** Times the pack's PDF and prints it as a ratio to the reference page and to the page of the meeting. */
export async function measureBoard(origin: string, _pid: number, db: Database, filled: Filled): Promise<void> {
	const cookie = `thread-session=${await startSession(db, filled.lead)}`;
	const meeting = `/board/meetings/${meetingOf(db, filled.lead)}`;
	const first = await ask(origin, `${meeting}/pack`, cookie);
	const timesOf = async (path: string) => {
		const taken: number[] = [];
		for (let n = 0; n < rounds; n++) taken.push(await ask(origin, path, cookie));
		return median(taken);
	};
	for (let n = 0; n < 40; n++) await ask(origin, '/health/reference', cookie);
	const [reference, page, pack] = [await timesOf('/health/reference'), await timesOf(meeting), await timesOf(`${meeting}/pack`)];
	console.log(
		`\n  Board pack of ${papers} papers: ${first.toFixed(0)} ms the first time, ${pack.toFixed(0)} ms again: ${(pack / reference).toFixed(0)} × the reference page (${reference.toFixed(2)} ms), ${(pack / page).toFixed(0)} × the page of the meeting`
	);
}
