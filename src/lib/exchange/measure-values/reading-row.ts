import type { Measure } from '#lib/domain/measures/finding.server.ts';
import { readPeriod } from '#lib/domain/measures/reading-period.ts';
import type { ValueTyped } from '#lib/domain/measures/value-faults.ts';
import { channels, type Channel } from '#lib/domain/journeys/channels.ts';
import { unguarded } from '../formula-guard.ts';
import { bare, channelOf } from '../interactions/columns.ts';
import { readPercentage, type PercentMeaning, type ValueMapping, type ValuePart } from './columns.ts';

/** What the names in a file can mean. A service has its id and name; teams stand under their service's id and their own name. */
export type Known = {
	measures: Map<string, Measure>;
	services: Map<string, { id: string; name: string }>;
	teams: Map<string, { id: string; name: string }>;
};

export const teamKey = (serviceId: string, name: string): string => `${serviceId} ${bare(name)}`;

const wholeCouncil = ['', 'whole council', 'the whole council', 'council', 'all', 'corporate total', 'total'];
const allTeams = ['', 'all', 'all teams', 'total'];
const allChannels = ['', 'all', 'all channels', 'total'];
const wholeNumber = (text: string) => {
	const plain = text.replaceAll(/[,\s]/g, '');
	return /^\d{1,13}(\.0+)?$/.test(plain) ? Number(plain) : null;
};

export type Fault = { part: ValuePart; text: string };
/** A row as a value, with its measure and its place in words. */
export type ReadRow = { value: ValueTyped & { reason: string }; measure: Measure; where: string };

/** One row as a value, or everything that is wrong with it. Nothing is looked up but the names in `facts`. */
export function readRow(
	cells: Record<string, string>,
	mapping: ValueMapping,
	facts: Known,
	meaning: PercentMeaning | null
): ReadRow | Fault[] {
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
	const service = wholeCouncil.includes(named) ? null : facts.services.get(named);
	if (service === undefined) fault('service', `There is no service called “${cell('service').slice(0, 60)}”`);
	const team = allTeams.includes(bare(cell('team'))) ? null : facts.teams.get(teamKey(service?.id ?? '', cell('team')));
	if (team === undefined && service) fault('team', `${service.name} has no team called “${cell('team').slice(0, 60)}”`);
	if (team === undefined && service === null) fault('service', 'Enter the service whose team it is');
	const said = bare(cell('channel'));
	const channel: Channel | null | undefined = allChannels.includes(said) ? null : channelOf(cell('channel'));
	if (channel === undefined) fault('channel', `“${cell('channel').slice(0, 40)}” is no channel. Use ${channels.join(', ')}`);
	const denominator = cell('denominator') ? wholeNumber(cell('denominator')) : null;
	if (cell('denominator') && denominator === null) fault('denominator', `“${cell('denominator').slice(0, 40)}” is no whole number`);
	const { numerator, wrong } = numeratorOf(cell('numerator'), cell('percentage'), denominator, measure, meaning);
	if (wrong) faults.push(wrong);
	if (faults.length || !measure || !period || service === undefined || team === undefined || channel === undefined || numerator === null)
		return faults;
	return {
		measure,
		where: [team?.name, service?.name ?? 'whole council', channel].filter(Boolean).join(', '),
		value: {
			measureId: measure.id,
			serviceId: service?.id ?? null,
			teamId: team?.id ?? null,
			channel,
			period,
			numerator,
			denominator,
			reason: cell('reason').slice(0, 500)
		}
	};
}

/** What was counted: as it stands, or worked out from a percentage of the denominator. */
function numeratorOf(
	text: string,
	percentage: string,
	denominator: number | null,
	measure: Measure | undefined,
	meaning: PercentMeaning | null
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
