import { and, asc, eq } from 'drizzle-orm';
import { personById } from '#lib/domain/access/finding.server.ts';
import { invite } from '#lib/domain/access/inviting.server.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { grants, people } from '#lib/domain/access/tables.ts';
import { addAction } from '#lib/domain/actions/adding.server.ts';
import { makeFeed } from '#lib/domain/actions/feed.server.ts';
import { agreeTheRest } from '#lib/domain/moderation/agreeing-the-rest.server.ts';
import { agree } from '#lib/domain/moderation/agreeing.server.ts';
import { answer } from '#lib/domain/assessments/answering.server.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { finishModeration } from '#lib/domain/moderation/finishing-moderation.server.ts';
import { handOver } from '#lib/domain/assessments/handing-over.server.ts';
import { launch } from '#lib/domain/cycles/launching.server.ts';
import { submit } from '#lib/domain/moderation/submitting.server.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { addItems, itemsOf } from '#lib/domain/board/agenda.server.ts';
import { decide } from '#lib/domain/board/deciding.server.ts';
import { meetingSeen } from '#lib/domain/board/finding.server.ts';
import { membersOf, noteAttendance } from '#lib/domain/board/members.server.ts';
import { planMeeting } from '#lib/domain/board/planning.server.ts';
import { versionOfThing } from '#lib/domain/board/thing-standing.server.ts';
import { addDays, dayOf } from '#lib/domain/calendar/dates.ts';
import { addEvidenceTo } from '#lib/domain/evidence/attaching.server.ts';
import { storeUpload } from '#lib/domain/evidence/storing.server.ts';
import { copyFramework } from '#lib/domain/frameworks/copying.server.ts';
import { publish } from '#lib/domain/frameworks/publishing.server.ts';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import { addFinding } from '#lib/domain/findings/adding.server.ts';
import { findingToChange } from '#lib/domain/findings/finding.server.ts';
import { addRecommendation } from '#lib/domain/findings/recommending.server.ts';
import { noteContact } from '#lib/domain/demand/noting.server.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { addLesson } from '#lib/domain/journeys/learning-lessons.server.ts';
import { addMethod } from '#lib/domain/journeys/holding-methods.server.ts';
import { addPersona } from '#lib/domain/journeys/describing-personas.server.ts';
import { startJourney } from '#lib/domain/journeys/starting.server.ts';
import { fromNothing } from '#lib/domain/maps/beginning.ts';
import { addStage, addStep } from '#lib/domain/maps/adding.server.ts';
import { startMap } from '#lib/domain/maps/starting.server.ts';
import { copyCard } from '#lib/domain/scorecards/copying.server.ts';
import { publishedCards } from '#lib/domain/scorecards/forms.server.ts';
import { loadOfferedScorecards } from '#lib/domain/scorecards/offering.server.ts';
import { addStrand } from '#lib/domain/golden-thread/keeping.server.ts';
import { standardsListed } from '#lib/domain/standards/listing.server.ts';
import { loadStandards } from '#lib/domain/standards/loading.server.ts';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { startImport } from '#lib/exchange/starting.server.ts';
import { keepReport } from '#lib/reports/kept/keeping.server.ts';
import { madeToKeep } from '#lib/reports/kept/making-to-keep.server.ts';
import { arrangeSchedule } from '#lib/reports/kept/scheduling.server.ts';
import type { Database } from '#lib/server/database.ts';
import { publishedFramework } from './assessments.ts';
import { calibrationAtWork } from './calibration.ts';
import { pafAtWork } from './paf-at-work.ts';
import { shoppingAtWork } from './shopping-at-work.ts';
import { measuresAtWork } from './measures-at-work.ts';
import { talksAtWork } from './talks-at-work.ts';
import { feedbackAtWork } from './feedback-at-work.ts';
import { found, recommended } from './findings.ts';
import { compliance, staged } from './frameworks.ts';
import { files, inChunks } from './uploads.ts';

/** Where an assessment stands on its way, each in a cycle of its own. */
export const standings = ['draft', 'submitted', 'moderated', 'agreed'] as const;
export type Standing = (typeof standings)[number];

/** What stands in addresses, by the name of the parameter. */
export type Things = Record<string, string>;

const today = dayOf(Date.now());

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.text}`);
	return outcome;
}

/** Somebody of the example council by the first part of their email. */
export function personOf(db: Database, who: string): Person {
	const row = db
		.select({ id: people.id })
		.from(people)
		.where(eq(people.email, `${who}@marlbourne.example`))
		.get();
	const person = row && personById(db, row.id);
	if (!person) throw new Error(`Nobody in the example council is ${who}`);
	return person;
}

/**
 * Puts two services of the example council to work, on a small framework of their own unless another is given: an assessment in every standing,
 * evidence, an action, a journey, imports. The draft of planning is ready to be submitted, that of repairs lacks an answer. Criterion 1.1 of repairs, with its evidence, is handed to the performance officer, who also
 * owns the action of repairs. Gives what stands in the addresses of each service and standing.
 */
export async function councilAtWork(
	db: Database,
	framework: Framework = staged('1.1 1.2 2.1 2.2:culture 3.1 4.1 5.1', { id: 'for-addresses', name: 'For addresses' })
): Promise<Record<'repairs' | 'planning', Record<Standing, Things>>> {
	const lead = personOf(db, 'programme.lead');
	const administrator = personOf(db, 'administrator');
	const colleague = personOf(db, 'performance.officer');
	const version = publishedFramework(db, framework);
	const code = publishedFramework(db, compliance('1.1 1.2', { id: 'code-for-addresses', name: 'Code for addresses' }));
	const managers = { repairs: personOf(db, 'repairs.manager'), planning: personOf(db, 'planning.manager') };
	const serviceIds = { repairs: serviceOf(db, 'Housing repairs'), planning: serviceOf(db, 'Planning applications') };
	const council = {
		person: managers.repairs.id,
		colleague: colleague.id,
		role: db.select({ id: grants.id }).from(grants).where(eq(grants.personId, managers.repairs.id)).limit(1).get()!.id,
		token: must(invite(db, administrator, colleague.id, Date.now())).token,
		feed: must(makeFeed(db, colleague)).token,
		line: '1',
		unit: 'services',
		kind: 'people',
		version,
		draft: copies(),
		part: 'themes',
		...scorecards(),
		...pafAtWork(db, personOf(db, 'assessor')),
		...(await shoppingAtWork(db, lead, personOf(db, 'shopper'), serviceIds.repairs)),
		...talksAtWork(db),
		...measuresAtWork(db, lead, serviceIds.repairs, today),
		...feedbackAtWork(db, managers.repairs, serviceIds.repairs),
		'thread import': must(startImport(db, lead, { kind: 'thread', into: 'golden-thread', name: 'thread.csv' })).id,
		'council import': must(startImport(db, administrator, { kind: 'structure', into: '', name: 'structure.csv' })).id
	};
	const reviews = { repairs: journeyOf('repairs'), planning: journeyOf('planning') };
	const board = boardAtWork();
	const calibrated = calibrationAtWork(db, personOf(db, 'assessor'), [personOf(db, 'assessor.two'), personOf(db, 'team.leader')]);
	const heard = { repairs: demandOf('repairs'), planning: demandOf('planning') };
	const mapped = { repairs: mapOf('repairs'), planning: mapOf('planning') };
	const numbers = { repairs: actionOf('repairs', colleague), planning: actionOf('planning', managers.planning) };
	const kept = { repairs: keptOf('repairs'), planning: keptOf('planning') };
	const strands = { repairs: strandOf('repairs'), planning: strandOf('planning') };
	return { repairs: await inEveryStanding('repairs'), planning: await inEveryStanding('planning') };

	/** One copy of the framework is published, to which open assessments could move; another is a draft. Gives the draft. */
	function copies(): string {
		const { id } = must(copyFramework(db, lead, version, '9.8'));
		must(publish(db, lead, id, 1));
		return must(copyFramework(db, lead, version, '9.9')).id;
	}

	/** A journey under review, with something to change on each of its pages. */
	function journeyOf(service: 'repairs' | 'planning'): Things {
		const manager = managers[service];
		const details = { words: `I want ${service}`, name: `Wanting ${service}`, customer: 'external', lifeEvent: '', aim: '' } as const;
		const dates = { startOn: today, endOn: addDays(today, 90) };
		const journey = must(startJourney(db, manager, { ...details, ...dates, serviceId: serviceIds[service] })).id;
		const method = must(addMethod(db, manager, journey, { method: 'shadowing', heldOn: today, about: 'Two visits' })).id;
		const persona = must(addPersona(db, manager, journey, { name: 'Tenant', facts: 'Works shifts', needs: 'A time that holds' })).id;
		const lesson = must(addLesson(db, manager, journey, { step: 'gather', text: 'Listen before the workshop' })).id;
		return { journey, method, persona, lesson, step: 'scope', channel: 'phone', ...foundOn(manager, journey) };
	}

	function foundOn(manager: Person, journeyId: string): Things {
		const seen = journeySeen(db, manager, journeyId);
		const finding = must(addFinding(db, manager, seen, { ...found, serviceId: seen.serviceId })).id;
		const recommendation = must(addRecommendation(db, manager, findingToChange(db, manager, finding), recommended)).number;
		return { finding, recommendation: String(recommendation), framework: code };
	}

	/** A meeting of the board today, with two lessons before it: the first is decided, the second is not. */
	function boardAtWork(): Things {
		const chair = personOf(db, 'board.chair');
		const { number } = must(planMeeting(db, lead, { heldOn: today, startsAt: '14:00', place: '' }, today));
		const meeting = () => meetingSeen(db, lead, String(number));
		const things = [reviews.repairs, reviews.planning].map(({ lesson = '' }) => ({ kind: 'lesson' as const, thingId: lesson }));
		must(addItems(db, lead, meeting(), { things, asks: '' }));
		const attendance = Object.fromEntries(membersOf(db, meeting().id).map(({ personId }) => [personId, 'present' as const]));
		must(noteAttendance(db, chair, meeting(), { attendance, version: meeting().version }, today));
		const [decided, open] = itemsOf(db, meeting().id);
		const words = { decision: 'accept', changes: '', reason: '', deferredTo: '' } as const;
		const decision = must(decide(db, chair, decided!, { ...words, thingVersion: versionOfThing(db, decided!) }, today)).number;
		return { meeting: String(number), item: open!.id, decision: String(decision) };
	}

	function demandOf(service: 'repairs' | 'planning'): Things {
		const manager = managers[service];
		const journey = journeySeen(db, manager, reviews[service].journey ?? '');
		const said = { words: 'Where is it?', kind: 'failure', type: 'Chasing', channel: 'phone', predictable: null } as const;
		const contact = must(noteContact(db, manager, journey, { ...said, heardOn: today, stepId: '' }, today)).id;
		return { contact, 'journey import': must(startImport(db, manager, { kind: 'contacts', into: journey.id, name: 'contacts.csv' })).id };
	}

	function mapOf(service: 'repairs' | 'planning'): Things {
		const manager = managers[service];
		const journey = journeySeen(db, manager, reviews[service].journey ?? '');
		const { mapId } = must(startMap(db, manager, journey, 'as-is', fromNothing));
		const { stageId } = must(addStage(db, manager, journey, 'as-is', { name: 'Report it' }));
		const { stepId } = must(addStep(db, manager, journey, stageId, { does: 'Rings the council' }));
		const brought = must(startImport(db, manager, { kind: 'map', into: mapId, name: 'map.csv' })).id;
		return { 'map import': brought, stage: stageId, 'map step': stepId };
	}

	function actionOf(service: 'repairs' | 'planning', owner: Person): string {
		const details = {
			title: `Text people of ${service} when a date moves`,
			detail: '',
			priority: 'medium',
			measure: '',
			baseline: '',
			target: ''
		} as const;
		const dates = { startOn: today, dueOn: addDays(today, 60), reviewOn: addDays(today, 90) };
		return String(must(addAction(db, managers[service], serviceIds[service], { ...details, ...dates, ownerId: owner.id })).number);
	}

	/** The plan of a service, kept twice by hand and every month from next year on. */
	function keptOf(service: 'repairs' | 'planning'): Things {
		const wanted = { kind: 'plan', id: serviceIds[service] };
		const made = madeToKeep(db, { ...wanted, person: managers[service], today });
		const [, kept] = [1, 2].map(() => must(keepReport(db, managers[service], made, { ...wanted, note: '' })).number);
		const typed = { kind: 'plan', of: wanted.id, rhythm: 'monthly', firstOn: addDays(today, 300) } as const;
		return { kept: String(kept), schedule: must(arrangeSchedule(db, managers[service], typed, today)).id };
	}

	/** A service objective of the golden thread, under a vision of its own. */
	function strandOf(service: 'repairs' | 'planning'): string {
		const said = { why: '', ownerId: null, ownedBy: '', fromOn: null, untilOn: null, teamId: null, source: '' };
		const vision = must(addStrand(db, lead, { ...said, level: 'vision', title: `Good ${service}`, serviceId: null }, [])).id;
		const objective = {
			...said,
			level: 'service objective',
			title: `${service} at the first visit`,
			serviceId: serviceIds[service]
		} as const;
		return String(must(addStrand(db, lead, objective, [vision])).number);
	}

	function scorecards(): Things {
		must(loadStandards(db, lead));
		must(loadOfferedScorecards(db, lead));
		const scorecard = publishedCards(db, 'PAF', 'face to face')[0]!.id;
		const standard = standardsListed(db, 'SMS')[0]!.id;
		return { scorecard, standard, 'scorecard draft': must(copyCard(db, lead, scorecard, '1.1')).id };
	}

	async function inEveryStanding(service: 'repairs' | 'planning'): Promise<Record<Standing, Things>> {
		const things: Partial<Record<Standing, Things>> = {};
		for (const standing of standings) things[standing] = await thingsIn(service, standing);
		return things as Record<Standing, Things>;
	}

	async function thingsIn(service: 'repairs' | 'planning', standing: Standing): Promise<Things> {
		const manager = managers[service];
		const name = `For addresses, ${standing}`;
		const dates = { startsOn: addDays(today, -30), dueOn: addDays(today, 30) };
		const asked = { name, frameworkVersionId: version, ...dates, carriesOver: false, services: Object.values(serviceIds) };
		const cycle = must(launch(db, lead, asked, today)).id;
		const assessment = db
			.select({ id: assessments.id })
			.from(assessments)
			.where(and(eq(assessments.cycleId, cycle), eq(assessments.serviceId, serviceIds[service])))
			.get()!.id;
		const evidence = await answered(assessment, manager, standing, `${service}, ${standing}`);
		if (service === 'repairs' && standing === 'draft')
			must(handOver(db, manager, { assessmentId: assessment, criterion: '1.1', personId: colleague.id, note: 'You know this best' }));
		const brought = must(startImport(db, manager, { kind: 'answers', into: assessment, name: 'answers.csv' })).id;
		goOn(assessment, manager, standing);
		return {
			...council,
			...placesOf(db, serviceIds[service]),
			cycle,
			assessment,
			criterion: '1.1',
			evidence,
			action: numbers[service],
			strand: strands[service],
			...reviews[service],
			...board,
			...calibrated,
			...heard[service],
			...mapped[service],
			...kept[service],
			import: brought,
			number: '1'
		};
	}

	async function answered(id: string, manager: Person, standing: Standing, name: string): Promise<string> {
		const seen = assessmentSeen(db, manager, id);
		const lacksOne = standing === 'draft' && manager === managers.repairs;
		for (const { number: criterion } of framework.criteria.slice(0, lacksOne ? -1 : undefined))
			must(answer(db, manager, seen, { criterion, rating: 'L', comment: `How we do ${criterion}`, version: 1 }, today));
		const details = { title: `What people say of ${name}`, shows: 'That they are told', ownerId: manager.id, strength: 'high' } as const;
		const period = { effectiveFrom: addDays(today, -10), effectiveTo: '', reviewOn: '' };
		const place = { assessmentId: id, criterion: '1.1' };
		const { upload } = must(await storeUpload(db, manager, `what tenants say ${id}.csv`, inChunks(files.csv)));
		return must(addEvidenceTo(db, manager, place, { ...details, ...period }, { kind: 'file', upload }, today)).id;
	}

	/** On to where it shall stand. */
	function goOn(id: string, manager: Person, standing: Standing): void {
		const assessor = personOf(db, 'assessor');
		const at = () => {
			const { version } = assessmentSeen(db, lead, id);
			return { id, version };
		};
		const steps = [
			() => must(submit(db, manager, at(), today)),
			() => {
				must(agreeTheRest(db, assessor, at(), today));
				must(finishModeration(db, assessor, at(), today));
			},
			() => must(agree(db, manager, at(), today))
		];
		for (const step of steps.slice(0, standings.indexOf(standing))) step();
	}
}

const serviceOf = (db: Database, name: string): string =>
	db.select({ id: services.id }).from(services).where(eq(services.name, name)).get()!.id;

/** A service with its directorate, its first team and the first of its staff. */
function placesOf(db: Database, service: string): Things {
	const { directorate } = db.select({ directorate: services.directorateId }).from(services).where(eq(services.id, service)).get()!;
	const team = db.select({ id: teams.id }).from(teams).where(eq(teams.serviceId, service)).orderBy(asc(teams.name)).limit(1).get()!.id;
	const member = db.select({ id: staff.id }).from(staff).where(eq(staff.teamId, team)).limit(1).get()!.id;
	return { service, id: service, directorate, team, member };
}
