import { channels, type Channel } from '#lib/domain/journeys/channels.ts';

/** The field of a channel's quota: 'quota-face-to-face'. */
export const quotaField = (channel: Channel): string => `quota-${channel.replaceAll(' ', '-')}`;

/** The fields of the quotas as they stand, empty where there is none. */
export const quotaValues = (quotas: Partial<Record<Channel, number>>): Record<string, string> =>
	Object.fromEntries(channels.map((channel) => [quotaField(channel), String(quotas[channel] ?? '')]));
