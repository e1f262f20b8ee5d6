import { bare } from '../interactions/columns.ts';

/** What a file of values can say in its columns. */
export const valueParts = ['measure', 'period', 'service', 'team', 'channel', 'numerator', 'denominator', 'percentage', 'reason'] as const;
export type ValuePart = (typeof valueParts)[number];

type Described = { label: string; about: string; required: boolean; also: readonly string[] };
export const describedValues: Record<ValuePart, Described> = {
	measure: {
		label: 'Measure',
		about: 'Its name. Where the whole file is about one measure, choose that one.',
		required: true,
		also: ['indicator', 'kpi', 'performance indicator', 'measure name', 'metric', 'pi']
	},
	period: {
		label: 'Month',
		about: '2026-03, 03/2026, March 2026, or a date as Excel keeps it.',
		required: true,
		also: ['period', 'date', 'month ending', 'month end', 'year month', 'quarter', 'when']
	},
	service: {
		label: 'Service',
		about: 'Its name; empty, or “whole council”, for the council. Without the column every value is the council’s.',
		required: false,
		also: ['service area', 'department', 'service name', 'area']
	},
	team: {
		label: 'Team',
		about: 'Its name in the service, only where values are by team: the service’s is then their sum.',
		required: false,
		also: ['team name']
	},
	channel: {
		label: 'Channel',
		about: 'Empty, or “all”, for all channels together. Telephone, e-mail and the like are known.',
		required: false,
		also: ['access channel', 'contact channel', 'medium', 'method']
	},
	numerator: {
		label: 'Numerator',
		about: 'What was counted, a whole number. Not needed where there is a percentage and what it is out of.',
		required: false,
		also: ['counted', 'count', 'number', 'value', 'volume', 'actual', 'total', 'n']
	},
	denominator: {
		label: 'Denominator',
		about: 'Out of how many. Empty for a plain count.',
		required: false,
		also: ['out of', 'base', 'of', 'sample', 'responses', 'offered']
	},
	percentage: {
		label: 'Percentage',
		about: 'In place of the numerator: it is worked out from this and the denominator.',
		required: false,
		also: ['percent', 'per cent', 'rate', 'share', '%', 'performance', 'result']
	},
	reason: {
		label: 'Reason for a correction',
		about: 'Needed for months that are released.',
		required: false,
		also: ['reason', 'comment', 'note', 'why']
	}
};

/** How the numbers of a column of percentages are meant: 0.85 as 85 %, or as 0.85 %. */
export const percentMeanings = ['shares', 'per cent'] as const;
export type PercentMeaning = (typeof percentMeanings)[number];

/** Which head of a file is which part; '=key' says a measure, '=phone' a channel, for all of it. */
export type ValueMapping = Partial<Record<ValuePart, string>>;

const isForAll = (value: string) => value.startsWith('=');

/** What the heads are likely to mean, by the names they are known by. */
export function guessedValues(heads: readonly string[]): ValueMapping {
	const mapping: ValueMapping = {};
	for (const part of valueParts) {
		const names = [describedValues[part].label, ...describedValues[part].also].map(bare);
		const free = heads.filter((head) => !Object.values(mapping).includes(head));
		const found = names.map((name) => free.find((head) => bare(head) === name)).find((head) => head !== undefined);
		if (found !== undefined) mapping[part] = found;
	}
	return mapping;
}

/** What a mapping still lacks, a sentence each; none where the file can be read by it. */
export function lackingValues(mapping: ValueMapping, heads: readonly string[]): { part: ValuePart; text: string }[] {
	const faults = valueParts.flatMap((part) => {
		const value = mapping[part];
		if (!value)
			return describedValues[part].required
				? [{ part, text: `Choose the column that holds the ${describedValues[part].label.toLowerCase()}` }]
				: [];
		if (!isForAll(value) && !heads.includes(value)) return [{ part, text: `There is no column called “${value}”` }];
		const twice = valueParts.find((other) => other !== part && mapping[other] === value);
		return twice && valueParts.indexOf(twice) < valueParts.indexOf(part) ? [{ part, text: `“${value}” is chosen twice` }] : [];
	});
	if (!mapping.numerator && !mapping.percentage)
		faults.push({ part: 'numerator', text: 'Choose the column that holds the numerator, or the one that holds the percentage' });
	return faults;
}

const plain = (text: string) => text.replaceAll(/[,\s%]/g, '');
const isNumber = (text: string) => /^\d+(\.\d+)?$/.test(text);

/**
 * Whether a column of percentages must be asked about: it has numbers up to 1 without a sign, so 0.85 may be 85 % or 0.85 %.
 * Never guessed. 0 is 0 either way.
 */
export function mustAsk(cells: readonly string[]): { low: string; high: string | null } | null {
	const numbers = cells
		.filter((cell) => !cell.includes('%') && isNumber(plain(cell)))
		.map((cell) => ({ cell, value: Number(plain(cell)) }));
	const low = numbers.find(({ value }) => value > 0 && value <= 1);
	return low ? { low: low.cell.trim(), high: numbers.find(({ value }) => value > 1)?.cell.trim() ?? null } : null;
}

/** A cell of percentages as a number in per cent; null where it is none. Where numbers up to 1 are shares, 0.85 is 85. */
export function readPercentage(cell: string, meaning: PercentMeaning | null): number | null {
	const text = plain(cell);
	if (!isNumber(text)) return null;
	const value = Number(text);
	return meaning === 'shares' && value <= 1 && !cell.includes('%') ? value * 100 : value;
}
