import { actionsInWords } from '#lib/domain/golden-thread/action-words.ts';
import { breaksIn } from '#lib/domain/golden-thread/breaks.ts';
import { levelName, levelNames, type Level } from '#lib/domain/golden-thread/levels.ts';
import type { MeasureShown } from '#lib/domain/golden-thread/measures-shown.server.ts';
import { parentsOf, type Strand } from '#lib/domain/golden-thread/thread.ts';
import { markOf } from '#lib/domain/golden-thread/words.ts';
import type { Section } from '../description.ts';
import type { Woven } from './woven.ts';

const some = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** '7 actions: 3 done, 2 on the way, 2 late; 2 journeys: 1 reviewed'. */
function belowInWords({ actions, journeys }: Woven, { id }: Strand): string {
	const counts = actions.get(id);
	const reviews = journeys.get(id);
	return (
		[
			...(counts?.total ? [`${some(counts.total, 'action', 'actions')}: ${actionsInWords(counts)}`] : []),
			...(reviews?.of ? [`${some(reviews.of, 'journey', 'journeys')}: ${reviews.reviewed} reviewed`] : [])
		].join('; ') || 'None'
	);
}

function measuredInWords(measured: readonly MeasureShown[]): string {
	const aimed = measured.filter(({ met }) => met !== null);
	if (aimed.length) return `${aimed.filter(({ met }) => met).length} of ${some(aimed.length, 'target', 'targets')} met`;
	return measured.length ? `${measured.length} without a target` : 'None';
}

/** The strands of a level with what serves them: actions and journeys below, measures against their targets, breaks. */
export function levelSection(level: Level, woven: Woven): Section {
	const { thread, facts } = woven;
	const here = woven.strands.filter((strand) => strand.level === level);
	const marks = new Map<string, 'good' | 'watch' | 'bad' | 'quiet'>();
	const rows = here.map((strand) => {
		const measured = woven.measures.get(strand.id) ?? [];
		const mark = markOf(
			breaksIn(thread, facts, strand),
			measured.some(({ met }) => met === false)
		);
		marks.set(mark.text, mark.kind);
		return {
			strand: strand.title,
			...(woven.named && { owner: strand.owner || 'Nobody' }),
			serves: parentsOf(thread, strand.id)
				.map(({ title }) => title)
				.join('; '),
			below: belowInWords(woven, strand),
			measures: measuredInWords(measured),
			state: mark.text
		};
	});
	const whole = here.filter((strand) => !breaksIn(thread, facts, strand).length).length;
	const id = level.replaceAll(' ', '-');
	return {
		id,
		title: `${rows.length === 1 ? levelName(level) : levelNames[level]}: ${whole} of ${rows.length} without a break`,
		blocks: [
			{
				kind: 'table',
				table: {
					id,
					caption: levelNames[level],
					columns: [
						{ key: 'strand', label: levelName(level), kind: 'text', share: 2.2, width: 44 },
						...(woven.named ? [{ key: 'owner', label: 'Owner', kind: 'text', share: 1.1, width: 24 } as const] : []),
						...(level === 'vision' ? [] : [{ key: 'serves', label: 'Serves', kind: 'text', share: 2, width: 44 } as const]),
						{ key: 'below', label: 'Actions and journeys below', kind: 'text', share: 1.5, width: 30 },
						{ key: 'measures', label: 'Its measures', kind: 'text', share: 1.1, width: 20 },
						{ key: 'state', label: 'State', kind: 'text', share: 1.3, width: 28, marks: Object.fromEntries(marks) }
					],
					rows,
					links: here.map(({ number }) => `/thread/${number}`),
					empty: 'There is none.'
				}
			}
		]
	};
}
