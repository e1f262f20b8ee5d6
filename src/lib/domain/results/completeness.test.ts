import { expect, test } from 'vitest';
import { answer, answersIn, staged } from '../../../../tests/support/frameworks.ts';
import { canSubmit, completenessOf } from './completeness.ts';

const framework = staged('1.1 1.2 1.3 1.4 1.5 1.6');

test('answered of all, and what is missing and why', () => {
	const answers = [
		...answersIn('1.1:N'),
		answer('1.2', 'not applicable', { comment: 'None here' }),
		answer('1.3', 'not applicable'),
		answer('1.4', 'inherited'),
		answer('1.5', 'F', { toConfirm: true }),
		answer('9.9', 'F')
	];
	expect(completenessOf(framework, answers)).toEqual({ answered: 2, total: 6 });
	expect(canSubmit(framework, answers)).toEqual({
		ready: false,
		missing: [
			{ criterion: '1.3', why: 'no reason for not applicable' },
			{ criterion: '1.4', why: 'no corporate answer yet' },
			{ criterion: '1.5', why: 'to confirm' },
			{ criterion: '1.6', why: 'not answered' }
		]
	});
});

test('can be submitted once every criterion is answered, with or without evidence', () => {
	const answers = [...answersIn('1.1:N 1.2:NA 1.3:F! 1.4:P 1.5:L?'), answer('1.6', 'inherited', { inheritedRating: 'P' })];
	expect(canSubmit(framework, answers)).toEqual({ ready: true, missing: [] });
});
