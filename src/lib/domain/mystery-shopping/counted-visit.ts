import type { Channel } from '../journeys/channels.ts';

/** How one question of a checked visit was answered. `question` is the same in every version of its scorecard. */
export type CountedAnswer = { question: string; text: string; standards: readonly string[]; isBest: boolean };

/** A checked visit as the figures see it. Scores are points, 0 to 100; null where the scorecard has none of that part. */
export type CountedVisit = {
	channel: Channel;
	serviceId: string;
	service: string;
	teamId: string | null;
	team: string | null;
	staffId: string | null;
	staffName: string | null;
	quality: number | null;
	access: number | null;
	/** Whether its quality reaches the pass mark; null where it has no quality. */
	passed: boolean | null;
	answers: readonly CountedAnswer[];
	verbatims: readonly string[];
};
