import { depthOf, levelName, type Level } from './levels.ts';
import { parentsOf, type Strand, type Thread } from './thread.ts';
import { reachingVision } from './paths.ts';
import { weave } from './thread.ts';

/** What a strand is to be: its level and the strands it is to serve. */
export type Placed = { id: string; level: Level; title: string };
/** Why a strand cannot stand so, with the field the sentence belongs to. */
export type Fault = { code: 'cycle' | 'level' | 'no-path' | 'unknown'; text: string; field: 'parents' | 'level' };

const quoted = (titles: readonly string[]) => titles.map((title) => `“${title}”`).join(' → ');

/** The path down from a strand to one below it, both among it; null where it is not below. */
export function pathDown(thread: Thread, from: string, to: string): Strand[] | null {
	const climb = (strand: Strand, under: Strand[]): Strand[] | null => {
		const path = [strand, ...under];
		if (strand.id === from) return path;
		for (const parent of parentsOf(thread, strand.id)) {
			const found = climb(parent, path);
			if (found) return found;
		}
		return null;
	};
	const strand = thread.byId.get(to);
	return strand ? climb(strand, []) : null;
}

/** Why a strand that nothing serves yet cannot serve these others: they must be there, stand, and stand above its level. */
export function faultAbove(strands: ReadonlyMap<string, Strand>, strand: Placed, parentIds: readonly string[]): Fault | null {
	for (const id of parentIds) {
		const parent = strands.get(id);
		if (!parent || parent.retiredOn) return { code: 'unknown', text: 'Choose strands that are not retired', field: 'parents' };
		if (depthOf(parent.level) < depthOf(strand.level)) continue;
		const text = `“${parent.title}” is a ${parent.level}: choose strands above the level of ${strand.level}`;
		return { code: 'level', text, field: 'parents' };
	}
	return null;
}

/**
 * Why a strand cannot serve these others, as the thread stands: it would be its own ancestor (the sentence names the path),
 * one of them does not stand a level or more above it, something that serves it would no longer stand below it, or it
 * would lose its way to the vision. Null where it can. DOMAIN section 6.
 */
export function faultIn(thread: Thread, strand: Placed, parentIds: readonly string[]): Fault | null {
	for (const id of parentIds) {
		const cycle = pathDown(thread, strand.id, id);
		if (!cycle) continue;
		const way = quoted([...cycle.map(({ title }) => title), strand.title]);
		return { code: 'cycle', text: `A strand cannot serve itself. This would close the circle ${way}`, field: 'parents' };
	}
	const above = faultAbove(thread.byId, strand, parentIds);
	if (above) return above;
	const under = (thread.children.get(strand.id) ?? []).find(({ level }) => depthOf(level) <= depthOf(strand.level));
	if (under) {
		const text = `“${under.title}” serves it and is a ${under.level}: ${levelName(strand.level).toLowerCase()} is not above that`;
		return { code: 'level', text, field: 'level' };
	}
	return losesItsWay(thread, strand, parentIds);
}

/** A strand that leads to the vision keeps a way there, and with it all that is below: only retiring one may end that. */
function losesItsWay(thread: Thread, strand: Placed, parentIds: readonly string[]): Fault | null {
	const reaching = reachingVision(thread);
	const led = reaching.has(strand.id);
	const leads = strand.level === 'vision' || parentIds.some((id) => reaching.has(id));
	if (!led || leads) return null;
	const text = 'Choose at least one strand from which a way leads up to the vision. To take it out of the thread, retire it';
	return { code: 'no-path', text, field: 'parents' };
}

/** The thread as it would be with a strand placed so; for what follows from several changes at once. */
export function placed(thread: Thread, strand: Strand, parentIds: readonly string[]): Thread {
	const all = [...thread.byId.values()].map((one) => (one.id === strand.id ? strand : one));
	if (!thread.byId.has(strand.id)) all.push(strand);
	const serving = [...thread.parents].flatMap(([strandId, parents]) =>
		strandId === strand.id ? [] : parents.map((parent) => ({ strandId, parentId: parent.id }))
	);
	return weave(all, [...serving, ...parentIds.map((parentId) => ({ strandId: strand.id, parentId }))]);
}

/**
 * The first circle among names and what each serves, as the names around it, the first again at the end; null where there
 * is none. For files, where levels may be wrong as well.
 */
export function circleIn(serves: ReadonlyMap<string, readonly string[]>): string[] | null {
	const state = new Map<string, 'open' | 'closed'>();
	const way: string[] = [];
	const climb = (name: string): string[] | null => {
		if (state.get(name) === 'closed') return null;
		if (state.get(name) === 'open') return [...way.slice(way.indexOf(name)), name];
		state.set(name, 'open');
		way.push(name);
		for (const parent of serves.get(name) ?? []) {
			const found = climb(parent);
			if (found) return found;
		}
		way.pop();
		state.set(name, 'closed');
		return null;
	};
	for (const name of serves.keys()) {
		const found = climb(name);
		if (found) return found;
	}
	return null;
}
