import { channels, type Channel } from '#lib/domain/journeys/channels.ts';

/** What a list of interactions can say about each. The time may stand beside the date or in a column of its own. */
export const parts = ['reference', 'at', 'time', 'channel', 'advisor', 'seconds'] as const;
export type Part = (typeof parts)[number];

type Described = { label: string; about: string; required: boolean; also: readonly string[] };
export const described: Record<Part, Described> = {
	reference: {
		label: 'Reference',
		about: 'Tells interactions apart: one is counted once, in however many files it comes.',
		required: true,
		also: [
			'ref',
			'id',
			'call id',
			'interaction',
			'interaction id',
			'contact id',
			'case',
			'case number',
			'call reference',
			'conversation id'
		]
	},
	at: {
		label: 'Date and time',
		about: '12/11/2026 10:42, 2026-11-12 10:42, or a date as Excel keeps it. The time may stand in a column of its own.',
		required: true,
		also: ['date', 'day', 'datetime', 'date time', 'start', 'started', 'start time', 'call date', 'when']
	},
	time: { label: 'Time', about: 'Only where it stands apart from the date.', required: false, also: ['time of day', 'call time', 'hour'] },
	channel: {
		label: 'Channel',
		about: `One of ${channels.join(', ')}; other words such as telephone and e-mail are known.`,
		required: true,
		also: ['type', 'medium', 'media', 'media type', 'contact type']
	},
	advisor: {
		label: 'Advisor',
		about: 'The payroll number, or the name where only one person has it.',
		required: true,
		also: [
			'payroll number',
			'payroll no',
			'payroll',
			'agent',
			'agent name',
			'agent id',
			'staff',
			'name',
			'employee',
			'officer',
			'handled by'
		]
	},
	seconds: {
		label: 'Length',
		about: 'Seconds, 8:14, 0:08:14, or a time as Excel keeps it.',
		required: false,
		also: ['duration', 'seconds', 'talk time', 'handling time', 'handle time', 'aht', 'length seconds']
	}
};

/** Which head of a file is which part; a channel may also be said for all of it ('=phone'). */
export type Mapping = Partial<Record<Part, string>>;

/** A head without capitals, spaces and signs. */
export const bare = (head: string): string =>
	head
		.toLowerCase()
		.normalize('NFKC')
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** By what a mapping is remembered: files with the same heads, in whatever order. */
export const headsKey = (heads: readonly string[]): string => [...new Set(heads.map(bare))].sort().join('\n');

/** What the heads are likely to mean, by the names they are known by. */
export function guessed(heads: readonly string[]): Mapping {
	const mapping: Mapping = {};
	for (const part of parts) {
		const names = [described[part].label, ...described[part].also].map(bare);
		const free = heads.filter((head) => !Object.values(mapping).includes(head));
		const found = names.map((name) => free.find((head) => bare(head) === name)).find((head) => head !== undefined);
		if (found !== undefined) mapping[part] = found;
	}
	return mapping;
}

/** What a mapping still lacks, a sentence each; none where the file can be read by it. */
export function lacking(mapping: Mapping, heads: readonly string[]): { part: Part; text: string }[] {
	const inFile = (value: string) => heads.includes(value) || (channelForAll(value) !== null && value === mapping.channel);
	return parts.flatMap((part) => {
		const value = mapping[part];
		if (value && !inFile(value)) return [{ part, text: `There is no column called “${value}”` }];
		if (!value && described[part].required)
			return [{ part, text: `Choose the column that holds the ${described[part].label.toLowerCase()}` }];
		const twice = value && parts.find((other) => other !== part && mapping[other] === value);
		return twice && parts.indexOf(twice) < parts.indexOf(part) ? [{ part, text: `“${value}” is chosen twice` }] : [];
	});
}

export const channelForAll = (value: string): Channel | null => channels.find((channel) => value === `=${channel}`) ?? null;

const otherWords: Record<string, Channel> = {
	telephone: 'phone',
	tel: 'phone',
	call: 'phone',
	voice: 'phone',
	'inbound call': 'phone',
	'face to face': 'face to face',
	f2f: 'face to face',
	'in person': 'face to face',
	counter: 'face to face',
	'e mail': 'email',
	sms: 'SMS',
	text: 'SMS',
	'text message': 'SMS',
	online: 'web',
	website: 'web',
	webchat: 'web',
	'web chat': 'web',
	chat: 'web',
	post: 'letter',
	mail: 'letter',
	social: 'social media'
};

/** The channel a cell means; undefined for a word nobody knows. */
export function channelOf(text: string): Channel | undefined {
	const word = bare(text);
	return channels.find((channel) => channel.toLowerCase() === word) ?? otherWords[word];
}
