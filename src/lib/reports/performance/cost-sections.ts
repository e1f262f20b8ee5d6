import { showPence } from '#lib/domain/contact-costs/pence.ts';
import { ofTheme, measureAt, type Glance } from '#lib/domain/glance/glance.ts';
import { showShortPeriod } from '#lib/domain/measures/period.ts';
import { channelCostsSay, channelLabel } from '#lib/domain/measures/wording.ts';
import { shown } from '#lib/domain/statistics/rounding.ts';
import type { Span } from '#lib/domain/glance/over-months.ts';
import type { Block, Section } from '../description.ts';
import { againstTargets, explained, measureTable, type LinkOf } from './measure-tables.ts';

const many = (count: number) => count.toLocaleString('en-GB');
/** Whole pounds, for sums: '£12,340'. */
export const pounds = (pence: number): string => `${pence < 0 ? '−' : ''}£${many(Math.round(Math.abs(pence) / 100))}`;
const spanInWords = ({ from, to }: Span) => (from === to ? showShortPeriod(to) : `${showShortPeriod(from)} to ${showShortPeriod(to)}`);
const leftOut = (channels: readonly string[]): string[] =>
	channels.length ? [`No cost is set for ${channels.map(channelLabel).join(', ')}: those contacts are in no sum.`] : [];

/** How much demand need not have come, and what it costs. */
export function failureSection(glance: Glance, linkOf: LinkOf): Section {
	const measures = ofTheme(glance, 'failure demand');
	const { failure } = glance;
	const during = glance.months === 1 ? 'in the month' : `in ${glance.months} months`;
	const arithmetic: Block[] = failure
		? [
				{
					kind: 'steps',
					heading: 'What failure demand costs, step by step',
					steps: [
						{
							heading: 'Contacts.',
							text: `${many(failure.contacts)} ${during}, on the web those finished there, each at the cost of one by its channel: ${pounds(failure.all)}.`
						},
						{ heading: 'Share.', text: `Of the contacts looked at, ${failure.share.shown} were failure demand.` },
						{ heading: 'Cost.', text: `${pounds(failure.all)} times ${shown(failure.share.value, 1)}% is ${pounds(failure.pence)}.` },
						...leftOut(failure.withoutCost).map((text) => ({ heading: 'Left out.', text }))
					],
					rule: 'The share is taken to be the same by every channel. It is what could be saved at most, not what will be: people are paid whether the telephone rings or not.'
				}
			]
		: [];
	return {
		id: 'failure-demand',
		title: failure
			? `Failure demand costs ${pounds(failure.pence)} ${during}: ${shown(failure.share.value, 1)}% of ${pounds(failure.all)}`
			: againstTargets(measures, 'Failure demand'),
		blocks: [
			{ kind: 'table', table: measureTable('failure-demand', 'Failure demand', measures, glance.months, linkOf) },
			...arithmetic,
			...explained(measures)
		]
	};
}

/** How contacts moved to other channels since the first year held, and what that saves, with the arithmetic. */
export function shiftSection(glance: Glance, linkOf: LinkOf): Section {
	const measures = ofTheme(glance, 'channel shift');
	const { shift, baseline } = glance;
	const overview: Block = {
		kind: 'table',
		table: measureTable('channel-shift', 'Channel shift and cost', measures, glance.months, linkOf)
	};
	if (!shift || !baseline)
		return {
			id: 'channel-shift',
			title: measures.length ? againstTargets(measures, 'Channel shift and cost') : 'Channel shift: nothing is held here',
			blocks: [
				overview,
				{
					kind: 'text',
					text: 'The saving is worked out for all channels together, once the same months of an earlier year are held by channel.'
				},
				...explained(measures)
			]
		};
	const self = measureAt(glance, 'self-service-share');
	const then = self?.points.filter(({ period }) => period >= baseline.from && period <= baseline.to) ?? [];
	const sums = then.reduce((sum, { numerator, denominator }) => ({ n: sum.n + numerator, of: sum.of + (denominator ?? 0) }), {
		n: 0,
		of: 0
	});
	return {
		id: 'channel-shift',
		title: `${shift.saved < 0 ? `${pounds(-shift.saved)} more is spent` : `${pounds(shift.saved)} is saved`} by channel shift since ${spanInWords(baseline)}`,
		blocks: [
			overview,
			...(self?.over && sums.of
				? [
						{
							kind: 'text' as const,
							text: `Self-service: ${shown((sums.n / sums.of) * 100, 1)}% (${many(sums.n)} of ${many(sums.of)}) in ${spanInWords(baseline)}, ${self.over.shown} in ${spanInWords(glance.span)}.`
						}
					]
				: []),
			{
				kind: 'table',
				table: {
					id: 'saving',
					caption: 'The saving, channel by channel',
					note: `Baseline: ${spanInWords(baseline)}. Now: ${spanInWords(glance.span)}.`,
					columns: [
						{ key: 'channel', label: 'Channel', kind: 'text', share: 1.2, width: 16 },
						{ key: 'before', label: 'Contacts then', kind: 'number', width: 14 },
						{ key: 'shareBefore', label: 'Share then, %', kind: 'number', decimals: 1, width: 14 },
						{ key: 'now', label: 'Contacts now', kind: 'number', width: 14 },
						{ key: 'shareNow', label: 'Share now, %', kind: 'number', decimals: 1, width: 14 },
						{ key: 'expected', label: 'With the shares of then', kind: 'number', width: 14 },
						{ key: 'cost', label: 'One costs, £', kind: 'number', decimals: 2, width: 12 },
						{ key: 'saved', label: 'Saved, £', kind: 'number', width: 12 }
					],
					rows: shift.rows.map(({ channel, before, shareBefore, now, shareNow, expected, pence, saved }) => ({
						channel: channelCostsSay(channel),
						before,
						shareBefore: shareBefore * 100,
						now,
						shareNow: shareNow * 100,
						expected,
						cost: pence === null ? null : pence / 100,
						saved: saved === null ? null : saved / 100
					})),
					empty: 'Contacts are not held by channel here.'
				}
			},
			{
				kind: 'steps',
				heading: 'The saving, step by step',
				steps: [
					{ heading: 'Today.', text: `${many(shift.now)} contacts cost ${pounds(shift.costNow)}, each at the cost of one by its channel.` },
					{
						heading: 'As before.',
						text: `The same ${many(shift.now)} contacts with the shares of ${spanInWords(baseline)}, when there were ${many(shift.before)}, would cost ${pounds(shift.costAsBefore)}.`
					},
					{ heading: 'Difference.', text: `${pounds(shift.costAsBefore)} less ${pounds(shift.costNow)} is ${pounds(shift.saved)}.` },
					...leftOut(shift.withoutCost).map((text) => ({ heading: 'Left out.', text }))
				],
				rule: `One contact costs what the council has set for its channel; by now ${glance.shift?.rows
					.filter(({ pence }) => pence !== null)
					.map(({ channel, pence }) => `${channelCostsSay(channel).toLowerCase()} ${showPence(pence ?? 0)}`)
					.join(
						', '
					)}. More or fewer contacts are no saving: today’s number is in both. On the web only what customers finished there by themselves is counted.`
			},
			...explained(measures)
		]
	};
}
