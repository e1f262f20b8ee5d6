import { has, servicesOf, teamsOf, type Person, type Role } from './person.ts';

/** What is asked about: the facts a rule needs, never the row itself. */
export type Thing = {
	serviceId?: string | null;
	/** The team of the member of staff it is about. */
	teamId?: string | null;
	/** The services a journey crosses: a grant over one of them is enough. */
	crosses?: readonly string[];
	/** Who reviews the journey. */
	team?: readonly string[];
	/** Corporate evidence and answers are for every service. */
	corporate?: boolean;
	status?: string;
	/** Who submitted the assessment: they never moderate it. */
	submittedBy?: string | null;
	/** Who answered the criterion: they never moderate it either. */
	answeredBy?: readonly (string | null)[];
	/** Colleagues to whom the criterion, or something in the assessment, is handed over. */
	handedTo?: readonly string[];
	ownerId?: string | null;
	/** The member of staff it is about, where they can sign in. */
	aboutId?: string | null;
	/** Who visited as a mystery shopper, or scored the interaction. */
	scoredBy?: string | null;
	/** The level of a strand of the golden thread. */
	level?: string;
};

type Rule = { roles: readonly Role[]; when?: (thing: Thing, person: Person) => boolean };

const manager: Rule = { roles: ['service manager'] };
const assessor: Rule = { roles: ['quality assessor'] };
const lead: Rule = { roles: ['programme lead'] };
const administrator: Rule = { roles: ['administrator'] };
const leader: Rule = { roles: ['team leader'] };
const chair: Rule = { roles: ['board chair'] };
const board: Rule = { roles: ['board member', 'board chair'] };
const viewer: Rule = { roles: ['viewer'] };

const ready = (thing: Thing) => thing.status === 'moderated' || thing.status === 'agreed';
const agreed = (thing: Thing) => thing.status === 'agreed';
const isOwner = (thing: Thing, person: Person) => thing.ownerId === person.id;
const isInTeam = (thing: Thing, person: Person) => thing.team?.includes(person.id) ?? false;
/** Whether the person manages the service itself, not only one that the journey crosses. */
const leads = (thing: Thing, person: Person) => {
	const managed = servicesOf(person, 'service manager');
	return managed === 'all' || (!!thing.serviceId && managed.includes(thing.serviceId));
};
const isHandedTo = (thing: Thing, person: Person) => thing.handedTo?.includes(person.id) ?? false;

/** Levels of the golden thread that belong to a service, and to a team of it. */
const ofService = ({ level }: Thing) => level === 'service objective' || ofTeam({ level });
const ofTeam = ({ level }: Thing) => level === 'team objective' || level === 'individual objective';

const notOthers = (thing: Thing, person: Person) => !thing.ownerId || thing.ownerId === person.id;
const notScoredBySelf = (thing: Thing, person: Person) => thing.scoredBy !== person.id;
const isAbout = (thing: Thing, person: Person) => !!thing.aboutId && thing.aboutId === person.id;

/** Who may do what with scorecards, mystery shopping, performance assessment and calibration. DOMAIN section 5. */
const scoredContacts = {
	/** Scorecards and contact standards. */
	'manage scorecards': [lead],
	'see scorecards': [lead, manager, leader, assessor, board],
	/** Programmes, waves, scenarios, who visits what. */
	'run shopping': [lead],
	/** A second person looks at a visit before it counts. */
	'check visit': [
		{ ...lead, when: notScoredBySelf },
		{ ...assessor, when: notScoredBySelf }
	],
	'see shopping results': [lead, manager, assessor, board, { ...viewer, when: (thing) => thing.status === 'closed' }],
	/** Months, lists of interactions, samples, who scores what. */
	'run PAF': [manager, assessor],
	'score interaction': [assessor, leader],
	/** What one member of staff was scored, and their monthly sheet. Nobody over the whole council sees individuals. */
	'see staff results': [manager, leader],
	'decide appeal': [
		{ ...leader, when: notScoredBySelf },
		{ ...assessor, when: notScoredBySelf },
		{ ...manager, when: notScoredBySelf }
	],
	'run one-to-one': [leader],
	/** Which courses there are, which of them everybody must have and how often. */
	'manage training': [lead],
	/** What the council decides about PAF as a whole: the time to appeal, whether chosen ones count, how long names are kept, the composite. */
	'set PAF': [lead],
	/** Aggregates of at least five people. */
	'see PAF summary': [lead, manager, leader, assessor, board, viewer],
	/** Start a session; one that is under way is run by whoever started it. */
	'run calibration': [
		{ ...lead, when: notOthers },
		{ ...assessor, when: notOthers }
	],
	/** Without who answered what: that is for whoever runs it. */
	'see calibration': [lead],
	'join calibration': []
} satisfies Record<string, Rule[]>;

/**
 * DOMAIN section 1, as a table: who may do what. A rule holds where one of the person's grants has one of its roles
 * over the thing's service or team (a thing without one is the council's: only a grant over the council covers it) and its
 * condition, if any, is met.
 */
const rules = {
	administer: [administrator],
	'manage frameworks': [lead],
	'run cycles': [lead],
	'see cycles': [lead, assessor],
	'set targets': [lead],
	/** The whole assessment, with who did what. A board sees it once it is moderated; a viewer reads its published report. */
	'see assessment': [manager, assessor, lead, { ...board, when: ready }],
	answer: [manager],
	'hand over': [manager],
	/** Also to read them: they are between those who work on the answer. */
	'comment on answers': [manager, assessor, lead],
	submit: [manager],
	moderate: [{ ...assessor, when: (thing, person) => thing.submittedBy !== person.id && !thing.answeredBy?.includes(person.id) }],
	agree: [manager, chair],
	override: [chair],
	reopen: [lead],
	'see evidence': [manager, assessor, lead, { ...board, when: ready }],
	'keep evidence': [manager],
	/** A journey under review with its maps, demand, findings and recommendations. */
	'see journey': [manager, assessor, lead, board],
	'start journey': [manager, lead],
	/** Set it up, map it, find, recommend: also for its team. */
	'review journey': [{ ...manager, when: (thing, person) => leads(thing, person) }, lead],
	/** What was found elsewhere than on a journey. A board sees a gap once its assessment is moderated. */
	'see finding': [manager, assessor, lead, { ...board, when: (thing) => thing.status === undefined || ready(thing) }],
	/** Write down what was found elsewhere than on a journey or in an assessment, change it, recommend for it. */
	'record finding': [manager, assessor, lead],
	/** How much customers and the council count in the value of a recommendation. */
	'set matrix weights': [lead],
	'publish toolkit': [lead],
	'set journey costs': [lead],
	/** Meetings, agendas, papers, views and decisions. */
	'see board': [board, lead],
	'run board': [lead, chair],
	'give view': [board],
	decide: [chair],
	'see journey report': [manager, assessor, lead, board, { ...viewer, when: (thing) => thing.status === 'finished' }],
	...scoredContacts,
	/** Values of services; the council's totals are for whoever sees any. A viewer reads released months only. */
	'see measures': [lead, manager, leader, assessor, board, viewer],
	/** Definitions, targets and benchmarks. */
	'keep measures': [lead],
	'enter values': [manager, lead],
	/** From then on the values of a month are corrected with a reason. */
	'release month': [lead],
	/** The strands, what is tied to them as far as one may see it, breaks and coverage. */
	'see thread': [],
	/** Add, change, move and retire strands, and tie things to them. */
	'keep thread': [lead, { ...manager, when: ofService }, { ...leader, when: ofTeam }],
	/** What customers said, as figures: satisfaction by part, complaints by stage, cause and time. */
	'see feedback': [lead, manager, assessor, board],
	/** The monthly report, of months that are over. */
	'see feedback report': [lead, manager, assessor, board, viewer],
	/** Make, open and close surveys, give out their link, look at what was held. */
	'run surveys': [lead, manager],
	/** Write down what a customer said; whoever meets customers may, for any service. */
	'note feedback': [lead, manager, leader, assessor, { roles: ['advisor'] }],
	/** Read a case without who the customer is. */
	'see case': [lead, manager],
	/** The customer's name and words; acknowledge, answer, extend, learn. Also for who the case is given to. */
	'handle complaints': [manager],
	/** How long what tells of a customer is kept, and what satisfaction is compared with. */
	'set feedback': [lead],
	'see actions': [manager, assessor, lead, board],
	'manage actions': [manager],
	/** Notes, status and evidence of completion: also for the action's owner. */
	'progress action': [manager],
	'see action history': [manager, assessor, lead],
	/** Agreeing publishes the report. */
	'see service report': [manager, assessor, lead, { ...board, when: ready }, { ...viewer, when: agreed }],
	'see council report': [lead, board, viewer, assessor]
} satisfies Record<string, Rule[]>;

/** What a person may do because of who they are to the thing, whatever their grants. */
const byRelation: Partial<Record<Action, (thing: Thing, person: Person) => boolean>> = {
	answer: isHandedTo,
	'comment on answers': isHandedTo,
	// what the council can show centrally, every service may point at
	'see evidence': (thing, person) =>
		isOwner(thing, person) || isHandedTo(thing, person) || (!!thing.corporate && has(person, 'service manager')),
	'keep evidence': (thing, person) => isOwner(thing, person) || isHandedTo(thing, person),
	'see journey': isInTeam,
	'review journey': isInTeam,
	'see journey report': isInTeam,
	'see staff results': isAbout,
	// also with a grant over one service only
	'run calibration': (thing, person) => isOwner(thing, person) && (has(person, 'quality assessor') || has(person, 'programme lead')),
	'see calibration': (thing, person) => isOwner(thing, person) || isInTeam(thing, person),
	'join calibration': isInTeam,
	'see thread': (_, person) => person.grants.length > 0,
	'see case': isOwner,
	'handle complaints': isOwner,
	'see actions': isOwner,
	'progress action': isOwner
};

export type Action = keyof typeof rules;
export const allActions = Object.keys(rules) as Action[];

const covers = (services: 'all' | string[], thing: Thing) =>
	services === 'all' || [thing.serviceId, ...(thing.crosses ?? [])].some((service) => !!service && services.includes(service));

/** True where the person may do `action` to `thing`. The one place that decides. DOMAIN section 1. */
export function can(person: Person, action: Action, thing: Thing = {}): boolean {
	if (byRelation[action]?.(thing, person)) return true;
	return (rules[action] as Rule[]).some(({ roles, when }) => {
		const overs = covers(servicesOf(person, ...roles), thing) || (!!thing.teamId && teamsOf(person, ...roles).includes(thing.teamId));
		return overs && (when?.(thing, person) ?? true);
	});
}

/**
 * The services over which the person's grants give `action`, for the WHERE of a list: ids, or 'all'. With a `thing`,
 * only by rules whose condition such a thing meets ({ status: 'draft' }); without, conditions are not looked at.
 */
export function servicesWhere(person: Person, action: Action, thing?: Thing): 'all' | string[] {
	const meeting = (rules[action] as Rule[]).filter(({ when }) => !thing || (when?.(thing, person) ?? true));
	return servicesOf(person, ...meeting.flatMap(({ roles }) => roles));
}

/** The teams over which the person's grants give `action`, beside the services of `servicesWhere`: ids. */
export function teamsWhere(person: Person, action: Action, thing?: Thing): string[] {
	const meeting = (rules[action] as Rule[]).filter(({ when }) => !thing || (when?.(thing, person) ?? true));
	return teamsOf(person, ...meeting.flatMap(({ roles }) => roles));
}

/** Whether a person may do one of these at all: for the council, for a service or for a team. */
export const somewhere = (person: Person, ...actions: Action[]): boolean =>
	// 'all' has a length as well
	actions.some((action) => servicesWhere(person, action).length > 0 || teamsWhere(person, action).length > 0);
