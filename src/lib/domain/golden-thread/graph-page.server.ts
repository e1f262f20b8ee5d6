import type { Database } from '#lib/server/database.ts';
import { below } from './below.ts';
import { breaksIn } from './breaks.ts';
import { layOut, type GraphStrand } from './graph-layout.ts';
import { depthOf, isLevel, levels, type Level } from './levels.ts';
import { isLike } from './outline.ts';
import { childrenOf, parentsOf, type Strand, type Thread } from './thread.ts';
import { untilThreadChanges } from './stamp.server.ts';
import { threadOf } from './thread.server.ts';
import { tiedFacts } from './tied-facts.server.ts';
import { markOf } from './words.ts';

/**
 * What of the thread is drawn: one strand with all above and below it, what is like a text, and down to which level; with `line`,
 * what a strand could serve besides. */
export type GraphAsked = { focus: string; text: string; to: Level | ''; line: string };

/** More than this is folded, from the lowest level up, unless somebody asks for it. */
const readable = 80;

export function graphAskedIn(query: URLSearchParams): GraphAsked {
	const to = query.get('to');
	const short = (name: string) => (query.get(name) ?? '').slice(0, 9);
	return { focus: short('focus'), text: (query.get('text') ?? '').trim().slice(0, 100), to: isLevel(to) ? to : '', line: short('line') };
}

/** A strand with everything above it, by whatever way. */
function withAbove(thread: Thread, strands: readonly Strand[]): Set<string> {
	const found = new Set<string>();
	const climb = (strand: Strand): void => {
		if (found.has(strand.id)) return;
		found.add(strand.id);
		parentsOf(thread, strand.id).forEach(climb);
	};
	strands.forEach(climb);
	return found;
}

/** The picture of the thread as it is asked for, with what of it is folded. Kept until the thread changes. DOMAIN section 6. */
export const graphPage = (db: Database, asked: GraphAsked) =>
	untilThreadChanges(db, `picture ${JSON.stringify(asked)}`, () => drawn(db, asked));

function drawn(db: Database, asked: GraphAsked) {
	const thread = threadOf(db);
	const facts = tiedFacts(db);
	const focus = thread.strands.find(({ number }) => String(number) === asked.focus);
	const found = asked.text ? thread.strands.filter((strand) => isLike(strand, { text: asked.text, level: '', service: '' })) : [];
	const line = thread.strands.find(({ number }) => String(number) === asked.line);
	const wanted = asked.text
		? withAbove(thread, found)
		: focus
			? new Set([...withAbove(thread, [focus]), ...below(thread, focus.id).map(({ id }) => id)])
			: new Set(thread.strands.map(({ id }) => id));
	// a line can be drawn to what stands on a higher level, wherever that is
	const inPicture = thread.strands.filter(({ id, level }) => wanted.has(id) && (!line || depthOf(level) < depthOf(line.level)));
	const upTo = (level: Level) => inPicture.filter((strand) => depthOf(strand.level) <= depthOf(level));
	const fitting = levels.findLast((level) => upTo(level).length <= readable) ?? 'vision';
	const to = asked.to || fitting;
	const inside = upTo(to);
	const served = line ? parentsOf(thread, line.id).map(({ id }) => id) : null;
	const here = new Set(served ?? (asked.text ? found.map(({ id }) => id) : focus ? [focus.id] : []));
	const shown = new Set(inside.map(({ id }) => id));
	const strands = inside.map((strand): GraphStrand => ({
		id: strand.id,
		number: strand.number,
		level: strand.level,
		title: strand.title,
		mark: markOf(breaksIn(thread, facts, strand)),
		here: here.has(strand.id),
		folded: childrenOf(thread, strand.id).filter(({ id }) => wanted.has(id) && !shown.has(id)).length
	}));
	const parents = new Map(strands.map(({ id }) => [id, parentsOf(thread, id).map((parent) => parent.id)]));
	return {
		graph: layOut(strands, parents),
		to,
		line: line ? { number: line.number, title: line.title } : null,
		focus: focus ? { id: focus.id, number: focus.number, title: focus.title, level: focus.level } : null,
		drawn: inside.length,
		folded: inPicture.length - inside.length,
		total: thread.strands.length,
		list: strands.map(({ number, level, title, mark }) => ({ number, level, title, mark }))
	};
}
