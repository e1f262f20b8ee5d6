import { showMoment } from '#lib/domain/calendar/dates.ts';
import type { ImportSeen } from './finding-imports.server.ts';
import type { Problem } from './sheet.ts';
import type { Change } from './tables.ts';

export const rowsOnPage = 50;
export type MarkKind = 'good' | 'watch' | 'bad' | 'here' | 'quiet';

const words = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

/** Where an import stands, as a mark and a word. */
export function standingOf({ state, counts }: Pick<ImportSeen, 'state' | 'counts'>): { mark: MarkKind; text: string } {
	if (state === 'checking') return { mark: 'here', text: 'Being checked' };
	if (state === 'applied') return { mark: 'good', text: 'Applied' };
	if (state === 'discarded') return { mark: 'quiet', text: 'Discarded' };
	if (state === 'refused') return { mark: 'bad', text: 'Could not be read' };
	if (counts?.problems) return { mark: 'bad', text: words(counts.problems, 'problem') };
	return counts && counts.added + counts.changed ? { mark: 'here', text: 'Ready to apply' } : { mark: 'quiet', text: 'Nothing to change' };
}

/** The head of an import's page: what was found, in a sentence. */
function titleOf({ state, counts }: ImportSeen): string {
	const changes = counts ? counts.added + counts.changed : 0;
	if (state === 'checking') return 'The file is being checked';
	if (state === 'applied') return changes ? `${words(changes, 'change')} applied` : 'Applied: nothing had to change';
	if (state === 'discarded') return 'The file was discarded';
	if (state === 'refused') return 'The file could not be read';
	if (counts?.problems) return `${words(counts.problems, 'problem')} to put right`;
	return changes ? `${words(changes, 'change')} ready to apply` : 'Nothing would change';
}

type Shown = {
	/** Which list is shown. */
	list: 'problems' | 'changes';
	problems: Problem[];
	changes: Change[];
	from: number;
	/** How many are in the list, and how many of them are kept to be shown. */
	of: number;
	kept: number;
};

/** The part of the problems or the changes that one page shows; `from` counts from 0. */
function partOf(found: ImportSeen, asked: URLSearchParams): Shown {
	const list = asked.get('show') === 'changes' || !found.counts?.problems ? 'changes' : 'problems';
	const all = (list === 'problems' ? found.problems : found.changes) ?? [];
	const start = Number(asked.get('from'));
	const from = Number.isInteger(start) && start > 0 && start < all.length ? start - (start % rowsOnPage) : 0;
	const counts = found.counts ?? { problems: 0, added: 0, changed: 0 };
	return {
		list,
		problems: list === 'problems' ? (found.problems ?? []).slice(from, from + rowsOnPage) : [],
		changes: list === 'changes' ? (found.changes ?? []).slice(from, from + rowsOnPage) : [],
		from,
		of: list === 'problems' ? counts.problems : counts.added + counts.changed,
		kept: all.length
	};
}

/** All that the page of an import shows. `progress` is that of its check, null where none is under way. */
export function shownImport(found: ImportSeen, progress: { done: number; of: number } | null, asked: URLSearchParams) {
	const { state, counts } = found;
	return {
		id: found.id,
		fileName: found.fileName,
		state,
		title: titleOf(found),
		standing: standingOf(found),
		uploaded: `${found.person ?? 'Somebody'}, ${showMoment(found.at)}`,
		applied: found.appliedAt === null ? null : showMoment(found.appliedAt),
		counts,
		notes: found.notes ?? [],
		canApply: state === 'checked' && !!counts && counts.problems === 0 && counts.added + counts.changed > 0,
		canDiscard: state === 'checked' || (state === 'checking' && !progress),
		interrupted: state === 'checking' && !progress,
		progress: progress && progress.of > 0 ? progress : null,
		...partOf(found, asked)
	};
}
export type ShownImport = ReturnType<typeof shownImport>;

/** What is wrong with a file as a table to take away. */
export const problemsTable = (found: ImportSeen) => ({
	name: `Problems in ${found.fileName}`,
	columns: [
		{ key: 'row', label: 'Row', kind: 'number' as const },
		{ key: 'column', label: 'Column', kind: 'text' as const },
		{ key: 'text', label: 'What is wrong', kind: 'text' as const, width: 90 }
	],
	rows: found.problems ?? []
});
