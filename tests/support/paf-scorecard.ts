import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import type { GivenAnswers, Question, Scorecard } from '#lib/domain/scorecards/card.ts';
import type { Database } from '#lib/server/database.ts';

const choices = [
	{ id: 'met', name: 'Met', worth: 1 },
	{ id: 'partly', name: 'Partly', worth: 0.5 },
	{ id: 'not-met', name: 'Not met', worth: 0 }
];
const question = (id: string, text: string, more: Partial<Question> = {}): Question => ({
	id,
	text,
	weight: 1,
	type: 'choice',
	choices,
	scored: 'quality',
	mayBeNotApplicable: true,
	...more
});

/** A small scorecard of telephone calls: an access question, a critical one, two of quality, a note. */
export const smallCard: Scorecard = {
	id: 'paf-phone-small',
	name: 'Telephone, small',
	version: '1.0',
	use: 'PAF',
	channel: 'phone',
	about: 'For tests.',
	source: 'Tests',
	passMark: 70,
	bands: [
		{ id: 'poor', name: 'Poor', from: 0 },
		{ id: 'meets', name: 'Meets', from: 70 },
		{ id: 'outstanding', name: 'Outstanding', from: 90 }
	],
	sections: [
		{
			id: 'A',
			name: 'Welcome and identity',
			weight: 40,
			questions: [
				question('A1', 'Rings before it was answered', {
					type: 'number',
					unit: 'rings',
					scored: 'access',
					bands: [{ upTo: 3, worth: 1 }, { upTo: 5, worth: 0.5 }, { worth: 0 }]
				}),
				question('A2', 'Checks identity before personal details', { critical: true, mayBeNotApplicable: false })
			]
		},
		{
			id: 'B',
			name: 'Right answer',
			weight: 60,
			questions: [question('B1', 'The answer is right'), question('B2', 'Says what happens next')]
		}
	]
};

/** Publishes the small scorecard and gives the id of its version. */
export function publishedSmallCard(db: Database, more: Partial<Scorecard> = {}): string {
	const document = { ...smallCard, ...more };
	const { id: scorecard, version: number, name, use, channel } = document;
	return db
		.insert(scorecardVersions)
		.values({
			scorecard,
			number,
			name,
			use,
			channel,
			document,
			state: 'published',
			sha256: number,
			publishedAt: Date.now(),
			publishedBy: 'lead'
		})
		.returning({ id: scorecardVersions.id })
		.get().id;
}

/** Every question answered: all met but for what is said otherwise. */
export const allMet = (more: Record<string, string> = {}): GivenAnswers =>
	Object.fromEntries(Object.entries({ A1: '2', A2: 'met', B1: 'met', B2: 'met', ...more }).map(([id, value]) => [id, { value }]));
