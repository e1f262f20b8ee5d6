import type { Channel } from '../journeys/channels.ts';
import { isCounted } from '../paf/counting.ts';
import type { AssessmentState, Selection } from '../paf/states.ts';
import { explainMean, meanInterval, type MeanInterval } from '../statistics/mean-interval.ts';

/** One released score of an advisor, with the form that counts; scores in hundredths of a point. */
export type ScoredContact = {
	channel: Channel;
	selection: Selection;
	state: AssessmentState;
	releasedAt: number | null;
	/** Whether its month counts what was chosen. */
	chosenCount: boolean;
	quality: number | null;
	access: number | null;
	/** Critical questions that failed it. */
	failed: number;
};

/** How many contacts there were altogether, by channel: the list each sample was drawn from. */
export type Population = { channel: Channel; size: number };

/** One mean of a sheet with what it rests on. */
export type MeanFigure = {
	/** 'All channels', 'Telephone'. */
	name: string;
	/** Scores that count. */
	n: number;
	sampled: number;
	chosen: number;
	/** Null under n = 2, where nothing is shown. */
	interval: MeanInterval | null;
	explained: string[];
};

export type QualityFigures = {
	quality: MeanFigure;
	byChannel: MeanFigure[];
	/** Beside quality, never blended with it; null where nothing was scored for access. */
	access: MeanFigure | null;
	/** Counted scores that a critical question took to 0. */
	critical: number;
	/** Released, but not counted: chosen where the month does not count what was chosen, or taken back by an appeal. */
	chosenBeside: number;
	upheld: number;
};

/** A channel as a heading: 'Phone', 'SMS'. */
export const channelHeading = (channel: string): string => channel.charAt(0).toUpperCase() + channel.slice(1);

const scale = [0, 100] as const;

function meanOf(name: string, counted: readonly ScoredContact[], part: 'quality' | 'access', population: number | null): MeanFigure {
	const values = counted.flatMap((one) => (one[part] === null ? [] : [one[part] / 100]));
	const chosen = counted.filter(({ selection }) => selection === 'chosen').length;
	// a correction speaks of a random draw from a list that is known; what somebody picked was not drawn
	const known = chosen || population === null || population < values.length ? null : population;
	const interval = meanInterval(values, { population: known, scale });
	const drawn = [
		`${counted.length - chosen} drawn at random, ${chosen} chosen.`,
		...(chosen ? ['As chosen ones count here, nothing is corrected for the size of the list they come from.'] : [])
	];
	return { name, n: values.length, sampled: counted.length - chosen, chosen, interval, explained: [...explainMean(interval), ...drawn] };
}

/**
 * The figures of one advisor and month: the mean quality with its 95 % t interval (corrected for a finite list where all that
 * counts was drawn from lists of known size), each channel, access beside. Nothing under n = 2. DOMAIN section 5.2.
 */
export function qualityFigures(scores: readonly ScoredContact[], populations: readonly Population[]): QualityFigures {
	const counted = scores.filter((score) => isCounted(score, score.chosenCount));
	const channels = [...new Set(counted.map(({ channel }) => channel))];
	const sizeOf = (wanted: readonly Channel[]) => {
		const sizes = wanted.map((channel) => populations.filter((one) => one.channel === channel).reduce((sum, { size }) => sum + size, 0));
		return sizes.length && sizes.every((size) => size > 0) ? sizes.reduce((sum, size) => sum + size, 0) : null;
	};
	const isOf = (channel: Channel) => (score: ScoredContact) => score.channel === channel;
	const withAccess = counted.filter(({ access }) => access !== null);
	const accessChannels = [...new Set(withAccess.map(({ channel }) => channel))];
	return {
		quality: meanOf('All channels', counted, 'quality', sizeOf(channels)),
		byChannel: channels.map((channel) => meanOf(channelHeading(channel), counted.filter(isOf(channel)), 'quality', sizeOf([channel]))),
		access: withAccess.length ? meanOf('Access', withAccess, 'access', sizeOf(accessChannels)) : null,
		critical: counted.filter(({ failed }) => failed > 0).length,
		chosenBeside: scores.filter((one) => one.releasedAt !== null && one.selection === 'chosen' && !one.chosenCount).length,
		upheld: scores.filter(({ state }) => state === 'upheld').length
	};
}
