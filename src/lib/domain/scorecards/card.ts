import type { Channel } from '../journeys/channels.ts';

/** What a scorecard is used for: mystery shopping and PAF share one engine. DOMAIN section 5. */
export const uses = ['mystery shopping', 'PAF'] as const;
export type Use = (typeof uses)[number];

/** How a question is answered: yes or no, one of its choices, a number in its bands, or text that is not scored. */
export const answerTypes = ['yes-no', 'choice', 'number', 'text'] as const;

/** Access (rings, waiting, finding the place) and quality are scored apart and never blended. */
export const parts = ['access', 'quality'] as const;
export type Part = (typeof parts)[number];

/** One answer to choose from; worth 0 to 1. */
export type Choice = { id: string; name: string; worth: number };

/** A number up to and including `upTo` is worth `worth`; the last band has no end. */
export type NumberBand = { upTo?: number; worth: number };

/** What is counted while a contact is made or scored; a number question may be filled by one. */
export const timers = ['rings', 'waiting', 'scoring'] as const;
export type Timer = (typeof timers)[number];

export type Question = {
	/** How people name it: 'A2'. Unlike every other question of the scorecard. */
	id: string;
	text: string;
	/** Beside the others of its section; 0 or more. Text is not scored and has none. */
	weight: number;
	type: (typeof answerTypes)[number];
	choices?: Choice[];
	bands?: NumberBand[];
	/** What the number counts: 'rings', 'seconds'. */
	unit?: string;
	/** The timer that fills this number. */
	timer?: Timer;
	/** Anything but the best answer fails the whole. */
	critical?: boolean;
	scored: Part;
	mayBeNotApplicable?: boolean;
	/** Asked only if an earlier question has one of these answers: 'yes', 'no' or the id of a choice. */
	onlyIf?: { question: string; is: string[] };
	guidance?: string;
	good?: string;
	poor?: string;
	/** What it tests: the number of a contact standard, a behaviour, a promise. */
	standard?: string;
	behaviour?: string;
	promise?: string;
};

/** How sections and questions are named: answers are kept by it, and it is part of an address. */
export const partIdForm = /^[A-Za-z][A-Za-z0-9-]{0,19}$/;

export type Section = { id: string; name: string; weight: number; questions: Question[] };

/** From `from` (0 to 100) up to the next band. */
export type ScoreBand = { id: string; name: string; from: number };

/** One version of a scorecard, as its file in `seed/scorecards/` has it. A used version never changes. DOMAIN section 5. */
export type Scorecard = {
	id: string;
	name: string;
	/** '1.0' */
	version: string;
	use: Use;
	channel: Channel;
	about: string;
	source: string;
	/** The quality score from which a contact passes, 0 to 100. */
	passMark: number;
	/** Lowest first; the first begins at 0. */
	bands: ScoreBand[];
	sections: Section[];
};

/** What was answered: 'yes', 'no', the id of a choice, a number in figures, or text. `null` for not yet; not applicable has no value. */
export type Given = { value: string | null; notApplicable?: boolean; note?: string };
export type GivenAnswers = Readonly<Record<string, Given>>;
