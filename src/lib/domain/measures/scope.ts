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

/** The place itself and the wider units around it, each over all channels: team, service, council. */
export function unitsAround({ serviceId, teamId }: Place): Place[] {
	const units: Place[] = [{ serviceId, teamId, channel: null }];
	if (teamId) units.push({ serviceId, teamId: null, channel: null });
	if (serviceId) units.push({ serviceId: null, teamId: null, channel: null });
	return units;
}

/**
 * The places a value of this place is part of: without its channel, without its team, without its service. Each of them
 * counts it once.
 */
export function placesAbove(place: Place): Place[] {
	const { channel } = place;
	return unitsAround(place)
		.flatMap((unit) => (channel ? [{ ...unit, channel }, unit] : [unit]))
		.slice(1);
}
