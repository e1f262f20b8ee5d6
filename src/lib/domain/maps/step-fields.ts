import { channels } from '#lib/domain/journeys/channels.ts';
import { mostMinutes } from './durations.ts';
import type { MapStep } from './map.ts';
import { evidencings, servers } from './step-words.ts';

/** What can be typed about a step. */
export type StepFields = Omit<MapStep, 'id' | 'version' | 'fromStepId'>;

/** As it is typed: failure demand may be a share of the demand in percent. */
export type StepTyped = Omit<StepFields, 'failureDemand'> & { failureDemand: number | null | { percent: number } };

/** A step of which only what the customer does is known: everything else is empty, nothing is measured. */
export const emptyStep: StepFields = {
	does: '',
	wants: '',
	channel: null,
	servedBy: 'nobody',
	backstage: '',
	systems: '',
	emotion: null,
	quote: '',
	waitingMinutes: null,
	handlingMinutes: null,
	momentOfTruth: false,
	demand: null,
	failureDemand: null,
	painPoints: '',
	evidenced: 'none'
};
export const stepFieldNames = Object.keys(emptyStep) as (keyof StepFields)[];

/** How each field is called on pages, in files and in refusals. */
export const stepLabels: Record<keyof StepFields, string> = {
	does: 'What the customer does',
	wants: 'What the customer wants',
	channel: 'Channel',
	servedBy: 'Who serves',
	backstage: 'Backstage',
	systems: 'Systems',
	emotion: 'Emotion',
	quote: 'In the customer’s words',
	waitingMinutes: 'Waiting time',
	handlingMinutes: 'Handling time',
	momentOfTruth: 'Moment of truth',
	demand: 'Demand',
	failureDemand: 'Failure demand',
	painPoints: 'Pain points',
	evidenced: 'How well evidenced'
};

/** The longest text of each field, in characters. */
export const mostText = { does: 300, wants: 300, backstage: 1000, systems: 300, quote: 500, painPoints: 1000 } as const;
export const mostStageName = 80;
export const mostStageWho = 120;
/** More contacts a year than any council has. */
export const mostDemand = 100_000_000;

export type Fault = { field: keyof StepFields; text: string };

/** What is wrong with a step as a whole, a sentence each; empty where nothing is. Issue 3, section 6. */
export function faultsIn(step: StepFields): Fault[] {
	const faults: Fault[] = [];
	const fault = (field: keyof StepFields, text: string) => void faults.push({ field, text });
	if (step.does.trim() === '') fault('does', 'Enter what the customer does');
	for (const [field, most] of Object.entries(mostText) as [keyof typeof mostText, number][])
		if (step[field].length > most) fault(field, `${stepLabels[field]} must be ${most.toLocaleString('en-GB')} characters or fewer`);
	if (step.channel !== null && !channels.includes(step.channel)) fault('channel', 'Choose a channel from the list');
	if (!servers.includes(step.servedBy)) fault('servedBy', 'Choose who serves from the list');
	if (!evidencings.includes(step.evidenced)) fault('evidenced', 'Choose how well the step is evidenced from the list');
	if (step.emotion !== null && !(Number.isInteger(step.emotion) && Math.abs(step.emotion) <= 2))
		fault('emotion', 'Emotion must be a whole number from −2 to +2');
	for (const field of ['waitingMinutes', 'handlingMinutes'] as const)
		timeFault(step[field], stepLabels[field], (text) => fault(field, text));
	if (step.demand !== null && !isCount(step.demand)) fault('demand', 'Demand must be a whole number of contacts a year, 0 or more');
	failureFault(step, (text) => fault('failureDemand', text));
	return faults;
}

const isCount = (value: number) => Number.isInteger(value) && value >= 0 && value <= mostDemand;

function timeFault(minutes: number | null, label: string, fault: (text: string) => void) {
	if (minutes === null) return;
	if (minutes < 0) fault(`${label} must not be negative`);
	else if (!Number.isInteger(minutes)) fault(`${label} must be whole minutes`);
	else if (minutes > mostMinutes) fault(`${label} must be 10 years or less`);
}

function failureFault({ demand, failureDemand }: StepFields, fault: (text: string) => void) {
	if (failureDemand === null) return;
	if (!isCount(failureDemand)) fault('Failure demand must be a whole number of contacts a year, 0 or more');
	else if (demand === null) fault('Enter the demand as well: failure demand is a part of it');
	else if (failureDemand > demand)
		fault(`Failure demand cannot be more than the demand of ${demand.toLocaleString('en-GB')} contacts a year`);
}

/** Failure demand in contacts a year from a share of the demand, half a contact counting up. */
export const shareOf = (demand: number, percent: number): number => Math.round(Number(((demand * percent) / 100).toPrecision(15)));

/** A step as it stands with what was typed over it; a failure share becomes a count of the demand that then stands. */
export function withTyped(step: StepFields, { failureDemand, ...typed }: Partial<StepTyped>): StepFields {
	const next: StepFields = { ...step, ...typed };
	if (failureDemand === undefined) return next;
	if (failureDemand === null || typeof failureDemand === 'number') return { ...next, failureDemand };
	return { ...next, failureDemand: countOf(next.demand, failureDemand.percent) };
}

/** What cannot be a share of the demand becomes a count that is refused as well, and is not rounded into one that is not. */
function countOf(demand: number | null, percent: number): number {
	if (demand === null) return 0;
	if (!(percent >= 0)) return -1;
	return percent > 100 ? demand + 1 : shareOf(demand, percent);
}
