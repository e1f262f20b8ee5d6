import type { Person } from '#lib/domain/access/person.ts';
import { breaksSeen } from '#lib/domain/golden-thread/breaks-page.server.ts';
import { coverageOf, shareInWords } from '#lib/domain/golden-thread/coverage.ts';
import { levels } from '#lib/domain/golden-thread/levels.ts';
import { measuresShown } from '#lib/domain/golden-thread/measures-shown.server.ts';
import { servicesNamed } from '#lib/domain/golden-thread/services-below.server.ts';
import { servingServices } from '#lib/domain/golden-thread/serving-services.server.ts';
import type { Strand } from '#lib/domain/golden-thread/thread.ts';
import { threadOf } from '#lib/domain/golden-thread/thread.server.ts';
import { tiedFacts } from '#lib/domain/golden-thread/tied-facts.server.ts';
import { measuresSeen } from '#lib/domain/measures/finding.server.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Report } from '../description.ts';
import { awardsSection } from './awards-section.ts';
import { behavioursOn } from './behaviours-gathered.server.ts';
import { behavioursSection } from './behaviours-section.ts';
import { belowStrands } from './below-gathered.server.ts';
import { breaksSection } from './breaks-section.ts';
import { coverageSection, totalOf } from './coverage-section.ts';
import { actionsOf, ownObjectives, tiesByStrand, type ActionOnThread } from './gathered.server.ts';
import { levelSection } from './level-section.ts';
import { measuresSection } from './measures-section.ts';
import { ownSection, servingInWords } from './own-section.ts';
import { threadScope, type ThreadScope } from './scope.server.ts';
import { upSection } from './up-section.ts';
import type { Woven } from './woven.ts';

/** The breaks of a scope: never those of anybody's objectives; what is tied to nothing belongs to no team and to nobody. */
function breaksOf(db: Database, person: Person, { serviceId, teamId, isOwn }: ThreadScope, strands: readonly Strand[]) {
	const addresses = new Set(strands.map(({ number }) => `/thread/${number}`));
	return breaksSeen(db, person, serviceId ? { service: serviceId } : {}).filter(({ key, href }) => {
		if (key.startsWith('objective ')) return false;
		const isLoose = /^(action|measure) /.test(key);
		return isLoose ? !isOwn && !teamId : addresses.has(href);
	});
}

/** The strand that an action serves, by its own tie or that of the recommendation it came from. */
function strandsOfActions(db: Database, byId: ReadonlyMap<string, Strand>): (action: ActionOnThread) => Strand | undefined {
	const found = new Map<string, string>();
	for (const kind of ['recommendation', 'action'] as const)
		for (const [strandId, things] of tiesByStrand(db, kind)) for (const thing of things) found.set(thing, strandId);
	return ({ id, recommendationId }) => {
		const strand = byId.get(found.get(id) ?? found.get(recommendationId ?? '') ?? '');
		return strand?.retiredOn ? undefined : strand;
	};
}

/**
 * The golden thread of the council, a service, a team or oneself, down and up: coverage, each level with what serves it, measures
 * against targets, agreed awards, the behaviours as shopping and performance assessment found them, each action's line to the vision,
 * breaks. Individual objectives that are somebody's own are in their own report alone. DOMAIN section 6.
 */
export function goldenThreadReport(db: Database, person: Person, id: string, today: string): Report {
	const scope = threadScope(db, person, id);
	const { isOwn, teamId } = scope;
	const thread = threadOf(db);
	const facts = tiedFacts(db);
	const isOpen = ({ ownerId }: Strand) => !ownerId || (isOwn && ownerId === person.id);
	const own = isOwn ? ownObjectives(db, person) : [];
	const aimed = new Set(own.flatMap(({ strandId }) => strandId ?? []));
	const strands = thread.strands.filter(
		(strand) => (scope.holds(strand) || aimed.has(strand.id)) && (strand.level !== 'individual objective' || isOpen(strand))
	);
	const serviceIds = [...new Set(strands.flatMap(({ serviceId }) => serviceId ?? []))];
	const woven: Woven = {
		thread,
		facts,
		strands,
		...belowStrands(db, person, thread, strands, today),
		measures: measuresShown(db, person, strands, today),
		services: servingServices(db, person, servicesNamed(db, new Set(serviceIds))),
		named: scope.named
	};
	const ties = { standards: tiesByStrand(db, 'standard'), questions: tiesByStrand(db, 'question') };
	const behaviours = behavioursOn(db, person, strands, ties, today);
	const coverage = coverageOf(thread, facts, strands);
	const { covered, of } = totalOf(coverage);
	const breaks = breaksOf(db, person, scope, strands);
	const strandOf = strandsOfActions(db, thread.byId);
	const ids = new Set(strands.map((strand) => strand.id));
	const actions = actionsOf(db, person, scope, today).filter((action) => !teamId || ids.has(strandOf(action)?.id ?? ''));
	const covers = of
		? `${covered} of ${of} ${of === 1 ? 'strand is' : 'strands are'} covered, ${breaks.length} ${breaks.length === 1 ? 'break' : 'breaks'}`
		: 'no strand yet';
	return {
		name: isOwn ? 'Your golden thread' : `Golden thread ${scope.name}`,
		title: isOwn ? `Your golden thread: ${own.length ? servingInWords(own) : covers}` : `${scope.name}: ${covers}`,
		subtitle: isOwn ? `Golden thread of ${person.name}` : 'Golden thread, down from the vision and up to it',
		lead: 'What the council wants to be, what each service and team does for it, and what proves it.',
		facts: [
			['Strands', String(strands.length)],
			['Coverage', `${shareInWords(covered, of)} (${covered} of ${of})`],
			['Breaks', String(breaks.length)]
		],
		council: councilOf(db)?.name ?? '',
		madeAt: now(),
		sections: [
			...(isOwn ? [ownSection(thread, own)] : []),
			...(isOwn && !of ? [] : [coverageSection(coverage)]),
			...levels.filter((level) => strands.some((strand) => strand.level === level)).map((level) => levelSection(level, woven)),
			...(woven.services.some(({ seen }) => seen) ? [awardsSection(woven)] : []),
			...(strands.length && measuresSeen(db, person) ? [measuresSection(woven)] : []),
			...(behaviours.length ? [behavioursSection(behaviours)] : []),
			...(actions.length ? [upSection(thread, actions, strandOf)] : []),
			...(strands.length ? [breaksSection(breaks)] : [])
		]
	};
}
