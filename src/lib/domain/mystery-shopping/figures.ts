import { wilson, type ShareInterval } from '../statistics/wilson.ts';
import { compareInWords } from '../statistics/apart.ts';
import { shownShare } from '../statistics/rounding.ts';
import type { CountedVisit } from './counted-visit.ts';
import { whyNotTold } from './reporting-level.ts';
import type { Level } from './words.ts';

/** Below so many visits a figure is shown with its count and compared with nothing. DOMAIN section 5.1. */
export const fewestToCompare = 5;

/** One figure of a wave: a channel's, a service's, a standard's, a question's. */
export type Figure = {
	key: string;
	name: string;
	/** Checked visits it is about. */
	visits: number;
	/** Why nothing but the count is told; null where it is. */
	withheld: string | null;
	/** Of those with a result, how many passed or met it, with the 95 % interval; null where there were none. */
	pass: ShareInterval | null;
	/** Mean points, 0 to 100, beside each other and never blended; null where no visit has that part. */
	quality: number | null;
	access: number | null;
	/** The same figure in the last wave, and in a sentence whether they differ; null where it is not compared. */
	before: ShareInterval | null;
	trend: string | null;
};

/** How visits are divided: what each of them belongs to, and at which level that is told. */
export type Division = {
	at: Level;
	/** For each thing a visit belongs to: its key, its name, and whether it was met (null: no result). */
	partsOf: (visit: CountedVisit) => { key: string; name: string; met: boolean | null }[];
	/** A standard or a question has no scores of its own. */
	scored: boolean;
};

const whole = (met: CountedVisit['passed'], key: string, name: string) => [{ key, name, met }];

const byAnswer = (of: (answer: CountedVisit['answers'][number]) => { key: string; name: string }[]): Division => ({
	at: 'council',
	scored: false,
	partsOf: (visit) => {
		const parts = new Map<string, { key: string; name: string; met: boolean }>();
		for (const answer of visit.answers)
			for (const { key, name } of of(answer)) parts.set(key, { key, name, met: (parts.get(key)?.met ?? true) && answer.isBest });
		return [...parts.values()];
	}
});

/** The ways in which results are divided. A standard is met where every question that tests it has its best answer. */
export const divisions = {
	all: { at: 'council', scored: true, partsOf: ({ passed }) => whole(passed, 'all', 'All visits') },
	channel: { at: 'council', scored: true, partsOf: ({ passed, channel }) => whole(passed, channel, channel) },
	service: { at: 'service', scored: true, partsOf: ({ passed, serviceId, service }) => whole(passed, serviceId, service) },
	team: { at: 'team', scored: true, partsOf: ({ passed, teamId, team }) => (teamId ? whole(passed, teamId, team ?? '') : []) },
	individual: {
		at: 'individual',
		scored: true,
		partsOf: ({ passed, staffId, staffName }) => (staffId ? whole(passed, staffId, staffName ?? '') : [])
	},
	standard: byAnswer(({ standards }) => standards.map((key) => ({ key, name: key }))),
	question: byAnswer(({ question, text }) => [{ key: question, name: text }])
} satisfies Record<string, Division>;
export type DivisionName = keyof typeof divisions;

/** Whether what it divides into has scores and a pass of its own. */
export const isScored = (name: DivisionName): boolean => divisions[name].scored;

const mean = (values: readonly (number | null)[]): number | null => {
	const there = values.filter((value) => value !== null);
	return there.length ? there.reduce((sum, value) => sum + value, 0) / there.length : null;
};

const passOf = (mets: readonly (boolean | null)[]) => {
	const known = mets.filter((met) => met !== null);
	return wilson(known.filter(Boolean).length, known.length);
};

/** What figures are made of: the visits of the wave, those of the last one, and what was promised to staff. */
export type Basis = {
	visits: readonly CountedVisit[];
	before: readonly CountedVisit[];
	promised: Level;
	/** The level at which the visits were chosen already: 'service' where a filter names one. */
	narrowedTo: Level;
};

/** The lower of two levels. */
const lower = (a: Level, b: Level): Level => (whyNotTold({ promised: a, at: b }) ? b : a);

function gathered(visits: readonly CountedVisit[], { partsOf }: Division) {
	const groups = new Map<string, { name: string; mets: (boolean | null)[]; visits: CountedVisit[] }>();
	for (const visit of visits)
		for (const { key, name, met } of partsOf(visit)) {
			const group = groups.get(key) ?? { name, mets: [], visits: [] };
			group.mets.push(met);
			group.visits.push(visit);
			groups.set(key, group);
		}
	return groups;
}

/**
 * The figures of a wave, divided in one way, each through the gate of what was promised to staff. Empty where the division
 * itself lies below the promise, with the sentence that says so. DOMAIN section 5.1.
 */
export function figuresOf(
	{ visits, before, promised, narrowedTo }: Basis,
	name: DivisionName
): { figures: Figure[]; withheld: string | null } {
	const division: Division = divisions[name];
	const at = lower(division.at, narrowedTo);
	const withheld = whyNotTold({ promised, at });
	if (withheld) return { figures: [], withheld };
	const last = gathered(before, division);
	const figures = [...gathered(visits, division)].map(([key, group]): Figure => {
		const unitsBelow = at === 'council' ? new Set(group.visits.map(({ serviceId }) => serviceId)).size : undefined;
		const why = whyNotTold({ promised, at, ...(unitsBelow === undefined ? {} : { unitsBelow }) });
		const told = { key, name: group.name, visits: group.visits.length, withheld: why };
		if (why) return { ...told, pass: null, quality: null, access: null, before: null, trend: null };
		const pass = passOf(group.mets);
		const earlier = last.get(key);
		const isTold =
			earlier &&
			!whyNotTold({
				promised,
				at,
				...(at === 'council' && { unitsBelow: new Set(earlier.visits.map(({ serviceId }) => serviceId)).size })
			});
		const enough = group.visits.length >= fewestToCompare && (earlier?.visits.length ?? 0) >= fewestToCompare;
		const passBefore = isTold && enough ? passOf(earlier.mets) : null;
		return {
			...told,
			pass,
			quality: division.scored ? mean(group.visits.map((visit) => visit.quality)) : null,
			access: division.scored ? mean(group.visits.map((visit) => visit.access)) : null,
			before: passBefore,
			trend:
				passBefore && pass
					? compareInWords({ name: 'This wave', interval: pass }, { name: 'the last', interval: passBefore }, shownShare)
					: null
		};
	});
	return { figures: figures.sort((a, b) => (a.name < b.name ? -1 : 1)), withheld: null };
}

/** The standards met least often: fewer than four in five, the lowest first, where there are visits enough to say so. */
export const lowestOf = (figures: readonly Figure[], below = 0.8): Figure[] =>
	figures
		.filter(({ visits, pass, withheld }) => !withheld && visits >= fewestToCompare && pass !== null && pass.share < below)
		.sort((a, b) => (a.pass?.share ?? 0) - (b.pass?.share ?? 0));
