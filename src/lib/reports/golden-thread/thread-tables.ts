import { breaksIn } from '#lib/domain/golden-thread/breaks.ts';
import { withBelow } from '#lib/domain/golden-thread/below.ts';
import { coverageRule, shareInWords, type LevelCoverage, type TiedFacts } from '#lib/domain/golden-thread/coverage.ts';
import { levelName, levelNames, type Level } from '#lib/domain/golden-thread/levels.ts';
import { inOneLine, pathUp } from '#lib/domain/golden-thread/paths.ts';
import { parentsOf, type Strand, type Thread } from '#lib/domain/golden-thread/thread.ts';
import { markOf } from '#lib/domain/golden-thread/words.ts';
import type { Standing } from '#lib/domain/measures/standing.ts';
import type { Block, ReportTable, Section } from '../description.ts';
import type { ActionOnThread } from './gathered.server.ts';

/** Everything the parts of the report are made of. */
export type Woven = {
	thread: Thread;
	facts: TiedFacts;
	strands: readonly Strand[];
	actions: readonly ActionOnThread[];
	standings: ReadonlyMap<string, Standing>;
	actionsOf: ReadonlyMap<string, readonly string[]>;
	measuresOf: ReadonlyMap<string, readonly string[]>;
	named: boolean;
	/** Nobody's individual objectives but one's own. */
	isOwn: boolean;
};

const stateMarks = { Met: 'good', 'Not met': 'bad', 'No target': 'quiet' } as const;
const lineTo = (thread: Thread, strand: Strand) => inOneLine(pathUp(thread, strand.id)) || 'No way leads up to the vision';

/** All levels together. */
export const totalOf = (coverage: readonly LevelCoverage[]): { covered: number; of: number } => ({
	covered: coverage.reduce((sum, { covered }) => sum + covered, 0),
	of: coverage.reduce((sum, { of }) => sum + of, 0)
});

/** How far each level is covered, with numerator and denominator, and how that comes about. */
export function coverageSection(coverage: readonly LevelCoverage[]): Section {
	const { covered, of } = totalOf(coverage);
	const blocks: Block[] = [
		{
			kind: 'table',
			table: {
				id: 'coverage',
				caption: 'Coverage, level by level',
				note: coverageRule,
				columns: [
					{ key: 'level', label: 'Level', kind: 'text', share: 2, width: 24 },
					{ key: 'covered', label: 'Covered', kind: 'number', width: 10 },
					{ key: 'of', label: 'Of', kind: 'number', width: 10 },
					{ key: 'share', label: 'Share', kind: 'text', width: 10 }
				],
				rows: coverage.map(({ level, covered: part, of: all }) => ({
					level: levelName(level),
					covered: part,
					of: all,
					share: shareInWords(part, all)
				})),
				empty: 'No strand is of this.'
			}
		}
	];
	if (coverage.length)
		blocks.push({
			kind: 'steps',
			heading: 'How coverage is worked out',
			steps: coverage.map(({ level, explain }) => ({ heading: `${levelNames[level]}.`, text: explain.join(' ') })),
			rule: coverageRule
		});
	return {
		id: 'coverage',
		title: of ? `${covered} of ${of} strands are covered: ${shareInWords(covered, of)}` : 'No strand is of this yet',
		blocks
	};
}

/** The strands of a level with what serves them: actions below, measures against their targets. */
export function levelSection(level: Level, woven: Woven): Section {
	const { thread, facts, actions, standings } = woven;
	const here = woven.strands.filter((strand) => strand.level === level);
	const byId = new Map(actions.map((action) => [action.id, action]));
	const rows = here.map((strand) => {
		const below = withBelow(thread, strand.id);
		const of = [...new Set(below.flatMap((id) => woven.actionsOf.get(id) ?? []))].flatMap((id) => byId.get(id) ?? []);
		const done = of.filter(({ status }) => status === 'done').length;
		const late = of.filter(({ status }) => status === 'late').length;
		const measured = (woven.measuresOf.get(strand.id) ?? []).flatMap((id) => standings.get(id) ?? []);
		const aimed = measured.filter(({ met }) => met !== null);
		const misses = aimed.some(({ met }) => !met);
		return {
			strand: strand.title,
			...(woven.named && { owner: strand.owner || 'Nobody' }),
			serves: parentsOf(thread, strand.id)
				.map(({ title }) => title)
				.join('; '),
			actions: of.length ? `${done} of ${of.length} done${late ? `, ${late} late` : ''}` : 'None',
			measures: measuredInWords(measured.length, aimed),
			state: markOf(breaksIn(thread, facts, strand), misses).text
		};
	});
	const whole = rows.filter(({ state }) => !state.startsWith('Break')).length;
	return {
		id: level.replaceAll(' ', '-'),
		title: `${levelNames[level]}: ${whole} of ${rows.length} without a break`,
		blocks: [
			{
				kind: 'table',
				table: {
					id: level.replaceAll(' ', '-'),
					caption: levelNames[level],
					columns: [
						{ key: 'strand', label: levelName(level), kind: 'text', share: 2.4, width: 44 },
						...(woven.named ? [{ key: 'owner', label: 'Owner', kind: 'text', share: 1.1, width: 24 } as const] : []),
						...(level === 'vision' ? [] : [{ key: 'serves', label: 'Serves', kind: 'text', share: 2, width: 44 } as const]),
						{ key: 'actions', label: 'Actions below', kind: 'text', share: 1.1, width: 20 },
						{ key: 'measures', label: 'Its measures', kind: 'text', share: 1.1, width: 20 },
						{ key: 'state', label: 'State', kind: 'text', share: 1.4, width: 28, marks: marksOf(rows) }
					],
					rows,
					links: here.map(({ number }) => `/thread/${number}`),
					empty: 'There is none.'
				}
			}
		]
	};
}

const measuredInWords = (measured: number, aimed: readonly Standing[]): string =>
	aimed.length
		? `${aimed.filter(({ met }) => met).length} of ${aimed.length} targets met`
		: measured
			? `${measured} without a target`
			: 'None';

const marksOf = (rows: readonly { state: string }[]) =>
	Object.fromEntries(
		rows.map(({ state }) => [state, state.startsWith('Break') ? 'bad' : state === 'Owned and measured' ? 'good' : 'watch'] as const)
	);

/** Which measures prove what, and how each stands. */
export function measuresSection({ thread, strands, standings, measuresOf }: Woven): Section {
	const proven = new Map<string, string[]>();
	for (const strand of strands) for (const id of measuresOf.get(strand.id) ?? []) proven.set(id, [...(proven.get(id) ?? []), strand.title]);
	const rows = [...proven].flatMap(([id, titles]) => {
		const standing = standings.get(id);
		return standing ? [{ standing, titles }] : [];
	});
	const aimed = rows.filter(({ standing }) => standing.met !== null);
	const met = aimed.filter(({ standing }) => standing.met).length;
	return {
		id: 'measures',
		title: aimed.length
			? `${met} of ${aimed.length} measures on the thread meet their target`
			: 'No measure on the thread has a target here',
		blocks: [
			{
				kind: 'table',
				table: {
					id: 'measures',
					caption: 'Measures that prove it',
					columns: [
						{ key: 'measure', label: 'Measure', kind: 'text', share: 1.6, width: 34 },
						{ key: 'latest', label: 'Latest', kind: 'text', share: 1.5, width: 30 },
						{ key: 'target', label: 'Target', kind: 'text', share: 0.8, width: 12 },
						{ key: 'state', label: 'State', kind: 'text', share: 0.8, width: 12, marks: stateMarks },
						{ key: 'proves', label: 'Proves', kind: 'text', share: 2.4, width: 60 }
					],
					rows: rows.map(({ standing, titles }) => ({
						measure: standing.measure.name,
						latest: `${standing.shown}, ${standing.periodName}`,
						target: standing.targetShown,
						state: standing.met === null ? 'No target' : standing.met ? 'Met' : 'Not met',
						proves: titles.join('; ')
					})),
					links: rows.map(({ standing }) => `/measures/${standing.measure.key}`),
					empty: thread.strands.length ? 'No measure with a value is tied to these strands.' : 'There is no thread yet.'
				}
			}
		]
	};
}

/** Every action with the one line from the vision down to what it serves. */
export function upSection({ thread, actions }: Woven, strandOf: (action: ActionOnThread) => Strand | undefined): Section {
	const rows = actions.map((action) => {
		const strand = strandOf(action);
		return { action, line: strand ? lineTo(thread, strand) : 'Tied to nothing' };
	});
	const tied = rows.filter(({ line }) => line !== 'Tied to nothing').length;
	const table: ReportTable = {
		id: 'up',
		caption: 'From each action up to the vision',
		columns: [
			{ key: 'number', label: 'No.', kind: 'number', names: true, share: 0.5, width: 6 },
			{ key: 'title', label: 'Action', kind: 'text', share: 2, width: 50 },
			{ key: 'service', label: 'Service', kind: 'text', share: 1.2, width: 24 },
			{ key: 'status', label: 'Status', kind: 'text', share: 0.8, width: 12 },
			{ key: 'line', label: 'The line from the vision', kind: 'text', share: 3.4, width: 90 }
		],
		rows: rows.map(({ action: { number, title, service, status }, line }) => ({
			number,
			title,
			service,
			status: status.charAt(0).toUpperCase() + status.slice(1),
			line
		})),
		empty: 'There is no action that you see.'
	};
	return {
		id: 'up',
		title: rows.length ? `${tied} of ${rows.length} actions are tied to the thread` : 'No action to read up from',
		blocks: [{ kind: 'table', table }]
	};
}

/** One's own objectives, each with the line up. */
export const ownSection = (thread: Thread, own: readonly { text: string; strandId: string | null; dueOn: string | null }[]): Section => ({
	id: 'own-objectives',
	title: own.length
		? `${own.filter(({ strandId }) => strandId).length} of your ${own.length} objectives serve a strand`
		: 'You have no open objective',
	blocks: [
		{
			kind: 'table',
			table: {
				id: 'own-objectives',
				caption: 'Your objectives, up to the vision',
				columns: [
					{ key: 'objective', label: 'Objective', kind: 'text', share: 2, width: 60 },
					{ key: 'dueOn', label: 'Due', kind: 'day', share: 0.8 },
					{ key: 'line', label: 'The line from the vision', kind: 'text', share: 3, width: 90 }
				],
				rows: own.map(({ text, strandId, dueOn }) => {
					const strand = strandId ? thread.byId.get(strandId) : undefined;
					return { objective: text, dueOn, line: strand ? lineTo(thread, strand) : 'Tied to nothing' };
				}),
				empty: 'Objectives are agreed in one-to-ones.'
			}
		}
	]
});

/** Where the thread is broken, from the top. */
export const breaksSection = (breaks: readonly { title: string; place: string; words: string; href: string }[]): Section => ({
	id: 'breaks',
	title: breaks.length ? `The thread is broken in ${breaks.length} ${breaks.length === 1 ? 'place' : 'places'}` : 'The thread is whole',
	blocks: [
		{
			kind: 'table',
			table: {
				id: 'breaks',
				caption: 'Breaks',
				columns: [
					{ key: 'title', label: 'What', kind: 'text', share: 3, width: 60 },
					{ key: 'place', label: 'Where', kind: 'text', share: 1.4, width: 30 },
					{ key: 'words', label: 'Break', kind: 'text', share: 1.2, width: 20 }
				],
				rows: breaks.map(({ title, place, words }) => ({ title, place, words })),
				links: breaks.map(({ href }) => href),
				empty: 'Everything has an owner, a measure and something below.'
			}
		}
	]
});
