import { showDay } from '#lib/domain/calendar/dates.ts';
import { refused, type Refused } from '#lib/domain/outcome.ts';
import type { StageDates } from './clocks.ts';
import type { CaseState, Stage } from './words.ts';

/** What a step needs to know of a case. */
type Standing = { state: CaseState; duplicateOfId: string | null };
type Why = (standing: Standing, stage: StageDates | null, today: string) => Refused | null;

/** The stage a complaint can go to next, as it stands; null at the end of the way. */
export const nextStage: Record<Stage, Stage | null> = { informal: 'stage 1', 'stage 1': 'stage 2', 'stage 2': null };

const closedWords: Record<Exclude<CaseState, 'open'>, string> = {
	answered: 'It is answered: what was answered stays as it is',
	withdrawn: 'It was withdrawn',
	noted: 'It needs no answer'
};
const unlessOpen: Why = ({ state }, stage) =>
	state !== 'open' ? refused('closed', closedWords[state]) : stage ? null : refused('closed', closedWords.noted);

export type Step = 'acknowledgement' | 'answer' | 'extension' | 'escalation' | 'reopening' | 'withdrawal' | 'original';

/**
 * Why a step of a case cannot be taken as it stands today; null where it can. The pages of the steps show it in place of their
 * form, the case's own page leaves the step out, and the step itself is refused by it. Code 6.2, 6.4; DOMAIN sections 7 and 8.
 */
export const stepRefusals: Record<Step, Why> = {
	acknowledgement: (standing, stage, today) => {
		const closed = unlessOpen(standing, stage, today);
		if (closed || !stage) return closed;
		if (!stage.acknowledgeBy) return refused('informal', 'What is settled informally is not acknowledged');
		return stage.acknowledgedOn ? refused('acknowledged', `It was acknowledged on ${showDay(stage.acknowledgedOn)} already`) : null;
	},
	answer: unlessOpen,
	extension: (standing, stage, today) => {
		const closed = unlessOpen(standing, stage, today);
		if (closed || !stage) return closed;
		if (stage.stage === 'informal') return refused('informal', 'What takes longer than five working days goes to stage 1');
		if (stage.acknowledgeBy && !stage.acknowledgedOn) return refused('not-acknowledged', 'Acknowledge it first');
		if (stage.dueFirst) return refused('extended', 'It was extended once already; there is no second time');
		return today > stage.dueOn ? refused('late', `The answer was due on ${showDay(stage.dueOn)}: a late answer cannot be extended`) : null;
	},
	/** From informal it may whenever the customer asks; to stage 2 only once stage 1 is answered, or its answer is late. */
	escalation: ({ state }, stage, today) => {
		if (!stage || state === 'noted') return refused('no-complaint', closedWords.noted);
		if (state === 'withdrawn') return refused('withdrawn', closedWords.withdrawn);
		if (!nextStage[stage.stage]) return refused('last-stage', 'Stage 2 is the last. The customer can go to the Ombudsman');
		return stage.stage === 'stage 1' && !stage.answeredOn && today <= stage.dueOn
			? refused('not-answered', `Stage 1 has to be answered first: its answer is due on ${showDay(stage.dueOn)}`)
			: null;
	},
	reopening: ({ state }, stage) =>
		stage?.answeredOn && state === 'answered' ? null : refused('not-answered', 'Only what is answered can be opened again'),
	withdrawal: ({ state }) => (state === 'open' ? null : refused('closed', closedWords[state])),
	original: ({ state, duplicateOfId }) => {
		if (duplicateOfId) return refused('linked', 'It is linked to another one already');
		return state === 'answered' || state === 'withdrawn'
			? refused('closed', `It is ${state} already, so it counts by itself`, 'original')
			: null;
	}
};
