import { grants, people } from '#lib/domain/access/tables.ts';
import type { Grant, Person, Role } from '#lib/domain/access/person.ts';
import { inviteAssessors } from '#lib/domain/calibration/assessors.server.ts';
import { calibrationSeen, interactionOf, raterTableSeen } from '#lib/domain/calibration/finding.server.ts';
import { startRaterTable } from '#lib/domain/calibration/rater-tables.server.ts';
import { reveal } from '#lib/domain/calibration/revealing.server.ts';
import { startImport } from '#lib/exchange/starting.server.ts';
import { addInteraction } from '#lib/domain/calibration/interactions.server.ts';
import { ownForm, score } from '#lib/domain/calibration/scoring.server.ts';
import { startCalibration } from '#lib/domain/calibration/starting.server.ts';
import type { Given, Scorecard } from '#lib/domain/scorecards/card.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import type { Database } from '#lib/server/database.ts';

/** A short scorecard for telephone calls: yes or no, a choice, a number in bands, a condition, and text. */
export const callCard: Scorecard = {
	id: 'calls',
	name: 'Telephone calls',
	version: '1.0',
	use: 'PAF',
	channel: 'phone',
	about: 'For tests',
	source: 'Tests',
	passMark: 70,
	bands: [
		{ id: 'below', name: 'Below', from: 0 },
		{ id: 'meets', name: 'Meets', from: 70 }
	],
	sections: [
		{
			id: 'A',
			name: 'Greeting',
			weight: 1,
			questions: [
				{ id: 'A1', text: 'Gave the name of the service', weight: 1, type: 'yes-no', scored: 'quality' },
				{
					id: 'A2',
					text: 'Listened',
					weight: 2,
					type: 'choice',
					scored: 'quality',
					mayBeNotApplicable: true,
					choices: [
						{ id: 'well', name: 'well', worth: 1 },
						{ id: 'partly', name: 'partly', worth: 0.5 },
						{ id: 'not', name: 'not at all', worth: 0 }
					]
				},
				{
					id: 'A3',
					text: 'Rings before the answer',
					weight: 1,
					type: 'number',
					unit: 'rings',
					scored: 'access',
					bands: [{ upTo: 3, worth: 1 }, { worth: 0 }]
				},
				{ id: 'A4', text: 'Anything else', weight: 0, type: 'text', scored: 'quality' }
			]
		}
	]
};

const over = (role: Role): Grant => ({ role, serviceId: null, teamId: null });
const someone = (id: string, name: string): Person => ({
	id,
	name,
	email: `${id}@marlbourne.example`,
	jobTitle: 'Quality assessor',
	grants: [over('quality assessor')]
});

/** Four more assessors beside the one of the cast. */
export const assessors = [
	someone('amara', 'Amara One'),
	someone('bryn', 'Bryn Two'),
	someone('cerys', 'Cerys Three'),
	someone('dev', 'Dev Four')
] as const;

/** Puts the published scorecard into a council. Gives the version's id. */
export function thePublishedCard(db: Database): string {
	const { id: scorecard, version: number, name, use } = callCard;
	// kept under another channel, so that it is never the scorecard other tests score calls on
	const card = { id: 'calls-1', scorecard, number, name, use, channel: 'letter' as const, state: 'published' as const };
	db.insert(scorecardVersions)
		.values({ ...card, document: callCard, sha256: '0'.repeat(64), publishedAt: 1 })
		.run();
	return card.id;
}

/** Puts the scorecard and the four assessors into a council. Gives the version's id. */
export function aCallCard(db: Database): string {
	for (const { grants: held, ...person } of assessors) {
		db.insert(people).values(person).run();
		db.insert(grants)
			.values(held.map((grant) => ({ ...grant, personId: person.id })))
			.run();
	}
	return thePublishedCard(db);
}

/** A session run by somebody, with two interactions and the four assessors invited. */
export function aSession(db: Database, runner: Person) {
	const started = startCalibration(db, runner, { title: 'Missed bins', scorecard: aCallCard(db), dueOn: '' }, '2026-11-22');
	if (!started.ok) throw new Error(started.text);
	const session = () => calibrationSeen(db, runner, String(started.number));
	for (const reference of ['PH-001', 'PH-002'])
		addInteraction(db, runner, session(), { reference, about: 'A call about a missed bin', recording: '' });
	inviteAssessors(
		db,
		runner,
		session(),
		assessors.map(({ id }) => id)
	);
	return session;
}

/** Somebody scores one interaction: short answers such as `{ A1: 'yes', A2: 'not applicable' }`. */
export function scores(
	db: Database,
	person: Person,
	number: number,
	position: number,
	answers: Record<string, string>,
	step: 'save' | 'complete' = 'complete'
) {
	const calibration = calibrationSeen(db, person, String(number));
	const interaction = interactionOf(db, calibration, String(position));
	const given = Object.fromEntries(
		Object.entries(answers).map(([id, value]): [string, Given] => [
			id,
			value === 'not applicable' ? { value: null, notApplicable: true } : { value }
		])
	);
	return score(db, person, calibration, interaction, { given, step, version: ownForm(db, person, interaction)?.version ?? 0 });
}

/**
 * Two sessions run by `runner`, the first with its answers shown, the second being scored, by the same two assessors; and an
 * empty table of ratings with a file on its way. Gives what stands in their addresses.
 */
export function calibrationAtWork(db: Database, runner: Person, [one, other]: readonly [Person, Person]): Record<string, string> {
	const scorecard = thePublishedCard(db);
	const numbers = ['Calls about bins', 'Calls about rent'].map((title) => {
		const started = startCalibration(db, runner, { title, scorecard, dueOn: '' }, '2026-11-22');
		if (!started.ok) throw new Error(started.text);
		const session = calibrationSeen(db, runner, String(started.number));
		addInteraction(db, runner, session, { reference: 'PH-001', about: 'A call', recording: '' });
		inviteAssessors(db, runner, session, [one.id, other.id]);
		return started.number;
	});
	const [shown = 0] = numbers;
	for (const person of [one, other]) scores(db, person, shown, 1, { A1: 'yes', A2: 'well', A3: '2' });
	const revealed = reveal(db, runner, calibrationSeen(db, runner, String(shown)));
	if (!revealed.ok) throw new Error(revealed.text);
	const made = startRaterTable(db, runner, { title: 'Letters', about: '' });
	if (!made.ok) throw new Error(made.text);
	const table = raterTableSeen(db, runner, String(made.number));
	const brought = startImport(db, runner, { kind: 'ratings', into: table.id, name: 'ratings.csv' });
	if (!brought.ok) throw new Error(brought.text);
	return { calibration: String(shown), position: '1', question: 'A1', table: String(made.number), 'ratings import': brought.id };
}
