import type { Level } from './words.ts';
import type { Channel } from '../journeys/channels.ts';

/** What is written down about a programme; an empty day is a notice that was not given yet. */
export type ProgrammeDetails = { name: string; aim: string; noticeWhat: string; noticeWhy: string; noticeGivenOn: string; level: Level };

export const programmeLabels = {
	name: 'Name of the programme',
	aim: 'What it shall find out',
	noticeWhat: 'What staff were told',
	noticeWhy: 'Why there is shopping, as staff were told',
	noticeGivenOn: 'Day the notice was given',
	level: 'Lowest level of reporting promised'
} as const;

/** Days are YYYY-MM-DD. */
export type WaveDetails = { name: string; startOn: string; endOn: string };
export const waveLabels = { name: 'Name of the wave', startOn: 'First day', endOn: 'Last day' } as const;

export type ScenarioDetails = {
	title: string;
	channel: Channel;
	situation: string;
	whereTo: string;
	rightAnswer: string;
	variants: string[];
	standard: string;
	scorecardVersionId: string;
	services: string[];
};

export const scenarioLabels = {
	title: 'Title',
	channel: 'Channel',
	situation: 'Situation',
	whereTo: 'Where to turn',
	rightAnswer: 'What a right answer contains',
	variants: 'Other ways to tell it',
	standard: 'Contact standard tested',
	scorecardVersionId: 'Scorecard',
	services: 'Services'
} as const;

/** What two days of a wave get wrong together; null where nothing is. */
export const wrongDays = ({ startOn, endOn }: { startOn: string; endOn: string }): { field: string; text: string } | null =>
	endOn < startOn ? { field: 'endOn', text: 'The last day must be on or after the first day' } : null;
