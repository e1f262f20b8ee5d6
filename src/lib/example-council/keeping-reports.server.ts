import { addDays, addMonths } from '#lib/domain/calendar/dates.ts';
import { keepReport } from '#lib/reports/kept/keeping.server.ts';
import { madeToKeep } from '#lib/reports/kept/making-to-keep.server.ts';
import { arrangeSchedule } from '#lib/reports/kept/scheduling.server.ts';
import type { Database } from '#lib/server/database.ts';
import { must, type Who } from './cast.server.ts';
import type { Diary } from './diary.ts';

type Setting = { db: Database; diary: Diary; who: Who };

/** Days from today on which the lead kept the performance of the council: a month apart, so that there is something to compare. */
const [before, now] = [-32, -1];

/** The day of next month on which the schedule keeps the performance first: its values are released by then. */
const afterRelease = (today: string) => addDays(addMonths(`${today.slice(0, 7)}-01`, 1), 15);

/** The programme lead keeps the performance of the council twice and its golden thread, and has the performance kept every month. */
export function keepReports({ db, diary, who }: Setting): void {
	const lead = who('programme.lead');
	const keep = (kind: string, note: string, today: string) =>
		void must(keepReport(db, lead, madeToKeep(db, { kind, id: '', person: lead, today }), { kind, id: '', note }), `Kept ${kind}`);
	for (const day of [before, now])
		diary.on(day, 420, (today) => keep('performance', 'For the monthly review of the management team', today));
	diary.on(now, 430, (today) => {
		keep('golden thread', 'For the cabinet, as it begins to plan the next year', today);
		const schedule = { kind: 'performance', of: '', rhythm: 'monthly' as const, firstOn: afterRelease(today) };
		void must(arrangeSchedule(db, lead, schedule, today), 'A schedule');
	});
}
