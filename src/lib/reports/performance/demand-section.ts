import { changeOf } from '#lib/domain/glance/over-months.ts';
import { measureAt, type Glance, type Part } from '#lib/domain/glance/glance.ts';
import { shown } from '#lib/domain/statistics/rounding.ts';
import type { Block, ReportTable, Section } from '../description.ts';
import { explained } from './measure-tables.ts';

const many = (count: number) => count.toLocaleString('en-GB');

/** '3.2% fewer', '12.0% more', 'as many': a count beside an earlier one; empty where they cannot be compared. */
export function changeInWords(now: number, before: number | null | undefined): string {
	const change = before === null || before === undefined ? null : changeOf(now, before);
	if (change === null) return '';
	const size = shown(Math.abs(change), 1);
	return size === '0.0' ? 'as many' : `${size}% ${change > 0 ? 'more' : 'fewer'}`;
}

function partTable(id: string, caption: string, heading: string, parts: readonly Part[], links?: (part: Part) => string): ReportTable {
	const all = parts.reduce((sum, { now }) => sum + (now?.numerator ?? 0), 0);
	return {
		id,
		caption,
		columns: [
			{ key: 'name', label: heading, kind: 'text', share: 2, width: 30 },
			{ key: 'contacts', label: 'Contacts', kind: 'number', share: 1, width: 12 },
			{ key: 'share', label: 'Share, %', kind: 'number', decimals: 1, share: 0.8, width: 10 },
			{ key: 'before', label: 'Year before', kind: 'number', share: 1, width: 12 },
			{ key: 'change', label: 'Change', kind: 'text', share: 1.2, width: 16 }
		],
		rows: parts.map(({ name, now, before }) => ({
			name,
			contacts: now?.numerator ?? null,
			share: now && all ? (now.numerator / all) * 100 : null,
			before: before?.numerator ?? null,
			change: now && before ? changeInWords(now.numerator, before.numerator) : null
		})),
		...(links && { links: parts.map(links) }),
		empty: 'Contacts are not held apart here.'
	};
}

/** How many contacts there were, by channel and by service or team, beside the year before. */
export function demandSection(glance: Glance, placeOf: (part: Part) => string): Section {
	const contacts = measureAt(glance, 'contacts');
	const channels = glance.byChannel['contacts'] ?? [];
	const during = glance.months === 1 ? 'in the month' : `in ${glance.months} months`;
	const change = contacts?.over ? changeInWords(contacts.over.numerator, contacts.before?.numerator) : '';
	const byChannel = partTable('demand-by-channel', 'Contacts by channel', 'Channel', channels);
	const drawn: Block[] = channels.length
		? [
				{
					kind: 'figure',
					figure: {
						of: 'shares',
						name: 'Of the contacts, %',
						rows: byChannel.rows.map(({ name, share }) => ({
							name: String(name),
							share: typeof share === 'number' ? Number(shown(share, 1)) : null
						}))
					},
					table: byChannel,
					label: 'The share of each channel in all contacts'
				}
			]
		: [{ kind: 'table', table: byChannel }];
	return {
		id: 'demand',
		title: contacts?.over
			? `${many(contacts.over.numerator)} contacts ${during}${change && `, ${change} than the year before`}`.replace(
					'as many than',
					'as many as'
				)
			: 'No contacts are held here',
		blocks: [
			...(contacts ? drawn : []),
			...(glance.unit && contacts
				? [
						{
							kind: 'table' as const,
							table: partTable('demand-by-unit', `Contacts by ${glance.unit.toLowerCase()}`, glance.unit, glance.byUnit, placeOf)
						}
					]
				: []),
			...(contacts
				? explained([contacts])
				: [{ kind: 'text' as const, text: 'Once contacts are entered or brought in, they are shown here by channel and service.' }])
		]
	};
}
