import { asc, inArray } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { breaksIn } from './breaks.ts';
import { firstBreaks } from './breaks-page.server.ts';
import { coverageOf } from './coverage.ts';
import { depthOf, isLevel, type Level } from './levels.ts';
import { isLike, narrowed, outlineOf, type OutlineFilters, type OutlineNode } from './outline.ts';
import { keepsSome } from './sight.ts';
import { threadOf } from './thread.server.ts';
import { tiedFacts } from './tied-facts.server.ts';
import { markOf, type StrandMark } from './words.ts';

/** A line of the outline as the page has it. `more`: so many strands below that are not on the page. */
export type Line = {
	number: number;
	level: Level;
	title: string;
	owner: string;
	mark: StrandMark;
	again: boolean;
	more: number;
	children: Line[];
};

/** More strands than this are not drawn at once: below service objectives each opens on its own page. */
const mostAtOnce = 400;

export function outlineFiltersIn(query: URLSearchParams): OutlineFilters {
	const level = query.get('level');
	return {
		text: (query.get('text') ?? '').trim().slice(0, 100),
		level: isLevel(level) ? level : '',
		service: (query.get('service') ?? '').slice(0, 60)
	};
}

export const isFiltered = ({ text, level, service }: OutlineFilters): boolean => !!(text || level || service);

/** The services that strands belong to, by name: what the outline and the breaks can be narrowed to. */
export function servicesOnThread(db: Database): { value: string; label: string }[] {
	const ids = [...new Set(threadOf(db).strands.flatMap(({ serviceId }) => (serviceId ? [serviceId] : [])))];
	if (!ids.length) return [];
	return db
		.select({ value: services.id, label: services.name })
		.from(services)
		.where(inArray(services.id, ids))
		.orderBy(asc(inAnyCase(services.name)))
		.all();
}

const counted = (nodes: readonly OutlineNode[]): number =>
	nodes.reduce((sum, { again, children }) => sum + (again ? 0 : 1) + counted(children), 0);

/** The page of the whole thread: its outline as far as it is asked for, its breaks and its coverage. DOMAIN section 6. */
export function outlinePage(db: Database, person: Person, filters: OutlineFilters) {
	const thread = threadOf(db);
	const facts = tiedFacts(db);
	const full = outlineOf(thread);
	const nodes = isFiltered(filters) ? narrowed(full, (strand) => isLike(strand, filters)) : full;
	const isLong = counted(nodes) > mostAtOnce;
	const line = ({ strand, again, children }: OutlineNode): Line => {
		const cut = isLong && depthOf(strand.level) >= depthOf('commitment');
		return {
			number: strand.number,
			level: strand.level,
			title: strand.title,
			owner: strand.owner,
			mark: markOf(breaksIn(thread, facts, strand)),
			again,
			more: cut ? counted(children) : 0,
			children: cut ? [] : children.map(line)
		};
	};
	const of = filters.service ? thread.strands.filter(({ serviceId }) => serviceId === filters.service) : thread.strands;
	return {
		lines: nodes.map(line),
		shown: counted(nodes),
		total: thread.strands.length,
		retired: thread.retired.slice(0, 200).map(({ number, title }) => ({ number, title })),
		// what each strand lacks is told by the breaks: thousands of strands are not sent along with four figures
		coverage: coverageOf(thread, facts, of).map(({ level, covered, of, explain }) => ({ level, covered, of, explain })),
		breaks: firstBreaks(db, person, { service: filters.service }, 5),
		services: servicesOnThread(db),
		canKeep: keepsSome(person),
		keepsAll: can(person, 'keep thread')
	};
}
