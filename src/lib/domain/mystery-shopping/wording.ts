import type { Level, TimeOfDay, VisitState } from './words.ts';

/** What a reporting level is called where it is chosen, and what it means for staff. */
export const levelWords: Record<Level, { label: string; hint: string }> = {
	council: { label: 'The council as a whole', hint: 'Results by channel, standard and question. No service is told apart' },
	service: { label: 'Services', hint: 'Results of each service. No team is told apart' },
	team: { label: 'Teams', hint: 'Results of each team. Nobody is told apart' },
	individual: { label: 'Individual members of staff', hint: 'Only where staff were told so beforehand' }
};

/** '9am to noon' */
export const timeWords: Record<TimeOfDay, string> = { morning: '9am to noon', midday: 'noon to 2pm', afternoon: '2pm to 5pm' };

type Kind = 'good' | 'watch' | 'bad' | 'here' | 'quiet';
/** The state of a visit in a word and the shape beside it. */
export const stateMarks: Record<VisitState, { kind: Kind; text: string }> = {
	planned: { kind: 'quiet', text: 'Planned' },
	started: { kind: 'here', text: 'Started' },
	submitted: { kind: 'here', text: 'To check' },
	'sent back': { kind: 'watch', text: 'Sent back' },
	checked: { kind: 'good', text: 'Checked' },
	'left out': { kind: 'quiet', text: 'Left out' }
};

/** How a shopper is told to turn to the council. */
export const turnWords: Record<string, string> = {
	phone: 'Ring',
	'face to face': 'Go to',
	email: 'Write to',
	letter: 'Write to',
	web: 'Look at',
	SMS: 'Text',
	'social media': 'Write on'
};

export const divisionWords = {
	all: 'All visits',
	channel: 'Channel',
	service: 'Service',
	team: 'Team',
	individual: 'Member of staff',
	standard: 'Contact standard',
	question: 'Question'
} as const;
