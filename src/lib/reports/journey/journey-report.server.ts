import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { demandSummaryOf } from '#lib/domain/demand/counting.server.ts';
import { demandSteps, sayStep } from '#lib/domain/demand/steps.ts';
import { channelCostsOf, findingsOf, recommendationsOf } from '#lib/domain/findings/reading.server.ts';
import { stateMarks } from '#lib/domain/journeys/details.ts';
import { thingOf, type Journey } from '#lib/domain/journeys/finding.server.ts';
import { compareFigures } from '#lib/domain/maps/comparing-figures.ts';
import { figuresOf } from '#lib/domain/maps/figures.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Report } from '../description.ts';
import { customerSections } from './customer-sections.ts';
import { demandSection } from './demand-section.ts';
import { figuresSection } from './figures-section.ts';
import { findingsSections } from './findings-sections.ts';
import { actionsOf, decisionsOf, lessonsOf, methodsOf, personasOf, servicesCrossed, teamOf } from './gathered.server.ts';
import { outcomeSections } from './outcome-sections.ts';
import { pictureSection } from './picture-section.server.ts';
import { principlesSection } from './principles-section.server.ts';
import { headline, summarySection } from './summary-section.ts';

/**
 * The report of a journey review: what was looked at, what it is like and shall be like, what was found, decided, done and
 * learned. Readers who may not see the review itself (a viewer) get it without anybody's name. DOMAIN sections 1 and 4.
 */
export function journeyReport(db: Database, person: Person, journey: Journey, today: string): Report {
	const named = can(person, 'see journey', thingOf(journey));
	const [asIs, toBe] = [mapOf(db, journey.id, 'as-is'), mapOf(db, journey.id, 'to-be')];
	const costs = channelCostsOf(db);
	const figures = compareFigures(asIs && figuresOf(asIs, costs), toBe && figuresOf(toBe, costs));
	const findings = findingsOf(db, journey.id);
	const recommendations = recommendationsOf(db, journey.id);
	const actions = actionsOf(db, journey.id, today);
	const decisions = decisionsOf(db, journey.id);
	const steps = new Map(demandSteps(asIs).map((step) => [step.id, sayStep(step)]));
	const crossed = servicesCrossed(db, journey.id);
	return {
		name: `Journey review ${journey.name}`,
		title: `“${journey.words}”: ${headline(findings, recommendations)}`,
		subtitle: `Journey review ${journey.number}, ${showDay(journey.startOn)} to ${showDay(journey.endOn)}`,
		lead: journey.aim || 'What the journey is like for the customer, what was found, and what comes of it.',
		facts: [
			['Review', stateMarks[journey.state].text],
			['Leading service', journey.serviceName],
			['Crosses', `${crossed.length} ${crossed.length === 1 ? 'service' : 'services'}`]
		],
		council: councilOf(db)?.name ?? '',
		madeAt: now(),
		sections: [
			summarySection({ figures, findings, recommendations, decisions, actions, team: named ? teamOf(db, journey.id) : [] }),
			...customerSections(journey, crossed, personasOf(db, journey.id), methodsOf(db, journey.id)),
			pictureSection(db, person, journey, asIs, toBe),
			figuresSection(figures),
			demandSection(demandSummaryOf(db, journey.id)),
			...findingsSections(findings, recommendations, (id) =>
				id === null ? 'The whole journey' : (steps.get(id) ?? 'A step taken off the map')
			),
			principlesSection(db, journey.id),
			...outcomeSections(decisions, actions, lessonsOf(db, journey.id), { named })
		]
	};
}
