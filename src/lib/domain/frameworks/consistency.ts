import type { Fault } from '#lib/server/document-faults.ts';
import { fieldsOf, known, listOf, repeatedIn, type Fields } from '#lib/server/loose-documents.ts';

/** What belongs to a kind of framework and to its criteria (DOMAIN section 2). */
const belongs = {
	staged: { has: ['thresholds', 'levels'], not: ['scale', 'outcomes'], criterion: 'level', never: ['descriptions'] },
	rubric: { has: ['levels'], not: ['thresholds', 'scale', 'outcomes'], criterion: 'descriptions', never: ['level'] },
	compliance: { has: ['scale', 'outcomes'], not: ['thresholds', 'levels'], criterion: null, never: ['level', 'descriptions'] }
} as const;

/**
 * What is wrong between the fields of a framework: things named that do not exist, repeated, out of order, missing
 * for its kind. Reads whatever is readable, so that a half-finished draft shows everything at once.
 */
export function inconsistencies(value: unknown): Fault[] {
	const framework = fieldsOf(value);
	const kind = framework.kind as keyof typeof belongs;
	return [
		...repeated(framework, 'themes', 'id', 'theme'),
		...repeated(framework, 'themes', 'name', 'theme'),
		...repeated(framework, 'levels', 'number', 'level'),
		...repeated(framework, 'scale', 'id', 'rating'),
		...repeated(framework, 'outcomes', 'id', 'outcome'),
		...repeated(framework, 'criteria', 'number', 'criterion'),
		...levelsInOrder(framework),
		...themesUsed(framework),
		...(Object.hasOwn(belongs, kind) ? ofItsKind(framework, kind) : []),
		...(kind === 'compliance' ? [...scaleInOrder(framework), ...outcomesReachable(framework)] : [])
	];
}

const repeated = (framework: Fields, list: string, key: string, what: string): Fault[] =>
	repeatedIn(listOf(framework[list]), [list], key, what);

function levelsInOrder(framework: Fields): Fault[] {
	const levels = listOf(framework.levels);
	const numbers = levels.map((level) => level.number);
	if (numbers.some((number) => !Number.isInteger(number) || Number(number) < 1 || Number(number) > 9)) return [];
	const faults: Fault[] = [];
	for (let wanted = 1; wanted <= Math.max(0, ...numbers.map(Number)); wanted++) {
		const next = numbers.findIndex((number) => Number(number) > wanted);
		if (!numbers.includes(wanted))
			faults.push({ path: ['levels', next, 'number'], text: `Level ${wanted} is missing. Levels run from 1 upwards without a gap` });
	}
	const fall = numbers.findIndex((number, index) => index > 0 && Number(number) < Number(numbers[index - 1]));
	if (fall > 0) faults.push({ path: ['levels', fall, 'number'], text: 'The levels must be in order, lowest first' });
	return faults;
}

function themesUsed(framework: Fields): Fault[] {
	const themes = listOf(framework.themes);
	const criteria = listOf(framework.criteria);
	const ids = new Set(themes.map((theme) => theme.id));
	const used = new Set(criteria.map((criterion) => criterion.theme));
	return [
		...criteria.flatMap((criterion, index) =>
			typeof criterion.theme === 'string' && !ids.has(criterion.theme)
				? [{ path: ['criteria', index, 'theme'], text: `There is no theme ${criterion.theme}. Use one of the ids in the list of themes` }]
				: []
		),
		...themes.flatMap((theme, index) =>
			typeof theme.id === 'string' && !used.has(theme.id)
				? [{ path: ['themes', index], text: `No criterion belongs to the theme ${theme.id}. Give it one or take the theme out` }]
				: []
		)
	];
}

function ofItsKind(framework: Fields, kind: keyof typeof belongs): Fault[] {
	const rule = belongs[kind];
	const levels = new Set(listOf(framework.levels).map((level) => level.number));
	const criteria = listOf(framework.criteria);
	const used = new Set(criteria.map((criterion) => criterion.level));
	const faults: Fault[] = [];
	for (const field of rule.has)
		if (!known(framework[field])) faults.push({ path: [field], text: `A ${kind} framework must have ${parts[field]}` });
	for (const field of rule.not)
		if (known(framework[field])) faults.push({ path: [field], text: `A ${kind} framework has no ${field}. Take this out` });
	criteria.forEach((criterion, index) => {
		const at = (field: string) => ['criteria', index, field];
		for (const field of rule.never)
			if (known(criterion[field]))
				faults.push({ path: at(field), text: `A criterion of a ${kind} framework has no ${field}. Take this out` });
		if (rule.criterion && !known(criterion[rule.criterion]))
			faults.push({ path: at(rule.criterion), text: `A criterion of a ${kind} framework must have ${lacking[rule.criterion]}` });
		else if (kind === 'staged' && levels.size > 0 && !levels.has(criterion.level))
			faults.push({ path: at('level'), text: `There is no level ${String(criterion.level)}. Use a number in the list of levels` });
		else if (kind === 'rubric' && levels.size > 0 && Array.isArray(criterion.descriptions) && criterion.descriptions.length !== levels.size)
			faults.push({
				path: at('descriptions'),
				text: `There must be one description for each of the ${levels.size} levels, but there ${counted(criterion.descriptions.length)}`
			});
	});
	if (kind === 'staged')
		listOf(framework.levels).forEach((level, index) => {
			if (Number.isInteger(level.number) && !used.has(level.number))
				faults.push({
					path: ['levels', index],
					text: `No criterion belongs to level ${String(level.number)}. Give it one or take the level out`
				});
		});
	return faults;
}

const parts = { thresholds: 'thresholds', levels: 'levels', scale: 'a scale', outcomes: 'outcomes' };
const lacking = { level: 'the level it belongs to', descriptions: 'one description for each level' };
const counted = (count: number) => (count === 1 ? 'is 1' : `are ${count}`);

function scaleInOrder(framework: Fields): Fault[] {
	const scale = listOf(framework.scale);
	const faults: Fault[] = [];
	if (scale.length === 1) faults.push({ path: ['scale'], text: 'A scale must have at least 2 ratings' });
	scale.forEach((rating, index) => {
		if (index > 0 && Number(rating.worth) <= Number(scale[index - 1]?.worth))
			faults.push({
				path: ['scale', index, 'worth'],
				text: 'The ratings must be in order, worst first: each is worth more than the one before'
			});
	});
	return faults;
}

function outcomesReachable(framework: Fields): Fault[] {
	const outcomes = listOf(framework.outcomes);
	const ratings = new Set(listOf(framework.scale).map((rating) => rating.id));
	const faults: Fault[] = [];
	const mustExist = (name: unknown, path: Fault['path']) => {
		if (!ratings.has(name)) faults.push({ path, text: `There is no rating ${String(name)}. Use an id of the scale` });
	};
	outcomes.forEach((outcome, index) => {
		const last = index === outcomes.length - 1;
		const free = !known(outcome.atMost) && !known(outcome.atLeast);
		if (last && !free)
			faults.push({ path: ['outcomes', index], text: 'The last outcome must have no conditions, so that there always is one' });
		if (!last && free)
			faults.push({ path: ['outcomes', index], text: 'This outcome has no conditions, so those after it can never be reached' });
		for (const name of Object.keys(fieldsOf(outcome.atMost))) mustExist(name, ['outcomes', index, 'atMost', name]);
		const counts = fieldsOf(outcome.atLeast).ratings;
		if (Array.isArray(counts)) counts.forEach((name, place) => mustExist(name, ['outcomes', index, 'atLeast', 'ratings', place]));
	});
	return faults;
}
