import type { Channel } from '../journeys/channels.ts';

/** What figures are asked about: the council, a service or a team, over all channels or by one. */
export type Scope = { serviceId?: string | null | undefined; teamId?: string | null | undefined; channel?: Channel | null | undefined };
export type Place = { serviceId: string | null; teamId: string | null; channel: Channel | null };

export const placeIn = ({ serviceId, teamId, channel }: Scope): Place => ({
	serviceId: serviceId || null,
	teamId: teamId || null,
	channel: channel || null
});

/** By what places are told apart. */
export const placeKey = ({ serviceId, teamId, channel }: Place): string => `${serviceId ?? ''}|${teamId ?? ''}|${channel ?? ''}`;

/**
 * The places a value of this place is part of: without its channel, without its team, without its service. Each of them
 * counts it once.
 */
export function placesAbove(place: Place): Place[] {
	const wider: Place[] = [place];
	if (place.teamId) wider.push({ ...place, teamId: null });
	if (place.serviceId) wider.push({ ...place, teamId: null, serviceId: null });
	const all = wider.flatMap((one) => (one.channel ? [one, { ...one, channel: null }] : [one]));
	return all.slice(1);
}
