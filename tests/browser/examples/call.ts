import type { GivenAnswers, Question, Scorecard } from '#lib/domain/scorecards/card.ts';

const choices = [
	{ id: 'met', name: 'Met', worth: 1 },
	{ id: 'partly', name: 'Partly', worth: 0.5 },
	{ id: 'not-met', name: 'Not met', worth: 0 }
];
const asked = (id: string, text: string, weight: number, more: Partial<Question> = {}): Question => ({
	id,
	text,
	weight,
	type: 'choice',
	choices,
	scored: 'quality',
	mayBeNotApplicable: true,
	...more
});

/** A telephone call half scored. */
export const call: Scorecard = {
	id: 'paf-telephone',
	name: 'Telephone call',
	version: '4.0',
	use: 'PAF',
	channel: 'phone',
	about: 'A call to the contact centre',
	source: 'Marlbourne',
	passMark: 70,
	bands: [
		{ id: 'poor', name: 'poor', from: 0 },
		{ id: 'below', name: 'below', from: 50 },
		{ id: 'meets', name: 'meets', from: 70 },
		{ id: 'exceeds', name: 'exceeds', from: 85 }
	],
	sections: [
		{
			id: 'A',
			name: 'Welcome and identity',
			weight: 20,
			questions: [
				asked('A1', 'Gives the service’s and own first name', 2),
				asked('A2', 'Checks identity before personal details', 3, { critical: true, mayBeNotApplicable: false }),
				asked('A3', 'Sounds interested and unhurried', 1, { guidance: 'Listen to the pace, not to the accent.' }),
				asked('A4', 'Rings before it was answered', 2, {
					type: 'number',
					unit: 'rings',
					scored: 'access',
					bands: [{ upTo: 3, worth: 1 }, { upTo: 5, worth: 0.5 }, { worth: 0 }]
				})
			]
		},
		{
			id: 'B',
			name: 'Right answer',
			weight: 30,
			questions: [
				asked('B1', 'The answer is right and complete', 4),
				asked('B2', 'The customer had rung about this before', 1, { type: 'yes-no', mayBeNotApplicable: false }),
				asked('B3', 'Says sorry, and why it went wrong', 2, { onlyIf: { question: 'B2', is: ['yes'] } }),
				asked('B4', 'In the customer’s words', 0, { type: 'text' })
			]
		}
	]
};
export const answers: GivenAnswers = {
	A1: { value: 'met' },
	A2: { value: 'met' },
	A3: { value: 'partly' },
	A4: { value: '4' },
	B1: { value: 'met' },
	B2: { value: 'no' }
};
export const errors = [{ field: 'q-B1', text: 'Choose one of the answers of B1' }];
