import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { grants, people } from '#lib/domain/access/tables.ts';
import { startOfDay } from '#lib/domain/calendar/dates.ts';
import { acceptVisit } from '#lib/domain/mystery-shopping/checking-visits.server.ts';
import { confirmPlan } from '#lib/domain/mystery-shopping/confirming-plan.server.ts';
import { drawPlan } from '#lib/domain/mystery-shopping/drawing-plan.server.ts';
import type { PlanChoices } from '#lib/domain/mystery-shopping/plan-asked.server.ts';
import { addProgramme } from '#lib/domain/mystery-shopping/keeping-programmes.server.ts';
import { addScenario } from '#lib/domain/mystery-shopping/keeping-scenarios.server.ts';
import { addWave } from '#lib/domain/mystery-shopping/keeping-waves.server.ts';
import { visits } from '#lib/domain/mystery-shopping/tables.ts';
import { beginVisit, saveVisit, submitVisit } from '#lib/domain/mystery-shopping/visiting.server.ts';
import type { Level } from '#lib/domain/mystery-shopping/words.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import type { Scorecard } from '#lib/domain/scorecards/card.ts';
import { formOf } from '#lib/domain/scorecards/forms.server.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { cast, testDatabase } from './test-database.ts';

/** A small scorecard: two questions of quality, one of access, what was said. */
export const phoneCard: Scorecard = {
	id: 'shop-phone',
	name: 'Telephone visit',
	version: '1.0',
	use: 'mystery shopping',
	channel: 'phone',
	about: 'For tests',
	source: 'Tests',
	passMark: 75,
	bands: [
		{ id: 'below', name: 'Below', from: 0 },
		{ id: 'meets', name: 'Meets', from: 75 }
	],
	sections: [
		{
			id: 'service',
			name: 'Service',
			weight: 1,
			questions: [
				{ id: 'A1', text: 'Did they greet you?', weight: 1, type: 'yes-no', scored: 'quality', standard: 'T1' },
				{ id: 'A2', text: 'Were you told when?', weight: 1, type: 'yes-no', scored: 'quality', standard: 'T2' },
				{ id: 'A3', text: 'In their words', weight: 0, type: 'text', scored: 'quality' }
			]
		}
	]
};

/** A mystery shopper of the tests. */
export const shopper = (id: string | null): Person => ({
	id: id ?? '',
	name: id === 'sam' ? 'Sam Shopper' : 'Tess Shopper',
	email: `${id}@marlbourne.example`,
	jobTitle: 'Mystery shopper',
	grants: [{ role: 'mystery shopper', serviceId: null, teamId: null }]
});

const made = <T extends object>(outcome: Outcome<T>): T => {
	if (!outcome.ok) throw new Error(outcome.text);
	return outcome;
};

export type Shopping = {
	db: Database;
	programme: string;
	chosen: PlanChoices;
	/** A moment that has passed on the wave's first day, and one on a visit's. */
	noon: number;
	made: (visit: { fromOn: string }) => number;
};

/** A council with two shoppers, two telephone scenarios and a programme; staff were promised nothing below `level`. */
export function shoppingCouncil(
	level: Level = 'service',
	db = testDatabase(),
	services: [string, string] = ['repairs', 'planning']
): Shopping {
	for (const id of ['sam', 'tess']) {
		const { name, email, jobTitle } = shopper(id);
		db.insert(people).values({ id, name, email, jobTitle }).run();
		db.insert(grants).values({ personId: id, role: 'mystery shopper' }).run();
	}
	db.insert(scorecardVersions)
		.values({
			id: 'card',
			scorecard: 'shop-phone',
			number: '1.0',
			name: 'Telephone visit',
			use: 'mystery shopping',
			channel: 'phone',
			state: 'published',
			document: phoneCard,
			sha256: 'x'
		})
		.run();
	const scenario = (title: string) => {
		const details = {
			title,
			channel: 'phone',
			situation: 'Your garden bin was not emptied',
			whereTo: '01632 960 120',
			rightAnswer: 'A day',
			variants: ['The brown one']
		} as const;
		return made(
			addScenario(db, cast.lead, {
				...details,
				variants: [...details.variants],
				standard: '',
				scorecardVersionId: 'card',
				services
			})
		).id;
	};
	const scenarios = [scenario('Ask about a missed bin'), scenario('Ask for a form')];
	const notice = { noticeWhat: 'That it happens', noticeWhy: 'To get better', noticeGivenOn: '2020-10-01' };
	const { id: programme } = made(addProgramme(db, cast.lead, { name: 'Contact standards', aim: '', ...notice, level }));
	return {
		db,
		programme,
		chosen: { seed: 'tests', perService: 4, windowDays: 3, services, scenarios, shoppers: ['sam', 'tess'] },
		noon: startOfDay('2026-11-02') + 12 * 3_600_000,
		made: ({ fromOn }) => startOfDay(fromOn) + 10 * 3_600_000
	};
}

/** A wave of eight visits, or of what is chosen, drawn and confirmed. */
export function aWave(
	{ db, programme, chosen }: Shopping,
	choices: Partial<PlanChoices> = {},
	days = { startOn: '2026-11-02', endOn: '2026-11-13' }
): string {
	const { id } = made(addWave(db, cast.lead, programme, { name: 'Autumn', ...days }));
	made(drawPlan(db, cast.lead, id, { ...chosen, ...choices }));
	made(confirmPlan(db, cast.lead, id));
	return id;
}

/** Makes a visit as its shopper with these answers, and has it checked unless told not to. */
export function visitMade(shopping: Shopping, id: string, answers: Record<string, string>, { accept = true } = {}): void {
	const { db } = shopping;
	const visit = db.select().from(visits).where(eq(visits.id, id)).get();
	if (!visit) throw new Error('There is no such visit');
	const who = shopper(visit.shopperId);
	const { formId } = made(beginVisit(db, who, id));
	const given = Object.fromEntries(Object.entries(answers).map(([question, value]) => [question, { value }]));
	made(
		saveVisit(db, who, id, {
			given,
			version: formOf(db, formId)?.version ?? 1,
			visitedAt: shopping.made(visit),
			rings: null,
			waitSeconds: null
		})
	);
	made(submitVisit(db, who, id));
	const { version } = db.select().from(visits).where(eq(visits.id, id)).get() ?? { version: 0 };
	if (accept) made(acceptVisit(db, cast.assessor, id, version));
}
