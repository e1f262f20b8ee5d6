import { and, eq } from 'drizzle-orm';
import { actions } from '#lib/domain/actions/tables.ts';
import { daysBetween } from '#lib/domain/calendar/dates.ts';
import { aimAction } from '#lib/domain/measures/aiming.server.ts';
import { workOut } from '#lib/domain/measures/computing.server.ts';
import { changeMeasure } from '#lib/domain/measures/defining.server.ts';
import { enterValues } from '#lib/domain/measures/entering.server.ts';
import { allMeasures } from '#lib/domain/measures/finding.server.ts';
import { lateFigures, takeLateFigures } from '#lib/domain/measures/late-figures.server.ts';
import { loadMeasures } from '#lib/domain/measures/loading.server.ts';
import { addPeriods, lastEnded } from '#lib/domain/measures/period.ts';
import { releaseMonth } from '#lib/domain/measures/releasing.server.ts';
import type { ValueTyped } from '#lib/domain/measures/value-faults.ts';
import type { Database } from '#lib/server/database.ts';
import type { BoardYear } from './board-file.ts';
import { must, type Who } from './cast.server.ts';
import type { Places } from './council.server.ts';
import type { Diary } from './diary.ts';
import type { MeasuresSeed } from './measures-file.ts';
import { monthsInSeed, shapedValues } from './shaped-values.ts';

type Setting = { db: Database; diary: Diary; who: Who; places: Places; file: MeasuresSeed; costs: BoardYear['costs'] };

/** The day on which the measures were defined and what had been measured before was brought in. */
const begun = -398;
/** The day on which all of it is looked through and released. */
const settled = -384;
/** Days of the following month on which a month's values come in, and on which it is released. */
const comesIn = 8;
const isReleased = 15;
/** So many days after its release it is looked at again. */
const lookedAgain = 30;

/**
 * Puts three years of measures into the diary: what was measured before the council had the workbench in one go, then each
 * month when it is over, its release a week later, and a correction of a month that was released.
 */
export function liveTheMeasures({ db, diary, who, places, file, costs }: Setting): void {
	const lead = who('programme.lead');
	const last = lastEnded(diary.day(0));
	// in the first days of a month the one before it is not in yet
	const inOn = (period: string, day: number) => daysBetween(diary.day(0), `${addPeriods(period, 1)}-${String(day).padStart(2, '0')}`);
	let byMonth = new Map<string, ValueTyped[]>();
	const enter = (periods: string[], today: string) => {
		const values = periods.flatMap((period) => byMonth.get(period) ?? []);
		return must(enterValues(db, lead, { origin: 'imported', reason: '' }, values, today), `Measures of ${periods.join(', ')}`);
	};
	const months = Array.from({ length: monthsInSeed }, (_, at) => addPeriods(last, at - monthsInSeed + 1));
	const early = months.filter((period) => inOn(period, comesIn) <= settled);
	diary.on(begun, 0, (today) => {
		void must(loadMeasures(db, lead), 'Measures');
		giveToOwners({ db, who, file });
		byMonth = valuesOf(db, file, costs, last, places);
		void enter(early, today);
	});
	// by then what customers said before is in, too
	diary.on(settled, 0, (today) => {
		void must(workOut(db, lead, today, monthsInSeed), 'Measures worked out');
		for (const period of early) void must(releaseMonth(db, lead, period, '', today), period);
	});
	for (const period of months.slice(early.length)) {
		diary.on(Math.min(-1, inOn(period, comesIn)), 120, (today) => {
			void enter([period], today);
			void must(workOut(db, null, today, 2), `Measures of ${period} worked out`);
		});
		// the latest month is still open: there is something to look through and release
		if (period !== last && inOn(period, isReleased) < 0)
			diary.on(inOn(period, isReleased), 130, (today) => void must(releaseMonth(db, lead, period, '', today), period));
	}
	// what the workbench was told of these months later is taken over a month on, at the latest yesterday evening
	for (const period of months.slice(early.length))
		diary.on(Math.min(-1, inOn(period, isReleased) + lookedAgain), 400, (today) => {
			if (period === last) void must(workOut(db, null, today, 1), `Measures of ${period} worked out`);
			else if (lateFigures(db, period, today).length)
				void must(takeLateFigures(db, lead, period, 'Logs and complaints of the month that came in after its release', today), period);
		});
	aimActions({ db, diary, who, places, file });
	correct({ db, diary, who, file }, () => byMonth, addPeriods(last, -file.correction.back), inOn);
}

function valuesOf(db: Database, file: MeasuresSeed, costs: BoardYear['costs'], last: string, places: Places): Map<string, ValueTyped[]> {
	const known = new Map(allMeasures(db).map((measure) => [measure.key, measure]));
	const units = Object.fromEntries([...known].map(([key, { unit }]) => [key, unit]));
	const found = new Map<string, ValueTyped[]>();
	for (const { measure, service, ...value } of shapedValues(file, last, units, costs.pence)) {
		const team = value.channel && file.teams[service]?.[value.channel];
		const typed = {
			...value,
			measureId: known.get(measure)?.id ?? '',
			serviceId: places.services.get(service) ?? '',
			teamId: (team && places.teams.get(team)) ?? null
		};
		found.set(value.period, [...(found.get(value.period) ?? []), typed]);
	}
	return found;
}

/** Gives each measure the owner of its theme. */
function giveToOwners({ db, who, file }: Pick<Setting, 'db' | 'who' | 'file'>): void {
	for (const { id, version, denominator, ...measure } of allMeasures(db)) {
		const owner = file.owners[measure.theme];
		if (!owner) continue;
		const typed = { ...measure, denominator: denominator ?? '', ownerId: who(owner).id };
		void must(changeMeasure(db, who('programme.lead'), id, typed, version), measure.name);
	}
}

/** Says of some actions which measure they aim at. */
function aimActions({ db, diary, who, places, file }: Omit<Setting, 'costs'>): void {
	for (const { service, by, action: title, measure, on } of file.aims)
		diary.on(on, 180, () => {
			const here = and(eq(actions.title, title), eq(actions.serviceId, places.services.get(service) ?? ''));
			const action = db.select({ number: actions.number, version: actions.version }).from(actions).where(here).get();
			const measureId = allMeasures(db).find(({ key }) => key === measure)?.id;
			if (!action || !measureId) throw new Error(`No action “${title}” of ${service} could be aimed at ${measure}`);
			void must(aimAction(db, who(by), action.number, measureId, action.version), title);
		});
}

/** The correction of a figure whose month was released, a month after it was. */
function correct(
	{ db, diary, who, file }: Pick<Setting, 'db' | 'diary' | 'who' | 'file'>,
	values: () => Map<string, ValueTyped[]>,
	period: string,
	inOn: (period: string, day: number) => number
): void {
	const { measure, service, channel, less, reason } = file.correction;
	diary.on(inOn(addPeriods(period, 1), isReleased), 200, (today) => {
		const measureId = allMeasures(db).find(({ key }) => key === measure)?.id;
		const [repairs] = who(`${service}.manager`).grants.filter(({ role }) => role === 'service manager');
		const found = values()
			.get(period)
			?.find((one) => one.measureId === measureId && one.serviceId === repairs?.serviceId && one.channel === channel);
		if (!found) throw new Error(`The example council has no value to correct in ${period}`);
		const corrected = { ...found, numerator: (found.numerator ?? 0) - less };
		void must(enterValues(db, who(`${service}.manager`), { origin: 'typed', reason }, [corrected], today), 'A correction');
	});
}
