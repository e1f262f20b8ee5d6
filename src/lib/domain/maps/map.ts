import type { Channel } from '#lib/domain/journeys/channels.ts';
import type { Evidencing, MapKind, Server } from './step-words.ts';

/**
 * A map as everything works on it: figures, picture, exchange, reports. DOMAIN section 4. Times in minutes (null for not
 * measured), demand in contacts a year with the failure demand among it, emotion −2 to +2 (null for not known).
 */
export type MapStep = {
	id: string;
	does: string;
	wants: string;
	channel: Channel | null;
	servedBy: Server;
	backstage: string;
	systems: string;
	emotion: number | null;
	/** The customer's own words. */
	quote: string;
	waitingMinutes: number | null;
	handlingMinutes: number | null;
	momentOfTruth: boolean;
	demand: number | null;
	failureDemand: number | null;
	/** A line each. */
	painPoints: string;
	evidenced: Evidencing;
	/** In a to-be map: the step of the as-is map it was made from. */
	fromStepId: string | null;
	version: number;
};

export type MapStage = { id: string; name: string; who: string; version: number; steps: MapStep[] };
export type JourneyMap = { id: string; kind: MapKind; stages: MapStage[] };

/** Its steps in the order the customer goes. */
export const stepsOf = (map: Pick<JourneyMap, 'stages'>): MapStep[] => map.stages.flatMap(({ steps }) => steps);
