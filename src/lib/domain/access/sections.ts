import { can, servicesWhere, teamsWhere, type Action } from './can.ts';
import { has, type Person } from './person.ts';

/** Whether the person may do something of the kind anywhere at all. */
const somewhere = (person: Person, ...actions: Action[]) =>
	actions.some((action) => {
		const services = servicesWhere(person, action);
		return services === 'all' || services.length > 0 || teamsWhere(person, action).length > 0;
	});

/** What is a part's own although its address begins otherwise. */
const also: Record<string, string[]> = {
	'/journeys': ['/findings', '/recommendations'],
	'/scorecards': ['/standards'],
	'/thread': ['/measures', '/feedback', '/glance']
};

/** The parts of the workbench a person sees in the navigation, in its order, each with how the addresses in it begin. */
export function sectionsFor(person: Person): { href: string; label: string; holds: string[] }[] {
	const sections: [boolean, string, string][] = [
		[true, '/', 'Home'],
		[somewhere(person, 'see assessment', 'answer'), '/assessments', 'Assessments'],
		[can(person, 'see cycles'), '/cycles', 'Cycles'],
		[somewhere(person, 'moderate'), '/moderation', 'Moderation'],
		[true, '/journeys', 'Journeys'],
		[has(person, 'mystery shopper') || somewhere(person, 'see shopping results', 'check visit'), '/mystery-shopping', 'Mystery shopping'],
		[can(person, 'see board'), '/board', 'Board'],
		[
			somewhere(person, 'run PAF', 'score interaction', 'see staff results', 'see PAF summary') || has(person, 'advisor'),
			'/paf',
			'Performance'
		],
		[has(person, 'quality assessor') || has(person, 'team leader') || has(person, 'programme lead'), '/calibrations', 'Calibration'],
		[somewhere(person, 'see evidence'), '/evidence', 'Evidence'],
		[true, '/actions', 'Actions'],
		[can(person, 'see thread'), '/thread', 'Golden thread'],
		[true, '/frameworks', 'Frameworks'],
		[somewhere(person, 'see scorecards'), '/scorecards', 'Scorecards'],
		[
			somewhere(person, 'see service report', 'see council report', 'see PAF summary', 'see staff results') || has(person, 'advisor'),
			'/reports',
			'Reports'
		],
		[can(person, 'administer'), '/admin', 'Administration']
	];
	return sections.filter(([shown]) => shown).map(([, href, label]) => ({ href, label, holds: [href, ...(also[href] ?? [])] }));
}

/** The person's roles in a few words, for the header: 'Service manager, quality assessor'. */
export function rolesInWords(person: Person): string {
	const roles = [...new Set(person.grants.map((grant) => grant.role))].join(', ');
	return roles.charAt(0).toUpperCase() + roles.slice(1);
}
