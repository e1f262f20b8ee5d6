import { channels } from '../journeys/channels.ts';
import { channelLabel } from './wording.ts';

type Choice = { value: string | number; label: string };
type Named = { value: string; label: string };
type Field = { name: string; label: string; value: string | number; options: Choice[] };

/** The fields that say whose figures a page of measures shows: a service, one of its teams where it has any, a channel. */
export function scopeFields(
	chosen: { service: string; team?: string; channel?: string },
	choices: { services: readonly Choice[]; teams?: readonly Choice[] }
): Field[] {
	const { services, teams = [] } = choices;
	return [
		{ name: 'service', label: 'Service', value: chosen.service, options: [{ value: '', label: 'The whole council' }, ...services] },
		...(teams.length
			? [{ name: 'team', label: 'Team', value: chosen.team ?? '', options: [{ value: '', label: 'The whole service' }, ...teams] }]
			: []),
		...(chosen.channel === undefined
			? []
			: [
					{
						name: 'channel',
						label: 'Channel',
						value: chosen.channel,
						options: [{ value: '', label: 'All channels' }, ...channels.map((value) => ({ value, label: channelLabel(value) }))]
					}
				])
	];
}

/** Whose figures a page shows, and whose it could show: what its filters offer. A team is chosen once its service is. */
export type Whose = { service: string; team: string; channel: string; services: Named[]; teams: Named[] };

/** Whose figures they are, in words: 'The whole council', 'Gas, Housing repairs, by phone'. */
export const scopeName = ({ service, team, channel, services, teams }: Whose): string =>
	[
		teams.find(({ value }) => value === team)?.label,
		services.find(({ value }) => value === service)?.label ?? 'The whole council',
		channel && `by ${channel}`
	]
		.filter(Boolean)
		.join(', ');
