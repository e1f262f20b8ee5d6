import type { Answer } from '#lib/domain/results/answer.ts';
import type { Framework } from '#lib/domain/frameworks/document.ts';

/** The day the rules are tried on, and evidence that is current, over, or not begun on that day. */
export const today = '2026-11-21';
export const current = { from: '2026-07-01', to: '2026-12-31' };
export const over = { from: '2025-01-01', to: '2025-03-31' };
export const notBegun = { from: '2027-01-01', to: null };

const source = { title: 'An example', publisher: 'An example council' };
const words = { source: 'Made up for a test', why: 'It matters', evidence: ['A dated page'], better: ['Begin with one'] };
const level = (number: number, name: string, award?: string) => ({ number, name, about: `About ${name}`, ...(award ? { award } : {}) });

/** Each word is a criterion: '2.1' of the theme strategy, '2.1:culture' of the theme culture. */
const criteriaIn = (text: string) =>
	text
		.trim()
		.split(/\s+/)
		.map((word) => {
			const [number = '', theme = 'strategy'] = word.split(':');
			return { number, theme, title: `Criterion ${number}`, text: `What ${number} asks`, ...words };
		});

const themesOf = (criteria: { theme: string }[]) => [...new Set(criteria.map(({ theme }) => theme))].map((id) => ({ id, name: id }));

/** A staged framework of five levels; a criterion belongs to the level its number begins with. */
export function staged(text: string, more: Partial<Framework> = {}): Framework {
	const criteria = criteriaIn(text).map((criterion) => ({ ...criterion, level: parseInt(criterion.number) }));
	return {
		id: 'five-levels',
		name: 'Five levels',
		version: '1.0',
		kind: 'staged',
		about: 'For tests',
		source,
		thresholds: { atLevel: 'L', below: 'F' },
		levels: [
			level(1, 'Interested', 'Bronze'),
			level(2, 'Invested', 'Bronze'),
			level(3, 'Committed', 'Silver'),
			level(4, 'Engaged', 'Silver'),
			level(5, 'Embedded', 'Gold')
		],
		themes: themesOf(criteria),
		criteria,
		...more
	};
}

/** The sizes of the Enfield model: 5 + 6 + 6 + 7 + 7 criteria. */
export const thirtyOne = [5, 6, 6, 7, 7].flatMap((size, i) => Array.from({ length: size }, (_, j) => `${i + 1}.${j + 1}`)).join(' ');

/** A rubric of five levels; every criterion is an aspect. */
export function rubric(text: string, more: Partial<Framework> = {}): Framework {
	const criteria = criteriaIn(text);
	const levels = ['Starting', 'Forming', 'Working', 'Leading', 'Renewing'].map((name, i) => level(i + 1, name));
	return {
		id: 'aspects',
		name: 'Aspects',
		version: '1.0',
		kind: 'rubric',
		about: 'For tests',
		source,
		levels,
		themes: themesOf(criteria),
		criteria,
		...more
	};
}

/** A compliance framework on a scale of four, with three outcomes. */
export function compliance(text: string, more: Partial<Framework> = {}): Framework {
	const criteria = criteriaIn(text);
	const rating = (id: string, worth: number) => ({ id, name: id, about: `About ${id}`, worth });
	return {
		id: 'a-code',
		name: 'A code',
		version: '1.0',
		kind: 'compliance',
		about: 'For tests',
		source,
		scale: [rating('non', 0), rating('partial', 0.5), rating('compliant', 0.9), rating('plus', 1)],
		outcomes: [
			{ id: 'met', name: 'Met', about: 'All well', atMost: { non: 0, partial: 1 } },
			{
				id: 'nearly',
				name: 'Nearly met',
				about: 'Mostly well',
				atMost: { non: 1 },
				atLeast: { share: 0.55, ratings: ['compliant', 'plus'] }
			},
			{ id: 'not-met', name: 'Not met', about: 'Not well' }
		],
		themes: themesOf(criteria),
		criteria,
		...more
	};
}

/** One answer, with nothing beside it unless said. */
export const answer = (criterion: string, rating: Answer['rating'], more: Partial<Answer> = {}): Answer => ({
	criterion,
	rating,
	comment: '',
	toConfirm: false,
	inheritedRating: null,
	evidence: [],
	moderation: null,
	...more
});

/** A moderator's word on an answer. */
export const moderated = (rating: string | null, notApplicableAccepted: boolean | null = null) => ({
	moderation: { rating, notApplicableAccepted, comment: 'Said why' }
});

/**
 * Answers written short: '1.1:F' with current evidence, '1.1:F!' with none, '1.1:F?' with evidence
 * out of date, '1.1:F>P' moderated to P, '1.1:NA' not applicable with a reason.
 */
export const answersIn = (text: string): Answer[] =>
	text
		.trim()
		.split(/\s+/)
		.map((word) => {
			const [, criterion = '', rating = '', mark, lowered] = /^([^:]+):([A-Za-z0-9-]+)([!?])?(?:>(.+))?$/.exec(word) ?? [];
			return answer(criterion, rating === 'NA' ? 'not applicable' : rating, {
				comment: rating === 'NA' ? 'We do not do this' : '',
				evidence: mark === '!' || rating === 'NA' ? [] : mark === '?' ? [over] : [current],
				...(lowered ? moderated(lowered) : {})
			});
		});

/** Every criterion of a framework answered alike, with current evidence, except those written in `but`. */
export function allAnswered(framework: Framework, rating: string, but = ''): Answer[] {
	const others = but.trim() === '' ? [] : answersIn(but);
	return framework.criteria.map(
		({ number }) => others.find(({ criterion }) => criterion === number) ?? answer(number, rating, { evidence: [current] })
	);
}
