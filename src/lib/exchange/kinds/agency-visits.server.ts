import { and, eq, isNull, isNotNull } from 'drizzle-orm';
import * as v from 'valibot';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { agencyAnswers } from '#lib/domain/mystery-shopping/agency-answers.ts';
import { scenariosToPlan } from '#lib/domain/mystery-shopping/plan-asked.server.ts';
import { agencyTiming } from '#lib/domain/mystery-shopping/forms.ts';
import { noteAgencyVisit } from '#lib/domain/mystery-shopping/noting-agency-visit.server.ts';
import { scenarios, visits, waves } from '#lib/domain/mystery-shopping/tables.ts';
import { momentOf } from '#lib/domain/mystery-shopping/visit-moment.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { unansweredIn } from '#lib/domain/mystery-shopping/unanswered.ts';
import { line, requiredText } from '#lib/server/fields.ts';
import { unguarded } from '../formula-guard.ts';
import { importKind, type Plan } from '../import-kind.ts';

const cell = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text): string | undefined => unguarded(text.trim()))
);
const schema = v.object({
	agency: v.pipe(cell, line('the agency', 'Agency', 80)),
	reference: v.pipe(cell, line('the agency’s reference', 'Reference', 60)),
	scenario: v.pipe(cell, line('the number of the scenario', 'Scenario', 10)),
	service: v.pipe(cell, line('the service', 'Service', 120)),
	answers: v.pipe(cell, requiredText('the answers', 'Answers', 8000)),
	...agencyTiming
});

const about = 'Visits made by an outside agency for this wave, a row each.';

/** The visits of an agency for one wave. Each stands under the agency's reference, and is taken in once. */
export const agencyVisitsImport = importKind({
	kind: 'agency visits',
	name: 'Agency visits',
	about,
	columns: [
		{
			key: 'reference',
			label: 'Reference',
			about: 'The agency’s own, unlike any other. Required.',
			example: 'MS-0042',
			required: true,
			also: ['Ref', 'Visit']
		},
		{ key: 'agency', label: 'Agency', about: 'Its name. Required.', example: 'Clear View Research', required: true },
		{ key: 'scenario', label: 'Scenario', about: 'Its number in the scenario bank. Required.', example: '1', required: true },
		{ key: 'service', label: 'Service', about: 'Its name, as it stands here. Required.', example: 'Housing repairs', required: true },
		{
			key: 'day',
			label: 'Day',
			about: 'When the visit was made: day, month and year. Required.',
			example: '2026-11-04',
			required: true,
			also: ['Date', 'Visited on']
		},
		{ key: 'time', label: 'Time', about: 'Such as 14:30. May be empty.', example: '10:15' },
		{ key: 'rings', label: 'Rings', about: 'Until it was answered. May be empty.', example: '3' },
		{ key: 'waitSeconds', label: 'Waiting in seconds', about: 'May be empty.', example: '25', also: ['Wait', 'Waiting'] },
		{
			key: 'answers',
			label: 'Answers',
			about: 'Each as the number of its question and the answer, with semicolons between: A1 yes; A2 4; A3 n/a. Required.',
			example: 'A1 yes; A2 no',
			required: true
		}
	],
	notes: [
		'A reference of the same agency that is there already is not taken in again.',
		'Each visit waits to be checked before it counts.'
	],
	schema,
	plan(db, rows, { into, today }) {
		const plan: Plan = { problems: [], steps: [] };
		const wave = db.select().from(waves).where(eq(waves.id, into)).get();
		if (!wave) throw new Error('There is no such wave');
		if (wave.state === 'closed') plan.problems.push({ row: 0, column: '', text: 'This wave is closed, so it takes no more visits' });
		const suited = new Map(scenariosToPlan(db).map((scenario) => [String(scenario.number), scenario]));
		const cards = new Map(
			db
				.select({ id: scenarios.id, cardId: scorecardVersions.id, card: scorecardVersions.document })
				.from(scenarios)
				.innerJoin(scorecardVersions, eq(scorecardVersions.id, scenarios.scorecardVersionId))
				.all()
				.map((one) => [one.id, one])
		);
		const open = db.select({ id: services.id, name: services.name }).from(services).where(isNull(services.closedOn)).all();
		const byName = new Map(open.map((service) => [service.name.toLowerCase(), service]));
		const keyOf = (agency: string | null, reference: string | null) => `${agency}|${reference}`.toLowerCase();
		const there = new Set(
			db
				.select({ agency: visits.agency, reference: visits.reference })
				.from(visits)
				.where(and(isNotNull(visits.agency)))
				.all()
				.map(({ agency, reference }) => keyOf(agency, reference))
		);
		for (const { row, is } of rows) {
			const wrong = (column: string, text: string) => plan.problems.push({ row, column, text });
			const name = `${is.agency} ${is.reference}`;
			if (there.has(keyOf(is.agency, is.reference))) {
				plan.steps.push({ row, what: 'same', text: `${name} is counted already` });
				continue;
			}
			there.add(keyOf(is.agency, is.reference));
			const before = plan.problems.length;
			const scenario = suited.get(is.scenario);
			const service = byName.get(is.service.toLowerCase());
			if (!scenario) wrong('Scenario', `There is no scenario ${is.scenario} in the bank`);
			if (!service) wrong('Service', `There is no open service called ${is.service}`);
			if (scenario && service && !scenario.services.includes(service.id))
				wrong('Scenario', `Scenario ${is.scenario} cannot be played to ${service.name}`);
			if (is.day < wave.startOn || is.day > wave.endOn) wrong('Day', 'The day must lie within the days of the wave');
			else if (is.day > today) wrong('Day', 'The day must be today or in the past');
			const found = scenario && cards.get(scenario.id);
			const answers = found && agencyAnswers(found.card, is.answers);
			for (const text of answers?.problems ?? []) wrong('Answers', text);
			const missing = found && answers && !answers.problems.length ? unansweredIn(found.card, answers.given) : [];
			if (missing.length) wrong('Answers', `Not answered: ${missing.join(', ')}`);
			if (plan.problems.length > before || !scenario || !service || !found || !answers) continue;
			const visitedAt = momentOf(is.day, is.time) ?? 0;
			const visit = {
				agency: is.agency,
				reference: is.reference,
				scenarioId: scenario.id,
				scorecardVersionId: found.cardId,
				serviceId: service.id,
				visitedAt,
				timeOfDay:
					is.time === null || is.time < 12 * 60 ? ('morning' as const) : is.time < 14 * 60 ? ('midday' as const) : ('afternoon' as const),
				rings: is.rings,
				waitSeconds: is.waitSeconds,
				given: answers.given
			};
			const text = `Takes in ${name}: ${scenario.name}, ${service.name}, ${dayOf(visitedAt)}`;
			plan.steps.push({ row, what: 'add', text, run: (tx, person) => noteAgencyVisit(tx, person, into, visit) });
		}
		return plan;
	}
});
