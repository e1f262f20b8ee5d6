import * as v from 'valibot';
import { choice, chosen, day, line, optionalDay, optionalLine, requiredText, text, tick, version } from '#lib/server/fields.ts';
import { channels } from '../journeys/channels.ts';
import { levels, timesOfDay } from './words.ts';

const programme = {
	name: line('a name for the programme', 'Name of the programme', 120),
	aim: text('What it shall find out', 2000),
	noticeWhat: requiredText('what staff were told, or will be', 'What staff were told', 2000),
	noticeWhy: requiredText('why there is shopping, as staff are told', 'Why there is shopping', 2000),
	noticeGivenOn: optionalDay('the day the notice was given'),
	level: choice(levels, 'Choose the lowest level of reporting promised to staff')
};
export const programmeForm = v.object(programme);
export const changedProgrammeForm = v.object({ ...programme, version });

const wave = {
	name: line('a name for the wave', 'Name of the wave', 120),
	startOn: day('the first day of the wave'),
	endOn: day('the last day of the wave')
};
export const waveForm = v.object(wave);
export const changedWaveForm = v.object({ ...wave, version });

/** One telling on each line that is not empty. */
const lines = v.pipe(
	text('Other ways to tell it', 4000),
	v.transform((typed) =>
		typed
			.split('\n')
			.map((one) => one.trim())
			.filter(Boolean)
	)
);
const several = v.optional(v.array(v.string()), []);

const scenario = {
	title: line('a title', 'Title', 120),
	channel: choice(channels, 'Choose a channel'),
	situation: requiredText('the situation', 'Situation', 2000),
	whereTo: optionalLine('Where to turn', 300),
	rightAnswer: requiredText('what a right answer contains', 'What a right answer contains', 2000),
	variants: lines,
	standard: optionalLine('Contact standard', 20),
	scorecardVersionId: chosen('Choose a scorecard'),
	'services[]': several
};
const named = <T extends { 'services[]': string[] }>({ 'services[]': services, ...rest }: T) => ({ ...rest, services });
export const scenarioForm = v.pipe(v.object(scenario), v.transform(named));
export const changedScenarioForm = v.pipe(v.object({ ...scenario, version }), v.transform(named));

const whole = (message: string, most: number) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^\d{1,4}$/, message),
		v.transform(Number),
		v.minValue(1, message),
		v.maxValue(most, message)
	);

export const planForm = v.pipe(
	v.object({
		seed: line('a seed', 'Seed', 60),
		perService: whole('Enter how many visits each service gets, from 1 to 100', 100),
		windowDays: whole('Enter how many working days a shopper has, from 1 to 20', 20),
		'services[]': several,
		'scenarios[]': several,
		'shoppers[]': several
	}),
	v.transform(({ 'services[]': services, 'scenarios[]': scenarios, 'shoppers[]': shoppers, ...rest }) => ({
		...rest,
		services,
		scenarios,
		shoppers
	}))
);

const visit = {
	serviceId: chosen('Choose a service'),
	scenarioId: chosen('Choose a scenario'),
	shopperId: chosen('Choose a shopper'),
	fromOn: day('the first day'),
	toOn: day('the last day'),
	timeOfDay: choice(timesOfDay, 'Choose a time of day'),
	teamId: v.optional(v.string(), ''),
	staffId: v.optional(v.string(), '')
};
export const visitForm = v.object(visit);
export const changedVisitForm = v.object({ ...visit, version });

export const tieForm = v.object({
	serviceId: chosen('Choose a service'),
	why: requiredText('what ties you to it', 'What ties you to it', 500)
});
export const tieEndForm = v.object({ serviceId: chosen('Choose a service') });

/** A form that is only its button, of the version that was seen. */
export const versionForm = v.object({ version });
export const closeForm = v.object({ confirmed: tick, version });
export const mendForm = v.object({ mend: requiredText('what to mend', 'What to mend', 2000), version });
export const reasonForm = v.object({ reason: requiredText('why it is left out', 'The reason', 1000), version });

/** '9:05', '14.30' or '1430'; '' where it is not said. Minutes after midnight. */
const clock = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.regex(/^$|^([01]?\d|2[0-3])[:.]?[0-5]\d$/, 'Enter the time like 14:30'),
	v.transform((typed) => {
		const figures = typed.replace(/[:.]/, '').padStart(4, '0');
		return typed ? Number(figures.slice(0, 2)) * 60 + Number(figures.slice(2)) : null;
	})
);
const counted = (message: string, most: number) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^\d{0,5}$/, message),
		v.transform((typed) => (typed ? Number(typed) : null)),
		v.nullable(v.pipe(v.number(), v.maxValue(most, message)))
	);

/** When a visit was made and what was counted; the answers of its form are read beside it. */
export const timingForm = v.object({
	visitedOn: optionalDay('the day of the visit'),
	visitedTime: clock,
	rings: counted('Enter how many rings, from 0 to 99', 99),
	waitSeconds: counted('Enter the waiting in seconds, from 0 to 35,999', 35_999),
	version
});

export const attemptForm = v.object({ triedOn: day('the day you tried'), triedTime: clock, note: optionalLine('What happened', 300) });

/** A photo or file brought back; the file itself is read beside it. */
export const fileForm = v.object({ shows: optionalLine('What it shows', 200) });

export const proposalsForm = v.pipe(
	v.object({ 'proposals[]': several }),
	v.transform(({ 'proposals[]': proposals }) => ({ proposals }))
);

/** What an agency's file says of when a visit was made and what was counted; days as they are written in the United Kingdom, too. */
export const agencyTiming = {
	day: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed): v.InferInput<ReturnType<typeof day>> => typed.trim().replace(/^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/, '$3-$2-$1')),
		day('the day')
	),
	time: clock,
	rings: counted('Enter how many rings, from 0 to 99', 99),
	waitSeconds: counted('Enter the waiting in seconds, from 0 to 35,999', 35_999)
};
