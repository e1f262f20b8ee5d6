import { capital } from '#lib/domain/actions/wording.ts';
import { emotionWords, type Evidencing } from '../step-words.ts';
import type { MapStep } from '../map.ts';
import { mainStep, type Column } from './columns.ts';
import { movedInWords } from './moved-words.ts';
import { sayDuration } from '../durations.ts';

/** A piece of a line: 'Waits ' and then, strong, '11 days'. */
export type Piece = { text: string; strong?: boolean };
/** How a line is written; 'to-be' says what would stand there instead. */
export type Tone = 'plain' | 'soft' | 'quote' | 'pain' | 'truth' | 'to-be';
export type Line = { pieces: Piece[]; tone: Tone };

export type Cell = {
	lines: Line[];
	/** Contacts a year and the failure demand among them, for the bar. */
	demand?: { all: number; failure: number } | undefined;
	evidenced?: Evidencing;
};
export type LaneName = 'does' | 'wants' | 'feels' | 'in words' | 'channel' | 'backstage' | 'time' | 'demand' | 'pain' | 'evidence';
/** One lane across the columns. The lane 'feels' is drawn as a curve and its cells are empty. */
export type Lane = { name: LaneName; label: string; cells: Cell[] };

const line = (text: string, tone: Tone = 'plain'): Line => ({ pieces: [{ text }], tone });
const pieces = (...parts: Piece[]): Line => ({ pieces: parts, tone: 'plain' });
const whole = (n: number) => n.toLocaleString('en-GB');

/** '−1 bad', '+2 very good', '0 neither': a figure is never alone. */
export function emotionInWords(emotion: number): string {
	const sign = emotion > 0 ? '+' : emotion < 0 ? '−' : '';
	return `${sign}${Math.abs(emotion)} ${emotionWords[emotion + 2] ?? ''}`;
}
const served = ({ servedBy }: MapStep) => (servedBy === 'nobody' ? 'Nobody serves' : capital(servedBy));
const channelOf = ({ channel }: MapStep) => (channel ? capital(channel) : 'No channel');
const joined = (...texts: string[]) => texts.filter(Boolean).join('; ');
const behind = ({ backstage, systems }: MapStep) => joined(backstage, systems);
const linesOf = (text: string) => text.split('\n').filter((one) => one.trim());
const minutes = (n: number | null) => (n === null ? 'not measured' : n === 0 ? '0' : sayDuration(n));
const demandOf = ({ demand, failureDemand }: MapStep) =>
	demand === null
		? 'Not counted'
		: failureDemand === null
			? `${whole(demand)}, failure demand not counted`
			: `${whole(failureDemand)} of ${whole(demand)}`;

/** What a lane says of a step, as it is. */
type Says = { now: (step: MapStep) => Line[]; plainly: (step: MapStep) => string };

const says: Record<Exclude<LaneName, 'feels' | 'evidence'>, Says> = {
	does: { now: ({ does }) => [line(does)], plainly: ({ does }) => does },
	wants: { now: ({ wants }) => (wants ? [line(wants)] : []), plainly: ({ wants }) => wants || 'nothing noted' },
	'in words': {
		now: ({ emotion, quote, momentOfTruth }) => [
			emotion === null ? line('Not known', 'soft') : pieces({ text: emotionInWords(emotion), strong: true }),
			...(quote ? [line(quote, 'quote')] : []),
			...(momentOfTruth ? [line('Moment of truth', 'truth')] : [])
		],
		plainly: ({ emotion }) => (emotion === null ? 'not known' : emotionInWords(emotion))
	},
	channel: {
		now: (step) => [line(channelOf(step)), line(served(step), 'soft')],
		plainly: (step) => `${channelOf(step)}, ${served(step).toLowerCase()}`
	},
	backstage: {
		now: (step) => (behind(step) ? [line(behind(step))] : [line('Nothing noted', 'soft')]),
		plainly: (step) => behind(step) || 'nothing noted'
	},
	time: {
		now: ({ waitingMinutes, handlingMinutes }) => [
			pieces({ text: 'Waits ' }, { text: minutes(waitingMinutes), strong: true }),
			line(`Handled ${minutes(handlingMinutes)}`)
		],
		plainly: ({ waitingMinutes, handlingMinutes }) => `waits ${minutes(waitingMinutes)}, handled ${minutes(handlingMinutes)}`
	},
	demand: {
		now: (step) => {
			const { demand, failureDemand } = step;
			if (demand === null || failureDemand === null) return [line(demandOf(step), 'soft')];
			return [pieces({ text: whole(failureDemand), strong: true }, { text: ` of ${whole(demand)}` })];
		},
		plainly: demandOf
	},
	pain: {
		now: ({ painPoints }) => (painPoints.trim() ? linesOf(painPoints).map((text) => line(text, 'pain')) : [line('None found', 'soft')]),
		plainly: ({ painPoints }) => linesOf(painPoints).join('; ') || 'none'
	}
};

export const evidencedWords: Record<Evidencing, string> = { none: 'Not evidenced', partly: 'Partly evidenced', fully: 'Fully evidenced' };

/** What is to be, where it differs: one line under what is. */
function differing({ asIs, toBe }: Column, { plainly }: Says): Line[] {
	if (!asIs || !toBe || plainly(asIs) === plainly(toBe)) return [];
	return [line(`To-be: ${plainly(toBe)}`, 'to-be')];
}

function cellOf(name: Lane['name'], column: Column): Cell {
	const step = mainStep(column);
	if (name === 'feels') return { lines: [] };
	if (name === 'evidence') return { lines: [line(evidencedWords[step.evidenced])], evidenced: step.evidenced };
	const lines = [...says[name].now(step), ...differing(column, says[name])];
	if (name === 'in words' && column.asIs && column.toBe && column.asIs.momentOfTruth !== column.toBe.momentOfTruth)
		lines.push(line(column.toBe.momentOfTruth ? 'To-be: a moment of truth' : 'To-be: no moment of truth', 'to-be'));
	if (name === 'does' && column.fate === 'new') lines.push(line('New in to-be', 'to-be'));
	if (name === 'does' && column.fate === 'taken away') lines.push(line('Taken away in to-be', 'to-be'));
	if (name === 'does' && column.moved) lines.push(line(movedInWords(column.moved), 'to-be'));
	if (name !== 'demand') return { lines };
	return { lines, demand: step.demand === null ? undefined : { all: step.demand, failure: step.failureDemand ?? 0 } };
}

/** What a step says, in words only; '' where nothing is noted. */
export const saidPlainly = (step: MapStep) => ({
	wants: step.wants,
	feels: step.emotion === null ? 'Not known' : emotionInWords(step.emotion),
	channel: channelOf(step),
	served: served(step),
	waits: minutes(step.waitingMinutes),
	handled: minutes(step.handlingMinutes),
	demand: demandOf(step),
	pain: linesOf(step.painPoints).join('; '),
	evidenced: evidencedWords[step.evidenced]
});

const labels: Record<LaneName, string> = {
	does: 'Does',
	wants: 'Wants',
	feels: 'Feels',
	'in words': 'In words',
	channel: 'Channel',
	backstage: 'Backstage',
	time: 'Time',
	demand: 'Failure demand',
	pain: 'Pain',
	evidence: 'Evidence'
};

/** The lanes of the picture in order, each with a cell a column. A wish that no step has makes no lane. */
export function lanesOf(columns: readonly Column[]): Lane[] {
	const names = (Object.keys(labels) as LaneName[]).filter(
		(name) => name !== 'wants' || columns.some(({ asIs, toBe }) => asIs?.wants || toBe?.wants)
	);
	return names.map((name) => ({ name, label: labels[name], cells: columns.map((column) => cellOf(name, column)) }));
}

/** The largest yearly demand of any step: the bar of that step takes the whole width. */
export const mostDemand = (columns: readonly Column[]): number => Math.max(1, ...columns.map((column) => mainStep(column).demand ?? 0));

/** Whether the column is washed: what happens there decides how the customer remembers the whole. */
export const isTruth = (column: Column): boolean => mainStep(column).momentOfTruth;
