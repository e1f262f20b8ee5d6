import { eq } from 'drizzle-orm';
import { daysBetween } from '#lib/domain/calendar/dates.ts';
import { addWorkingDays } from '#lib/domain/calendar/working-days.ts';
import { acknowledge, answer, extend } from '#lib/domain/complaints/answering.server.ts';
import { giveTo, learn, withdraw } from '#lib/domain/complaints/closing.server.ts';
import { extendableTo } from '#lib/domain/complaints/clocks.ts';
import { escalate, reopen } from '#lib/domain/complaints/escalating.server.ts';
import { stagesOf } from '#lib/domain/complaints/finding.server.ts';
import { makeFinding } from '#lib/domain/complaints/learning.server.ts';
import { noteCase } from '#lib/domain/complaints/noting.server.ts';
import { tellUsCases } from '#lib/domain/complaints/tables.ts';
import type { ComplaintOutcome, TellUsKind } from '#lib/domain/complaints/words.ts';
import type { Channel } from '#lib/domain/journeys/channels.ts';
import type { Database } from '#lib/server/database.ts';
import { chance } from './answering-cards.ts';
import { must, type Who } from './cast.server.ts';
import type { Places } from './council.server.ts';
import type { Diary } from './diary.ts';
import type { FeedbackSeed, Said, Way } from './feedback-file.ts';

type Setting = { db: Database; diary: Diary; who: Who; places: Places; file: FeedbackSeed };

/** The day on which the cases of the time before were brought in; three years of them. */
const begun = -396;
const months = 36;
const channels: readonly Channel[] = ['phone', 'phone', 'email', 'web', 'face to face', 'letter'];
const outcomes: readonly ComplaintOutcome[] = ['upheld', 'partly upheld', 'not upheld'];
const told: Record<ComplaintOutcome, string> = {
	upheld: 'You are right, and we are sorry. We have put it right and changed how we work so that it does not happen again.',
	'partly upheld':
		'Part of this was our fault, and we are sorry for it. The rest was done as it should be, for the reasons in this letter.',
	'not upheld': 'We have looked into it and found that it was done as it should be. This letter says why, and where you can go next.'
};

/** One case with what becomes of it. */
type Case = Said & { day: number; kind: TellUsKind; as?: Way | undefined; again?: string | undefined; n: number };

/** Three years of complaints, compliments and comments, in every state: most go the ordinary way, some their own. */
export function liveTheComplaints(setting: Setting): void {
	const { file } = setting;
	const count = months * file.aMonth;
	for (let n = 0; n < count; n++) {
		const day = Math.floor(-1 - ((months * 30.4 - 3) * (count - n - chance(`case ${n} day`))) / count) - 1;
		const lot = chance(`case ${n} kind`) * 100;
		const kind = lot < file.complaints ? 'complaint' : lot < file.complaints + file.compliments ? 'compliment' : 'comment';
		const all = file[kind];
		liveCase(setting, { ...all[Math.floor(chance(`case ${n} which`) * all.length)]!, day, kind, n });
	}
	file.special.forEach(({ on, ...said }, at) => liveCase(setting, { ...said, day: on, kind: 'complaint', n: count + at }));
}

function liveCase({ db, diary, who, places, file }: Setting, one: Case): void {
	const manager = who(file.managers[one.service] ?? 'corporate.manager');
	const second = who('corporate.manager');
	const receivedOn = diary.day(one.day);
	const lot = (what: string) => chance(`case ${one.n} ${what}`);
	const name = file.people[one.n % file.people.length] ?? '';
	const what = `Case ${one.n}, ${one.words}`;
	let id = '';
	const version = () => db.select({ version: tellUsCases.version }).from(tellUsCases).where(eq(tellUsCases.id, id)).get()!.version;
	/** A step on its day; what was before the workbench is brought in afterwards. What is still to come does not happen. */
	const on = (date: string, minutes: number, work: (today: string) => void) => {
		const days = daysBetween(diary.day(0), date);
		if (days < 0) diary.on(Math.max(begun, days), minutes, work);
	};
	const channel = channels[Math.floor(lot('channel') * channels.length)]!;
	const said = {
		kind: one.kind,
		receivedOn,
		channel,
		serviceId: places.services.get(one.service) ?? '',
		teamId: places.teams.get(file.teams[one.service]?.[channel] ?? '') ?? '',
		customerName: name,
		customerContact: `${name.toLowerCase().replace(' ', '.')}@customers.example`,
		words: one.words
	};
	const informal = one.kind === 'complaint' && !one.as && lot('informal') < 0.25;
	const first = informal ? ('informal' as const) : ('stage 1' as const);
	const note = (words: string, same: string, date: string) => {
		const typed = { ...said, words, receivedOn: date, stage: one.kind === 'complaint' ? first : '', same, reference: '' } as const;
		return (today: string) => must(noteCase(db, who('team.leader'), typed, today), what);
	};
	on(receivedOn, 20, (today) => void ({ id } = note(one.words, '', receivedOn)(today)));
	if (one.kind !== 'complaint') return;

	const ways = stepsOf(one, first, lot);
	let date = receivedOn;
	for (const step of ways) {
		date = addWorkingDays(date, step.after);
		const day = date;
		on(day, 60, (today) => {
			const saved = () => ({ version: version(), today });
			if (step.is === 'acknowledge') must(acknowledge(db, manager, id, day, version(), today), what);
			else if (step.is === 'answer') {
				const by = step.by === 'second' ? second : manager;
				if (by === second) must(giveTo(db, manager, id, { handlerId: second.id, version: version() }), what);
				const outcome = outcomes[Math.floor(lot(`outcome ${day}`) * outcomes.length)]!;
				const remedy = outcome === 'upheld' && lot('remedy') < 0.4 ? 'An apology and £25' : '';
				must(answer(db, by, id, { answeredOn: day, outcome, answer: told[outcome], remedy, version: version() }, today), what);
			} else if (step.is === 'extend') {
				const stage = stagesOf(db, id).at(-1)!;
				// what was brought in later was extended on its day, too: the last day lies in the past by now
				if (today <= stage.dueOn)
					must(
						extend(db, manager, id, { dueOn: extendableTo(stage), reason: 'We wait for the plans from the archive', ...saved() }, today),
						what
					);
			} else if (step.is === 'escalate')
				must(escalate(db, manager, id, { openedOn: day, why: 'The answer does not say what happens now', ...saved() }, today), what);
			else if (step.is === 'reopen')
				must(reopen(db, manager, id, { openedOn: day, why: 'Our answer named the wrong day', ...saved() }, today), what);
			else must(withdraw(db, manager, id, { withdrawnOn: day, reason: 'It has been put right since', ...saved() }, today), what);
		});
	}
	if (one.as === 'twice')
		on(addWorkingDays(receivedOn, 3), 90, (today) => {
			const number = db.select({ number: tellUsCases.number }).from(tellUsCases).where(eq(tellUsCases.id, id)).get()?.number ?? 0;
			void note(one.again ?? one.words, String(number), addWorkingDays(receivedOn, 3))(today);
		});
	if (one.cause && ways.at(-1)?.is === 'answer' && lot('learnt') < (one.as ? 1 : 0.75))
		on(addWorkingDays(date, 2), 120, () => {
			const learnt = { cause: one.cause ?? 'other', lesson: one.lesson ?? '', changeMade: one.change ?? '' };
			must(learn(db, manager, id, { ...learnt, version: version() }), what);
			if (one.as === 'finding') must(makeFinding(db, manager, id, { what: learnt.lesson, severity: 'medium' }), what);
		});
}

type Step = { is: 'acknowledge' | 'answer' | 'extend' | 'escalate' | 'reopen' | 'withdraw'; after: number; by?: 'second' };

/** What happens to a complaint, each so many working days after the one before. */
function stepsOf({ as }: Case, first: 'informal' | 'stage 1', lot: (what: string) => number): Step[] {
	const between = (what: string, least: number, most: number) => least + Math.floor(lot(what) * (most - least + 1));
	const acknowledged: Step = { is: 'acknowledge', after: lot('slow') < 0.1 ? 7 : between('acknowledged', 1, 4) };
	const answered: Step = { is: 'answer', after: lot('late') < 0.14 ? between('how late', 12, 16) : between('answered', 5, 10) };
	if (as === 'not acknowledged') return [];
	if (as === 'late') return [{ is: 'acknowledge', after: 3 }];
	if (as === 'extended')
		return [
			{ is: 'acknowledge', after: 2 },
			{ is: 'extend', after: 8 }
		];
	if (as === 'withdrawn')
		return [
			{ is: 'acknowledge', after: 2 },
			{ is: 'withdraw', after: 4 }
		];
	const toSecond: Step[] = [
		{ is: 'escalate', after: 6 },
		{ is: 'acknowledge', after: 3 }
	];
	if (as === 'at stage 2') return [{ is: 'acknowledge', after: 2 }, { is: 'answer', after: 9 }, ...toSecond];
	if (as === 'opened again')
		return [
			{ is: 'acknowledge', after: 2 },
			{ is: 'answer', after: 9 },
			{ is: 'reopen', after: 5 },
			{ is: 'answer', after: 4 }
		];
	if (first === 'informal') return [{ is: 'answer', after: lot('late') < 0.1 ? 7 : between('answered', 1, 5) }];
	const further: Step[] =
		lot('further') < 0.16
			? [...toSecond, { is: 'answer', after: lot('late 2') < 0.2 ? 24 : between('answered 2', 12, 19), by: 'second' }]
			: [];
	return [acknowledged, answered, ...further];
}
