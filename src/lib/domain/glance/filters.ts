import { channels, type Channel } from '../journeys/channels.ts';

/** So many months are looked at together. */
export const windows = [1, 3, 6, 12, 24] as const;
export type Months = (typeof windows)[number];

/** What the dashboard is narrowed to; empty is the whole council, all channels. */
export type GlanceFilters = { service: string; team: string; channel: Channel | ''; months: Months };

/** As the address asks; what cannot be understood is left out. */
export function glanceFiltersIn(query: URLSearchParams): GlanceFilters {
	const channel = query.get('channel');
	const months = Number(query.get('months'));
	return {
		service: query.get('service') ?? '',
		team: query.get('team') ?? '',
		channel: channels.find((one) => one === channel) ?? '',
		months: windows.find((one) => one === months) ?? 12
	};
}

/** The same as text, always in one order, without what is not narrowed: '' for the council over a year. */
export function glanceText({ service, team, channel, months }: GlanceFilters): string {
	const chosen = { service, team, channel, months: months === 12 ? '' : String(months) };
	return new URLSearchParams(Object.entries(chosen).filter(([, value]) => value)).toString();
}

/** The address of the dashboard with these filters, or of a page below it. */
export const glanceAddress = (filters: GlanceFilters, below = ''): string => {
	const text = glanceText(filters);
	return `/glance${below}${text && `?${text}`}`;
};
