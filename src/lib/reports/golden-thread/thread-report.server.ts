import type { Person } from '#lib/domain/access/person.ts';
import { breaksSeen } from '#lib/domain/golden-thread/breaks-page.server.ts';
import { coverageOf, shareInWords } from '#lib/domain/golden-thread/coverage.ts';
import { levels } from '#lib/domain/golden-thread/levels.ts';
import { threadOf } from '#lib/domain/golden-thread/thread.server.ts';
import { tiedFacts } from '#lib/domain/golden-thread/tied-facts.server.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Report } from '../description.ts';
import { actionsOf, ownObjectives, standingsFor, tiesByStrand, type ActionOnThread } from './gathered.server.ts';
import { threadScope, type ThreadScope } from './scope.server.ts';
import {
	breaksSection,
	coverageSection,
	levelSection,
	measuresSection,
	ownSection,
	totalOf,
	upSection,
	type Woven
} from './thread-tables.ts';

/** The breaks of a scope: never those of anybody's objectives but one's own. */
function breaksOf(db: Database, person: Person, { serviceId, isOwn }: ThreadScope, strands: Woven['strands']) {
	const addresses = new Set(strands.map(({ number }) => `/thread/${number}`));
	return breaksSeen(db, person, serviceId ? { service: serviceId } : {}).filter(({ key, href }) => {
		if (key.startsWith('objective ')) return false;
		const isLoose = /^(action|measure) /.test(key);
		return isLoose ? !isOwn : addresses.has(href);
	});
}

/**
 * The golden thread of the council, a service, a team or oneself, down and up: coverage, each level with what serves it, measures
 * against targets, each action's line to the vision, breaks. Of other people's individual objectives it says nothing. DOMAIN section 6.
 */
export function goldenThreadReport(db: Database, person: Person, id: string, today: string): Report {
	const scope = threadScope(db, person, id);
	const thread = threadOf(db);
	const facts = tiedFacts(db);
	const strands = thread.strands.filter(
		(strand) =>
			scope.holds(strand) && (scope.isOwn || strand.level !== 'individual objective' || !strand.ownerId || strand.ownerId === person.id)
	);
	const woven: Woven = {
		thread,
		facts,
		strands,
		actions: actionsOf(db, person, scope, today),
		standings: standingsFor(db, person, scope, today),
		actionsOf: tiesByStrand(db, 'action'),
		measuresOf: tiesByStrand(db, 'measure'),
		named: scope.named,
		isOwn: scope.isOwn
	};
	const coverage = coverageOf(thread, facts, strands);
	const { covered, of } = totalOf(coverage);
	const breaks = breaksOf(db, person, scope, strands);
	const strandIdOf = new Map<string, string>();
	for (const ties of [tiesByStrand(db, 'recommendation'), woven.actionsOf])
		for (const [strandId, things] of ties) for (const thing of things) strandIdOf.set(thing, strandId);
	const strandOf = (action: ActionOnThread) => {
		const strandId = strandIdOf.get(action.id) ?? strandIdOf.get(action.recommendationId ?? '');
		const strand = strandId ? thread.byId.get(strandId) : undefined;
		return strand?.retiredOn ? undefined : strand;
	};
	const whose = scope.isOwn ? 'Your golden thread' : scope.name;
	return {
		name: scope.isOwn ? 'Your golden thread' : `Golden thread ${scope.name}`,
		title: of
			? `${whose}: ${covered} of ${of} strands are covered, ${breaks.length} ${breaks.length === 1 ? 'break' : 'breaks'}`
			: `${whose}: no strand yet`,
		subtitle: scope.isOwn ? `Golden thread of ${person.name}` : 'Golden thread, down from the vision and up to it',
		lead: 'What the council wants to be, what each service and team does for it, and what proves it.',
		facts: [
			['Strands', String(strands.length)],
			['Coverage', `${shareInWords(covered, of)} (${covered} of ${of})`],
			['Breaks', String(breaks.length)]
		],
		council: councilOf(db)?.name ?? '',
		madeAt: now(),
		sections: [
			...(scope.isOwn ? [ownSection(thread, ownObjectives(db, person))] : []),
			coverageSection(coverage),
			...levels.filter((level) => strands.some((strand) => strand.level === level)).map((level) => levelSection(level, woven)),
			...(woven.standings.size ? [measuresSection(woven)] : []),
			upSection(woven, strandOf),
			breaksSection(breaks)
		]
	};
}
