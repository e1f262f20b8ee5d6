import { personById } from '#lib/domain/access/finding.server.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { weigh } from '#lib/domain/measures/checking-values.server.ts';
import { enterValues } from '#lib/domain/measures/entering.server.ts';
import { allMeasures, type Measure } from '#lib/domain/measures/finding.server.ts';
import { showPeriod } from '#lib/domain/measures/period.ts';
import { readPeriod } from '#lib/domain/measures/reading-period.ts';
import type { ValueFault, ValueTyped } from '#lib/domain/measures/value-faults.ts';
import { showWhole } from '#lib/domain/measures/value.ts';
import { channels, type Channel } from '#lib/domain/journeys/channels.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { unguarded } from '../formula-guard.ts';
import type { ImportKind, Plan, Step } from '../import-kind.ts';
import { bare, channelOf } from '../interactions/columns.ts';
import {
	describedValues,
	lackingValues,
	mustAsk,
	readPercentage,
	valueParts,
	type ValueMapping,
	type ValuePart
} from '../measure-values/columns.ts';
import { fileKeyOf, percentMeaning, valueMapping, valuesKind } from '../measure-values/mapping.server.ts';
import type { FileRow } from '../tables.ts';

const examples: Record<ValuePart, string> = {
	measure: 'Resolved at first contact',
	period: '03/2026',
	service: 'Contact centre',
	team: '',
	channel: 'phone',
	numerator: '2187',
	denominator: '2600',
	percentage: '',
	reason: ''
};

/** The head a file shows for a part, in problems. */
const headOf = (mapping: ValueMapping, part: ValuePart) => {
	const head = mapping[part];
	return head && !head.startsWith('=') ? head : describedValues[part].label;
};
const partOfFault: Record<ValueFault['field'], ValuePart> = {
	measure: 'measure',
	place: 'service',
	channel: 'channel',
	period: 'period',
	numerator: 'numerator',
	denominator: 'denominator',
	reason: 'reason'
};

type Known = {
	measures: Map<string, Measure>;
	services: Map<string, string>;
	teams: Map<string, string>;
};

function known(db: Database): Known {
	const named = new Map(
		db
			.select({ id: services.id, name: services.name })
			.from(services)
			.all()
			.map(({ id, name }) => [bare(name), id])
	);
	const all = allMeasures(db);
	return {
		measures: new Map(all.flatMap((measure) => [[bare(measure.name), measure] as const, [bare(measure.key), measure] as const])),
		services: named,
		teams: new Map(
			db
				.select()
				.from(teams)
				.all()
				.map(({ id, name, serviceId }) => [`${serviceId} ${bare(name)}`, id])
		)
	};
}

const wholeCouncil = ['', 'whole council', 'the whole council', 'council', 'all', 'corporate total', 'total'];
const allChannels = ['', 'all', 'all channels', 'total'];
const wholeNumber = (text: string) => {
	const plain = text.replaceAll(/[,\s]/g, '');
	return /^\d{1,13}(\.0+)?$/.test(plain) ? Number(plain) : null;
};

type Fault = { part: ValuePart; text: string };
type ReadRow = { row: number; value: ValueTyped & { reason: string }; measure: Measure };

/** One row as a value, or what is wrong with it. */
function readRow(
	cells: Record<string, string>,
	mapping: ValueMapping,
	facts: Known,
	meaning: 'shares' | 'per cent' | null
): Omit<ReadRow, 'row'> | Fault[] {
	const faults: Fault[] = [];
	const cell = (part: ValuePart) => {
		const head = mapping[part];
		return head ? unguarded((head.startsWith('=') ? head.slice(1) : (cells[head] ?? '')).trim()) : '';
	};
	const fault = (part: ValuePart, text: string) => void faults.push({ part, text });
	const measure = facts.measures.get(bare(cell('measure')));
	if (!measure) fault('measure', cell('measure') ? `There is no measure called “${cell('measure').slice(0, 60)}”` : 'Enter the measure');
	const period = readPeriod(cell('period'));
	if (!period)
		fault(
			'period',
			cell('period')
				? `“${cell('period').slice(0, 40)}” is no month that can be read. Write 03/2026, 2026-03 or March 2026`
				: 'Enter the month'
		);
	const named = bare(cell('service'));
	const serviceId = wholeCouncil.includes(named) ? null : facts.services.get(named);
	if (serviceId === undefined) fault('service', `There is no service called “${cell('service').slice(0, 60)}”`);
	const team = bare(cell('team'));
	const teamId = team ? facts.teams.get(`${serviceId ?? ''} ${team}`) : null;
	if (teamId === undefined) fault('team', `There is no team called “${cell('team').slice(0, 60)}” in this service`);
	const said = bare(cell('channel'));
	const channel: Channel | null | undefined = allChannels.includes(said) ? null : channelOf(cell('channel'));
	if (channel === undefined) fault('channel', `“${cell('channel').slice(0, 40)}” is no channel. Use ${channels.join(', ')}`);
	const denominator = cell('denominator') ? wholeNumber(cell('denominator')) : null;
	if (cell('denominator') && denominator === null) fault('denominator', `“${cell('denominator').slice(0, 40)}” is no whole number`);
	const { numerator, wrong } = numeratorOf(cell('numerator'), cell('percentage'), denominator, measure, meaning);
	if (wrong) faults.push(wrong);
	if (
		faults.length ||
		!measure ||
		!period ||
		serviceId === undefined ||
		teamId === undefined ||
		channel === undefined ||
		numerator === null
	)
		return faults;
	return {
		measure,
		value: { measureId: measure.id, serviceId, teamId, channel, period, numerator, denominator, reason: cell('reason').slice(0, 500) }
	};
}

/** What was counted: as it stands, or worked out from a percentage of the denominator. */
function numeratorOf(
	text: string,
	percentage: string,
	denominator: number | null,
	measure: Measure | undefined,
	meaning: 'shares' | 'per cent' | null
): { numerator: number | null; wrong?: Fault } {
	if (text) {
		const numerator = wholeNumber(text);
		return numerator === null
			? { numerator, wrong: { part: 'numerator', text: `“${text.slice(0, 40)}” is no whole number` } }
			: { numerator };
	}
	if (!percentage) return { numerator: null, wrong: { part: 'numerator', text: 'Enter the value' } };
	const share = readPercentage(percentage, meaning);
	if (share === null) return { numerator: null, wrong: { part: 'percentage', text: `“${percentage.slice(0, 40)}” is no percentage` } };
	if (measure && measure.unit !== 'per cent')
		return {
			numerator: null,
			wrong: { part: 'percentage', text: `“${measure.name}” is no share: enter what was counted, not a percentage` }
		};
	if (share > 100) return { numerator: null, wrong: { part: 'percentage', text: `${percentage} is more than 100 %` } };
	if (!denominator)
		return {
			numerator: null,
			wrong: { part: 'denominator', text: 'Enter what the percentage is out of: no rate is kept without its denominator' }
		};
	return { numerator: Math.round((share / 100) * denominator) };
}

function planOf(db: Database, rows: FileRow[], person: Person | null, today: string): Plan {
	const heads = Object.keys(rows[0]?.cells ?? {});
	const mapping = valueMapping(db, heads);
	const [lack] = lackingValues(mapping, heads);
	if (lack) return { problems: [{ row: 0, column: describedValues[lack.part].label, text: lack.text }], steps: [] };
	const percentages = mapping.percentage ? rows.map(({ cells }) => cells[mapping.percentage ?? ''] ?? '') : [];
	const meaning = percentMeaning(db, heads, fileKeyOf(percentages));
	const asked = mustAsk(percentages);
	if (asked && !meaning)
		return {
			problems: [
				{
					row: 0,
					column: headOf(mapping, 'percentage'),
					text: asked.high
						? `The column has ${asked.low} and ${asked.high}. Say whether ${asked.low} means ${asked.low} of one, as ${asked.high} means ${asked.high} %, or ${asked.low} %`
						: `The column has ${asked.low}. Say whether that is a share of one or ${asked.low} %`
				}
			],
			steps: []
		};
	const facts = known(db);
	const problems: Plan['problems'] = [];
	const read: ReadRow[] = [];
	for (const { row, cells } of rows) {
		const found = readRow(cells, mapping, facts, meaning);
		if (Array.isArray(found)) problems.push(...found.map(({ part, text }) => ({ row, column: headOf(mapping, part), text })));
		else read.push({ row, ...found });
	}
	const values = read.map(({ value }) => value);
	const how = { origin: 'imported' as const, reason: '' };
	const weighed = weigh(db, person, how, values, today);
	const names = new Map([...facts.services].map(([, id]) => [id, id]));
	for (const { id, name } of db.select({ id: services.id, name: services.name }).from(services).all()) names.set(id, name);
	const steps: Step[] = [];
	weighed.forEach(({ fault, what, stands }, at) => {
		const { row, value, measure } = read[at]!;
		if (fault) return void problems.push({ row, column: headOf(mapping, partOfFault[fault.field]), text: fault.text });
		const where = [value.serviceId ? names.get(value.serviceId) : 'whole council', value.channel].filter(Boolean).join(', ');
		const about = `${measure.name}, ${showPeriod(value.period)}, ${where}`;
		const now = showWhole(measure.unit, { numerator: value.numerator ?? 0, denominator: value.denominator });
		const text =
			what === 'same'
				? `${about}: ${now} is there`
				: stands
					? `${about}: ${showWhole(measure.unit, stands)} becomes ${now}`
					: `Adds ${about}: ${now}`;
		steps.push({ row, what, text });
	});
	const first = steps.find(({ what }) => what !== 'same');
	// all of them are one entry: who brought them in and when is kept once
	if (first && !problems.length) first.run = (tx, by) => enterValues(tx, by, how, values, today);
	return { problems, steps };
}

/** Values of measures by month, service, team and channel, under whatever heads: which column is what is chosen once and remembered. */
export const measureValuesImport: ImportKind = {
	kind: valuesKind,
	name: 'Values of measures',
	about: 'Values by month, measure, service and channel, a row each.',
	loose: true,
	columns: valueParts.map((key) => ({ key, label: describedValues[key].label, about: describedValues[key].about, example: examples[key] })),
	notes: [
		'Other heads will do: you are asked which column is what, and it is remembered for files with the same heads.',
		'A value that differs from the one that stands supersedes it; the old one is kept. A released month needs a reason.',
		'A value for the whole council beside values by service would count twice, and is refused.'
	],
	plan: (db, rows, { into, today }) => planOf(db, rows, personById(db, into.split(' ')[1] ?? ''), today)
};
