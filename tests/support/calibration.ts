import { grants, people } from '#lib/domain/access/tables.ts';
import type { Grant, Person, Role } from '#lib/domain/access/person.ts';
import { inviteAssessors } from '#lib/domain/calibration/assessors.server.ts';
import { calibrationSeen, interactionOf } from '#lib/domain/calibration/finding.server.ts';
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

/** Puts the scorecard and the four assessors into a council. Gives the version's id. */
export function aCallCard(db: Database): string {
	for (const { grants: held, ...person } of assessors) {
		db.insert(people).values(person).run();
		db.insert(grants)
			.values(held.map((grant) => ({ ...grant, personId: person.id })))
			.run();
	}
	const { id: scorecard, version: number, name, use, channel } = callCard;
	const card = {
		id: 'calls-1',
		scorecard,
		number,
		name,
		use,
		channel,
		state: 'published' as const,
		document: callCard,
		sha256: '0'.repeat(64),
		publishedAt: 1
	};
	db.insert(scorecardVersions).values(card).run();
	return card.id;
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
