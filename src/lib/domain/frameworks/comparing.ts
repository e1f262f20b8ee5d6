import type { Criterion, Framework } from './document.ts';
import { matched, type Pair, saysTheSame } from './matching.ts';
import { frameChanges } from './frame-changes.ts';

/**
 * One difference between two versions of a framework, in a sentence. `keeps`: an answer given on the old version still
 * answers the new one. An answer is carried over when every change to its criterion keeps it (`answersCarriedOver`).
 */
export type Change = {
	kind: 'added' | 'removed' | 'renumbered' | 'moved' | 'reworded' | 'rules' | 'rating' | 'level' | 'theme' | 'about';
	/** the number in the new version, or in the old one of a criterion taken out; absent where the change is to no one criterion */
	number?: string;
	/** for `reworded`: the fields whose words are different */
	fields?: (keyof Criterion)[];
	/** for `rating`: the rating concerned; only answers with that rating are lost where it does not keep */
	rating?: string;
	sentence: string;
	keeps: boolean;
};

const fieldNames = {
	title: 'title',
	text: 'text',
	why: 'why it matters',
	evidence: 'what good evidence looks like',
	better: 'how to do better',
	source: 'source',
	descriptions: 'descriptions'
} as const;
type Worded = keyof typeof fieldNames;
// what a person judged when answering; all else only explains it
const judged: Worded[] = ['text', 'descriptions'];

/** Everything that is different in `to`: first the criteria, in the order of `to`, then rules, ratings, levels, themes, description. */
export function changesBetween(from: Framework, to: Framework): Change[] {
	return [...matched(from, to).flatMap((pair) => changesOf(pair, from, to)), ...frameChanges(from, to)];
}

/**
 * Which answers can be taken over from one version to another: for each old criterion whose answer still holds, its
 * number in the new version. With a scale of its own, an answer at a rating that a `rating` change loses stays behind too.
 */
export function answersCarriedOver(from: Framework, to: Framework): Map<string, string> {
	if (from.kind !== to.kind) return new Map();
	const holding = matched(from, to).flatMap((pair): [string, string][] =>
		pair.old && pair.new && changesOf(pair, from, to).every(({ keeps }) => keeps) ? [[pair.old.number, pair.new.number]] : []
	);
	return new Map(holding);
}

function changesOf(pair: Pair, from: Framework, to: Framework): Change[] {
	if (!pair.old) return [{ kind: 'added', number: pair.new.number, sentence: `${named(pair.new)} is new`, keeps: false }];
	if (!pair.new) return [{ kind: 'removed', number: pair.old.number, sentence: `${named(pair.old)} is taken out`, keeps: false }];
	return [...renumbered(pair.old, pair.new), ...moved(pair.old, pair.new, from, to), ...reworded(pair.old, pair.new)];
}

const named = ({ number, title }: Criterion) => `${number} ‘${title}’`;

function renumbered(old: Criterion, now: Criterion): Change[] {
	if (old.number === now.number) return [];
	return [{ kind: 'renumbered', number: now.number, sentence: `${named(now)} was numbered ${old.number}`, keeps: true }];
}

function moved(old: Criterion, now: Criterion, from: Framework, to: Framework): Change[] {
	const ways: string[] = [];
	if (old.level !== now.level) ways.push(`from level ${old.level ?? 'none'} to level ${now.level ?? 'none'}`);
	if (old.theme !== now.theme) ways.push(`from the theme ${themeName(from, old)} to ${themeName(to, now)}`);
	if (ways.length === 0) return [];
	return [{ kind: 'moved', number: now.number, sentence: `${named(now)} moves ${ways.join(' and ')}`, keeps: true }];
}

const themeName = (framework: Framework, { theme }: Criterion) => framework.themes.find(({ id }) => id === theme)?.name ?? theme;

function reworded(old: Criterion, now: Criterion): Change[] {
	const fields = (Object.keys(fieldNames) as Worded[]).filter((field) => asLines(old, field).join('\n') !== asLines(now, field).join('\n'));
	if (fields.length === 0) return [];
	const which = fields.map((field) => fieldNames[field]).join(', ');
	const keeps = judged.every((field) => sameMeaning(asLines(old, field), asLines(now, field)));
	return [{ kind: 'reworded', number: now.number, fields, sentence: `${named(now)} is reworded: ${which}`, keeps }];
}

const asLines = (criterion: Criterion, field: Worded): string[] => [criterion[field] ?? []].flat();
const sameMeaning = (old: string[], now: string[]) =>
	old.length === now.length && old.every((line, index) => saysTheSame(line, now[index] ?? ''));
