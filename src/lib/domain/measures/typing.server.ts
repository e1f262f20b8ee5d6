import { sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { rowsOf } from '#lib/server/prepared-query.ts';
import { channels, type Channel } from '../journeys/channels.ts';
import { weigh } from './checking-values.server.ts';
import { enterValues, type Entered } from './entering.server.ts';
import { allMeasures, type Measure } from './finding.server.ts';
import { addPeriods, endsPeriod } from './period.ts';
import type { ValueTyped } from './value-faults.ts';
import { showWhole } from './value.ts';

/** One row of the form: a measure by one channel, or over all (null), with what stands there. */
export type TypedCell = {
	/** What tells its fields apart: '12-3'. */
	id: string;
	measure: { id: string; key: string; name: string; numerator: string; denominator: string | null };
	channel: Channel | null;
	numerator: number | null;
	denominator: number | null;
	/** The entry whose value stands there, 0 for none. */
	entry: number;
	before: string | null;
};

/** Channels stand in the names of fields by their places, 0 for all together. */
const placeOf = (channel: Channel | null) => (channel ? channels.indexOf(channel) + 1 : 0);
export const cellId = (measure: { number: number }, channel: Channel | null): string => `${measure.number}-${placeOf(channel)}`;

type Row = { measure: number; channel: Channel | null; period: string; numerator: number; denominator: number | null; entry: number };

/** Whose values are typed: the council's, a service's or a team's. */
export type Unit = { serviceId: string | null; teamId: string | null };

/** The values of the council, a service or a team of some months, by channel, of all measures. */
const valuesOf = (db: Database, { serviceId, teamId }: Unit, from: string, to: string) =>
	rowsOf<Row>(
		db,
		sql`select v.measure, p.channel, v.period, v.numerator, v.denominator, v.entry from measure m cross join measure_place p
			cross join measure_value v on v.measure = m.number and v.place = p.id and v.period >= ${from} and v.period <= ${to} and v.superseded_in is null
			where coalesce(p.service_id, '') = ${serviceId ?? ''} and coalesce(p.team_id, '') = ${teamId ?? ''} order by v.measure, v.period`
	);

/**
 * The cells of a month to type values into, for the council, a service or a team: of one measure every channel and all together; of
 * all measures those that had a value in the last year. `others` are the measures that had none.
 */
export function cellsToType(db: Database, unit: Unit, period: string, onlyKey: string | null) {
	const measures = allMeasures(db).filter(({ retiredOn, frequency }) => !retiredOn && endsPeriod(period, frequency));
	const rows = valuesOf(db, unit, addPeriods(period, -12), period);
	const byCell = new Map<string, Row[]>();
	for (const row of rows) {
		const id = cellId({ number: row.measure }, row.channel);
		byCell.set(id, [...(byCell.get(id) ?? []), row]);
	}
	const cellOf = (measure: Measure, channel: Channel | null): TypedCell => {
		const id = cellId(measure, channel);
		const found = byCell.get(id) ?? [];
		const here = found.find((row) => row.period === period);
		const before = found.findLast((row) => row.period < period);
		const { key, name, numerator, denominator } = measure;
		return {
			id,
			measure: { id: measure.id, key, name, numerator, denominator },
			channel,
			numerator: here?.numerator ?? null,
			denominator: here?.denominator ?? null,
			entry: here?.entry ?? 0,
			before: before ? showWhole(measure.unit, before) : null
		};
	};
	const all = [null, ...channels];
	const only = measures.find(({ key }) => key === onlyKey);
	const cells = only
		? all.map((channel) => cellOf(only, channel))
		: measures.flatMap((measure) =>
				all.filter((channel) => byCell.has(cellId(measure, channel))).map((channel) => cellOf(measure, channel))
			);
	const used = new Set(cells.map(({ measure }) => measure.key));
	return { cells, others: measures.filter(({ key }) => !used.has(key)).map(({ key, name }) => ({ key, name })) };
}

export type Typed = Record<string, string>;
type Fault = { field: string; text: string };

const whole = (text: string) => (/^\d{1,12}$/.test(text) ? Number(text) : null);

/** What a row of the form is called where something is wrong with it. */
const rowName = ({ measure, channel }: TypedCell) => [measure.name, channel].filter(Boolean).join(', ');

/** The numbers of the form, as values to enter: rows left as they were are left out. */
function readCells(cells: TypedCell[], typed: Typed, unit: Unit, period: string) {
	const faults: Fault[] = [];
	const values: (ValueTyped & { id: string })[] = [];
	for (const cell of cells) {
		const { id, measure, channel, numerator, denominator } = cell;
		const name = rowName(cell);
		const [n, d] = [`n-${id}`, `d-${id}`].map((name) => (typed[name] ?? '').replaceAll(/[,\s]/g, '')) as [string, string];
		const stood = [numerator ?? '', denominator ?? ''].map(String);
		if (n === stood[0] && d === stood[1]) continue;
		if (!n && numerator !== null) faults.push({ field: `n-${id}`, text: `Enter ${name}, or take the value away on its own page` });
		else if (whole(n) === null) faults.push({ field: `n-${id}`, text: `${name} must be a whole number, like 1204` });
		else if (d && whole(d) === null) faults.push({ field: `d-${id}`, text: `What ${name} is out of must be a whole number, like 1204` });
		else
			values.push({
				id,
				measureId: measure.id,
				...unit,
				channel,
				period,
				numerator: whole(n),
				denominator: d ? whole(d) : null,
				seen: Number(typed[`s-${id}`] ?? 0)
			});
	}
	return { faults, values };
}

/**
 * Enters what was typed for a month: everything that is wrong, each at its field, or all of it. A row left as it was changes
 * nothing.
 */
export function enterTyped(
	db: Database,
	person: Person,
	{ period, onlyKey, ...unit }: Unit & { period: string; onlyKey: string | null },
	typed: Typed,
	today: string
): Outcome<Entered> | { ok: false; faults: Fault[] } {
	const { cells } = cellsToType(db, unit, period, onlyKey);
	const { faults, values } = readCells(cells, typed, unit, period);
	const how = { origin: 'typed' as const, reason: (typed.reason ?? '').trim().slice(0, 500) };
	weigh(db, person, how, values, today).forEach(({ fault }, at) => {
		if (!fault) return;
		const field = fault.field === 'reason' ? 'reason' : `${fault.field === 'denominator' ? 'd' : 'n'}-${values[at]!.id}`;
		const cell = cells.find(({ id }) => id === values[at]!.id)!;
		faults.push({ field, text: fault.field === 'reason' ? fault.text : `${rowName(cell)}: ${fault.text}` });
	});
	if (faults.length) return { ok: false, faults };
	return values.length ? enterValues(db, person, how, values, today) : done({ added: 0, changed: 0, same: cells.length });
}
