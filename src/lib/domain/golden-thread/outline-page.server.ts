import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { pageSize } from '#lib/server/paging.ts';
import { breaksIn } from './breaks.ts';
import { firstBreaks } from './breaks-page.server.ts';
import { coverageOf, type TiedFacts } from './coverage.ts';
import type { Level } from './levels.ts';
import { inOutlineOrder, isLike, openAtFirst, outlineOf, outlineWith, type OutlineNode } from './outline.ts';
import { isFiltered, type OutlineAsked } from './outline-asked.ts';
import { servicesOffered } from './services-below.server.ts';
import { keepsSome } from './sight.ts';
import { untilThreadChanges } from './stamp.server.ts';
import { threadOf } from './thread.server.ts';
import type { Thread } from './thread.ts';
import { tiedFacts } from './tied-facts.server.ts';
import { markOf, type StrandMark } from './words.ts';

/** A line of the outline as the page has it. */
export type Line = {
	number: number;
	level: Level;
	title: string;
	owner: string;
	mark: StrandMark;
	again: boolean;
	/** So many strands serve it, whether they are on the page or not. */
	serving: number;
	/** Whether those are drawn below it; null where the page does not fold. */
	isOpen: boolean | null;
	children: Line[];
};

/** So many lines are drawn before anybody opens a branch, and so many below one strand: the rest of a long branch has pages of its own. */
const mostLines = 50;

function lineMaker(thread: Thread, facts: TiedFacts, open: ReadonlySet<number> | null) {
	const line = ({ strand, again, children }: OutlineNode): Line => {
		const isOpen = open ? open.has(strand.number) : null;
		return {
			number: strand.number,
			level: strand.level,
			title: strand.title,
			owner: strand.owner,
			mark: markOf(breaksIn(thread, facts, strand)),
			again,
			serving: thread.children.get(strand.id)?.length ?? 0,
			isOpen,
			children: again || isOpen === false ? [] : children.slice(0, mostLines).map(line)
		};
	};
	return line;
}

/** The outline with some branches open, the others folded. */
function folded(thread: Thread, facts: TiedFacts, asked: OutlineAsked) {
	const open = asked.open ?? openAtFirst(thread, mostLines);
	const lines = outlineOf(thread).map(lineMaker(thread, facts, new Set(open)));
	return { lines, open, isWhole: open.length === 0 ? false : openAtFirst(thread, Infinity).every((number) => open.includes(number)) };
}

/** The strands that are like what is asked for, a page of them, each under what it serves. */
function paged(thread: Thread, facts: TiedFacts, asked: OutlineAsked, ordered: readonly OutlineNode['strand'][]) {
	const found = isFiltered(asked) ? ordered.filter((strand) => isLike(strand, asked)) : ordered;
	const from = Math.min(asked.from, Math.max(0, found.length - 1));
	const here = found.slice(from, from + pageSize);
	return {
		lines: outlineWith(thread, here).map(lineMaker(thread, facts, null)),
		found: found.length,
		from,
		to: from + here.length,
		previous: from > 0 ? Math.max(0, from - pageSize) : null,
		next: from + pageSize < found.length ? from + pageSize : null
	};
}

/** The page of the whole thread: its outline as far as it is asked for, its breaks and its coverage. DOMAIN section 6. */
export function outlinePage(db: Database, person: Person, asked: OutlineAsked) {
	const thread = threadOf(db);
	const facts = tiedFacts(db);
	const isPaged = asked.all || isFiltered(asked);
	const { service } = asked;
	return {
		folded: isPaged ? null : untilThreadChanges(db, `outline ${asked.open?.join() ?? 'at first'}`, () => folded(thread, facts, asked)),
		paged: isPaged
			? paged(
					thread,
					facts,
					asked,
					untilThreadChanges(db, 'outline order', () => inOutlineOrder(thread))
				)
			: null,
		total: thread.strands.length,
		retired: thread.retired.slice(0, 200).map(({ number, title }) => ({ number, title })),
		// what each strand lacks is told by the breaks: thousands of strands are not sent along with four figures
		coverage: untilThreadChanges(db, `coverage ${service}`, () => {
			const of = service ? thread.strands.filter(({ serviceId }) => serviceId === service) : thread.strands;
			return coverageOf(thread, facts, of).map(({ level, covered, of, explain }) => ({ level, covered, of, explain }));
		}),
		breaks: firstBreaks(db, person, { service }, 5),
		services: servicesOffered(db, service),
		canKeep: keepsSome(person),
		keepsAll: can(person, 'keep thread')
	};
}
