import { can, somewhere } from './can.ts';
import { has, type Person } from './person.ts';

/** A page that the navigation leads to, with how the addresses in it begin. */
export type Place = { href: string; label: string; holds: string[] };

/** A part of the workbench: where it leads first, and its pages where there are several. */
export type Section = Place & { within: Place[] };

/** A page of a part, whether the person sees it, and what is its own although its address begins otherwise. */
type Offered = [shown: boolean, href: string, label: string, also?: string[]];

/** The parts of the workbench in the order of the navigation, each with its pages. */
const offered = (person: Person): Offered[][] => [
	[[true, '/', 'Home']],
	[
		[somewhere(person, 'see assessment', 'answer'), '/assessments', 'Assessments'],
		[can(person, 'see cycles'), '/cycles', 'Cycles'],
		[somewhere(person, 'moderate'), '/moderation', 'Moderation'],
		[true, '/frameworks', 'Frameworks']
	],
	[[true, '/journeys', 'Journeys', ['/findings', '/recommendations']]],
	[[has(person, 'mystery shopper') || somewhere(person, 'see shopping results', 'check visit'), '/mystery-shopping', 'Mystery shopping']],
	[[can(person, 'see board'), '/board', 'Board']],
	[
		[
			somewhere(person, 'run PAF', 'score interaction', 'see staff results', 'see PAF summary') || has(person, 'advisor'),
			'/paf',
			'Performance'
		],
		[has(person, 'quality assessor') || has(person, 'team leader') || has(person, 'programme lead'), '/calibrations', 'Calibration'],
		[somewhere(person, 'see scorecards'), '/scorecards', 'Scorecards', ['/standards']]
	],
	[
		[can(person, 'see thread'), '/thread', 'Golden thread'],
		[somewhere(person, 'see measures'), '/glance', 'At a glance'],
		[somewhere(person, 'see measures'), '/measures', 'Measures'],
		[somewhere(person, 'see feedback', 'note feedback', 'see feedback report'), '/feedback', 'Feedback']
	],
	[[somewhere(person, 'see evidence'), '/evidence', 'Evidence']],
	[[true, '/actions', 'Actions']],
	[
		[
			somewhere(person, 'see service report', 'see council report', 'see PAF summary', 'see staff results') || has(person, 'advisor'),
			'/reports',
			'Reports'
		]
	],
	[[can(person, 'administer'), '/admin', 'Administration']]
];

/** The parts that a person sees. A part leads to the first of its pages that they see, and is named for it. */
export function sectionsFor(person: Person): Section[] {
	return offered(person).flatMap((part) => {
		const places = part.flatMap(([shown, href, label, also = []]) => (shown ? [{ href, label, holds: [href, ...also] }] : []));
		const [first] = places;
		if (!first) return [];
		return [{ ...first, holds: places.flatMap(({ holds }) => holds), within: places.length > 1 ? places : [] }];
	});
}

/** The person's roles in a few words, for the header: 'Service manager, quality assessor'. */
export function rolesInWords(person: Person): string {
	const roles = [...new Set(person.grants.map((grant) => grant.role))].join(', ');
	return roles.charAt(0).toUpperCase() + roles.slice(1);
}
