import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { planOf } from '#lib/domain/actions/plan.ts';
import { toPlan } from '#lib/domain/actions/planning.server.ts';
import { lessonsOf } from '#lib/domain/complaints/lessons.server.ts';
import { glanceFiltersIn } from '#lib/domain/glance/filters.ts';
import { ofTheme, type Glance } from '#lib/domain/glance/glance.ts';
import { glanceOf } from '#lib/domain/glance/glance.server.ts';
import { showShortPeriod } from '#lib/domain/measures/period.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { councilReport } from '../council/council-report.server.ts';
import type { Report, Section } from '../description.ts';
import { cycleToReport } from '../finding.server.ts';
import { againstTargets, explained, measureTable } from '../performance/measure-tables.ts';
import { planTable } from '../plan-table.ts';
import { journeysSection } from './journeys-section.server.ts';
import { publicReader } from './reader.ts';
import { standardsSection } from './standards-section.server.ts';

const linkOf = (key: string) => `/measures/${encodeURIComponent(key)}`;

/** Awards of the newest cycle and how services moved since baseline, as the council's report says them. */
function awardSections(db: Database, today: string): Section[] {
	const cycle = cycleToReport(db, null);
	if (!cycle)
		return [{ id: 'awards', title: 'No cycle of self-assessment yet', blocks: [{ kind: 'text', text: 'Awards are agreed in cycles.' }] }];
	const { report } = councilReport(db, publicReader, cycle, 'all', today);
	const parts = report.sections.filter(({ id }) => id === 'awards' || id === 'movement');
	return parts.map((section) => (section.id === 'awards' ? { ...section, title: `${report.title}, ${cycle.name}` } : section));
}

function measuresSection(glance: Glance): Section {
	const measures = glance.measures.filter(({ theme }) => theme !== 'complaints');
	const aimed = measures.filter(({ standing }) => standing.met !== null);
	const met = aimed.filter(({ standing }) => standing.met).length;
	return {
		id: 'measures',
		title: aimed.length ? `${met} of ${aimed.length} targets are met` : 'No measure with a target is released yet',
		blocks: [
			{ kind: 'table', table: measureTable('measures', 'Measures, with the year before', measures, 12, linkOf) },
			...explained(measures)
		]
	};
}

function complaintsSection(db: Database, glance: Glance): Section {
	const measures = ofTheme(glance, 'complaints');
	const lessons = lessonsOf(db, 'all', glance.span);
	return {
		id: 'complaints',
		title: `${againstTargets(measures, 'Complaints')}; ${lessons.length} ${lessons.length === 1 ? 'lesson was' : 'lessons were'} learned`,
		blocks: [
			{ kind: 'table', table: measureTable('complaints', 'Complaints and the year before', measures, 12, linkOf) },
			{
				kind: 'table',
				table: {
					id: 'lessons',
					caption: 'What complaints taught',
					note: 'Names were taken out by rule.',
					columns: [
						{ key: 'service', label: 'Service', kind: 'text', share: 1.2, width: 24 },
						{ key: 'cause', label: 'Cause', kind: 'text', share: 1, width: 20 },
						{ key: 'lesson', label: 'Lesson', kind: 'text', share: 2.4, width: 60 },
						{ key: 'changeMade', label: 'Change made', kind: 'text', share: 2.4, width: 60 }
					],
					rows: lessons.map(({ service, cause, lesson, changeMade }) => ({ service, cause, lesson, changeMade })),
					empty: 'No lesson was written down in these twelve months.'
				}
			}
		]
	};
}

function planSection(db: Database, today: string): Section {
	const actions = planOf(toPlan(db, undefined, today), today).year.flatMap((stretch) => stretch.actions);
	return {
		id: 'plan',
		title: actions.length ? `${actions.length} actions are planned for the year to come` : 'Nothing is planned for the year to come',
		blocks: [{ kind: 'table', table: planTable('plan', 'Plan for the next year', actions, { named: false, service: true }) }]
	};
}

/**
 * The customer-experience annual report of the council: awards and movement, journeys and what came of them, standards kept, measures
 * with the year before, complaints and lessons, the plan for the next year. It is written from what is published (released months,
 * finished reviews, closed waves, no names), so that everybody who may read it reads the same. 404 for anybody else. Issue 5 section 3.
 */
export function annualReport(db: Database, person: Person, today: string): Report {
	if (!can(person, 'see council report')) notFound();
	const council = councilOf(db)?.name ?? '';
	const filters = glanceFiltersIn(new URLSearchParams());
	const sight = { services: 'all' as const, releasedOnly: true };
	const glance = glanceOf(db, { sight, name: council, serviceId: null, teamId: null, filters }, today);
	const { from, to } = glance.span;
	const awards = awardSections(db, today);
	return {
		name: `Customer experience annual report ${council}`,
		title: `A year of customer experience: ${awards[0]?.title.replace(/^./, (letter) => letter.toLowerCase())}`,
		subtitle: `Customer-experience annual report, ${showShortPeriod(from)} to ${showShortPeriod(to)}`,
		lead: 'What the council set out to do for its customers, what came of it, and what is next.',
		facts: [
			['Months', `${showShortPeriod(from)} to ${showShortPeriod(to)}`],
			['Written from', 'released months, finished reviews, closed waves']
		],
		council,
		madeAt: now(),
		sections: [
			...awards,
			journeysSection(db, `${from}-01`, today),
			standardsSection(db),
			measuresSection(glance),
			complaintsSection(db, glance),
			planSection(db, today)
		]
	};
}
