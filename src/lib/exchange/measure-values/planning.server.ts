import type { Person } from '#lib/domain/access/person.ts';
import { weigh } from '#lib/domain/measures/checking-values.server.ts';
import { enterValues } from '#lib/domain/measures/entering.server.ts';
import { showPeriod } from '#lib/domain/measures/period.ts';
import type { ValueFault } from '#lib/domain/measures/value-faults.ts';
import { showWhole } from '#lib/domain/measures/value.ts';
import type { Database } from '#lib/server/database.ts';
import type { Plan, Step } from '../import-kind.ts';
import type { FileRow } from '../tables.ts';
import { describedValues, lackingValues, mustAsk, type ValueMapping, type ValuePart } from './columns.ts';
import { knownNames } from './known.server.ts';
import { fileKeyOf, percentMeaning, valueMapping } from './mapping.server.ts';
import { readRow, type ReadRow } from './reading-row.ts';

/** The head a file shows for a part, in problems. */
const headOf = (mapping: ValueMapping, part: ValuePart) => {
	const head = mapping[part];
	return head && !head.startsWith('=') ? head : describedValues[part].label;
};
const partOfFault: Record<ValueFault['field'], ValuePart> = {
	measure: 'measure',
	place: 'service',
	team: 'team',
	channel: 'channel',
	period: 'period',
	numerator: 'numerator',
	denominator: 'denominator',
	reason: 'reason'
};

/**
 * What a file of values would do, and everything that is wrong with it by row and column. Where numbers up to 1 stand in its
 * column of percentages it is asked what they mean first. Reads only.
 * @param person whose rights count
 */
export function planValues(db: Database, rows: FileRow[], person: Person | null, today: string): Plan {
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
	const facts = knownNames(db);
	const problems: Plan['problems'] = [];
	const read: (ReadRow & { row: number })[] = [];
	for (const { row, cells } of rows) {
		const found = readRow(cells, mapping, facts, meaning);
		if (Array.isArray(found)) problems.push(...found.map(({ part, text }) => ({ row, column: headOf(mapping, part), text })));
		else read.push({ row, ...found });
	}
	const values = read.map(({ value }) => value);
	const how = { origin: 'imported' as const, reason: '' };
	const weighed = weigh(db, person, how, values, today);
	const steps: Step[] = [];
	weighed.forEach(({ fault, what, stands }, at) => {
		const { row, value, measure, where } = read[at]!;
		if (fault) return void problems.push({ row, column: headOf(mapping, partOfFault[fault.field]), text: fault.text });
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
