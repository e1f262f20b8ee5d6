import type { Computation, Direction, Frequency, Origin, Theme, Unit } from './words.ts';

/** How the fields of a definition are called, on forms, in the audit trail and where two texts stand side by side. */
export const definitionLabels = {
	name: 'Name',
	theme: 'About',
	why: 'Why it is measured',
	unit: 'Counted in',
	numerator: 'What is counted',
	denominator: 'Out of',
	direction: 'Which way is good',
	source: 'Source',
	dataFrom: 'Where the figures come from',
	ownerId: 'Owner',
	frequency: 'How often',
	staleAfter: 'Old after, in days'
} as const;

export const themeLabels: Record<Theme, string> = {
	contacts: 'Contacts',
	'first contact': 'First contact',
	answering: 'Answering and waiting',
	response: 'Response times',
	satisfaction: 'Satisfaction',
	complaints: 'Complaints',
	'channel shift': 'Channel shift and cost',
	'failure demand': 'Failure demand',
	quality: 'Quality and standards'
};

export const unitLabels: Record<Unit, string> = {
	number: 'A plain number',
	'per cent': 'A share, in per cent',
	'per thousand': 'A rate for each thousand',
	seconds: 'A mean, in seconds',
	'working days': 'A mean, in working days',
	pence: 'A mean, in pounds and pence'
};

export const directionLabels: Record<Direction, string> = {
	higher: 'Higher is better',
	lower: 'Lower is better',
	neither: 'Neither: it is only watched'
};

export const frequencyLabels: Record<Frequency, string> = { month: 'Every month', quarter: 'Every quarter', year: 'Every year' };

export const originLabels: Record<Origin, string> = { typed: 'typed', imported: 'brought in', computed: 'computed' };

export const channelLabel = (channel: string): string => channel.charAt(0).toUpperCase() + channel.slice(1);

const surveyed = 'Answers to surveys that count, by month: by service where each has five or more, else for the whole council.';
const reached = 'Complaints by the month they reached the stage, and by service.';
const closed = 'Complaints closed, by month and service.';
/** What each computation counts, in a sentence. */
export const computationTexts: Record<Computation, string> = {
	'failure in demand logs':
		'Contacts in the demand logs of journey reviews, by the month they were heard, the channel, and the service whose journey it is.',
	'mystery visits passed': 'Visits of closed waves, by the month they were made, for the whole council, in months with five or more.',
	'assessed interactions': 'Contacts assessed and released, by month, for services in which at least five people were assessed that month.',
	'criteria achieved': 'The self-assessment on a staged model agreed last by the end of each month, of every service that has one.',
	'satisfied overall': surveyed,
	'satisfied with the welcome': surveyed,
	'satisfied with the wait': surveyed,
	'satisfied with the efficiency': surveyed,
	'satisfied with the interaction': surveyed,
	'satisfied with the delivery': surveyed,
	'resolved first time': surveyed,
	'informal complaints': reached,
	'stage 1 complaints': reached,
	'stage 2 complaints': reached,
	'complaints answered in time': 'Answers at stage 1 and stage 2, by the month they were due and by service.',
	'complaints with a cause': closed,
	'complaints with a lesson': closed
};

/** How a channel is called where its contacts are counted and cost: on the web only what was finished there. */
export const channelCostsSay = (channel: string): string => (channel === 'web' ? 'Self-service' : channelLabel(channel));
