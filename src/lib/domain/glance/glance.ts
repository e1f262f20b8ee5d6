import type { Channel } from '../journeys/channels.ts';
import type { ChannelsCompared } from '../measures/cost-of-channels.ts';
import type { Point } from '../measures/series.server.ts';
import type { Standing } from '../measures/standing.ts';
import type { Theme } from '../measures/words.ts';
import type { FailureCost } from './failure-cost.ts';
import type { Over, Span } from './over-months.ts';

/** A measure at a glance: how it stands, and its months taken together beside the same of the year before. */
export type MeasureAtGlance = {
	theme: Theme;
	standing: Standing;
	over: Over | null;
	/** Null where a month is missing then or now. */
	before: Over | null;
	points: readonly Point[];
};

/** One part of a place, a channel or a service or a team, in one measure. */
export type Part = {
	name: string;
	channel: Channel | null;
	serviceId: string | null;
	teamId: string | null;
	now: Over | null;
	before: Over | null;
	/** In the unit; null where there is none for the channel. */
	target: number | null;
	targetShown: string | null;
	met: boolean | null;
};

/** Everything the dashboard and the performance report say, in plain data. */
export type Glance = {
	name: string;
	span: Span;
	months: number;
	before: Span;
	/** The months the shift between channels is measured against; null where there are none before. */
	baseline: Span | null;
	measures: readonly MeasureAtGlance[];
	/** Contacts, answers in time, waits and days to an answer, by channel. */
	byChannel: Readonly<Record<string, readonly Part[]>>;
	/** Contacts by service, or by team of a service. */
	byUnit: readonly Part[];
	unit: 'Service' | 'Team' | null;
	/** Of contacts that were served; null without an earlier year, and for one channel alone. */
	shift: ChannelsCompared | null;
	failure: FailureCost | null;
	/** Measures of which nothing is held here, by name. */
	missing: readonly string[];
	releasedOnly: boolean;
};

export const ofTheme = (glance: Glance, ...themes: Theme[]): MeasureAtGlance[] =>
	glance.measures.filter(({ theme }) => themes.includes(theme));
export const measureAt = (glance: Glance, key: string): MeasureAtGlance | undefined =>
	glance.measures.find(({ standing }) => standing.measure.key === key);
