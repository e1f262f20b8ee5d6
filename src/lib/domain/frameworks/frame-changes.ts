import type { Change } from './comparing.ts';
import type { Framework } from './document.ts';
import { saysTheSame } from './matching.ts';

/** What is different between two versions around their criteria: rules, ratings, levels, themes, description. */
export function frameChanges(from: Framework, to: Framework): Change[] {
	return [
		...ruleChanges(from, to),
		...ratingChanges(from, to),
		...levelChanges(from, to),
		...themeChanges(from, to),
		...aboutChanges(from, to)
	];
}

function ruleChanges(from: Framework, to: Framework): Change[] {
	const rule = (sentence: string, keeps = true): Change => ({ kind: 'rules', sentence, keeps });
	const changes: Change[] = [];
	if (from.kind !== to.kind)
		changes.push(rule(`The kind changes from ${from.kind} to ${to.kind}, so no answer can be carried over`, false));
	const [old, now] = [from.thresholds, to.thresholds];
	if (old && now && old.atLevel !== now.atLevel)
		changes.push(rule(`What a level’s own criteria must reach changes from ${old.atLevel} to ${now.atLevel}`));
	if (old && now && old.below !== now.below)
		changes.push(rule(`What the criteria of the levels below must reach changes from ${old.below} to ${now.below}`));
	const outcomes = differences(from.outcomes, to.outcomes, ({ id }) => id);
	return [...changes, ...outcomes.map(({ item, how }) => rule(`The outcome ${item.name} is ${how}`))];
}

function ratingChanges(from: Framework, to: Framework): Change[] {
	return differences(from.scale, to.scale, ({ id }) => id).map(({ item, how, old, now }) => ({
		kind: 'rating',
		rating: item.id,
		sentence:
			old && now && old.worth !== now.worth
				? `The rating ${item.name} is worth ${now.worth} in place of ${old.worth}`
				: `The rating ${item.name} is ${how}`,
		// what a rating is worth changes the result; what it says changes what people answered
		keeps: now !== undefined && (old === undefined || saysTheSame(old.about, now.about))
	}));
}

function levelChanges(from: Framework, to: Framework): Change[] {
	return differences(from.levels, to.levels, ({ number }) => number).map(({ item, how, old, now }) => ({
		kind: 'level',
		sentence:
			old && now && old.name !== now.name
				? `Level ${item.number} ${old.name} is now called ${now.name}`
				: `Level ${item.number} ${item.name} is ${how}`,
		// in a rubric the level itself is the answer
		keeps: from.kind !== 'rubric' || (old !== undefined && now !== undefined)
	}));
}

function themeChanges(from: Framework, to: Framework): Change[] {
	return differences(from.themes, to.themes, ({ id }) => id).map(({ item, how, old, now }) => ({
		kind: 'theme',
		sentence: old && now && old.name !== now.name ? `The theme ${old.name} is now called ${now.name}` : `The theme ${item.name} is ${how}`,
		keeps: true
	}));
}

function aboutChanges(from: Framework, to: Framework): Change[] {
	const parts = [
		['name', 'name'],
		['about', 'description'],
		['source', 'source']
	] as const;
	return parts.flatMap(([field, words]): Change[] =>
		same(from[field], to[field]) ? [] : [{ kind: 'about', sentence: `The framework’s ${words} is changed`, keeps: true }]
	);
}

type Difference<T> = { item: T; how: 'new' | 'taken out' | 'changed'; old: T | undefined; now: T | undefined };

function differences<T>(from: T[] = [], to: T[] = [], key: (item: T) => unknown): Difference<T>[] {
	const find = (list: T[], item: T) => list.find((other) => key(other) === key(item));
	return [
		...to.flatMap((now): Difference<T>[] => {
			const old = find(from, now);
			if (!old) return [{ item: now, how: 'new', old, now }];
			return same(old, now) ? [] : [{ item: now, how: 'changed', old, now }];
		}),
		...from.filter((old) => !find(to, old)).map((old): Difference<T> => ({ item: old, how: 'taken out', old, now: undefined }))
	];
}

/** Equal whatever order the fields were stored in. */
function same(a: unknown, b: unknown): boolean {
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
	const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...keys].every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}
