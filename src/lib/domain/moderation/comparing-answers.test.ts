import { expect, test } from 'vitest';
import { answersIn, staged, today } from '../../../../tests/support/frameworks.ts';
import { comparisonOf, kappaInWords } from './comparing-answers.ts';

test('each theme with its share, kappa and word, and every difference with its remark', () => {
	const framework = staged('1.1 1.2 1.3 2.1:culture');
	const { overall, themes, differing } = comparisonOf(framework, answersIn('1.1:F>F 1.2:L>P 1.3:N>N 2.1:F'), today);
	// two of three alike: 66.7%
	expect(overall).toMatchObject({ name: 'All themes', compared: 3, same: 2, lower: 1, higher: 0, share: '66.7%' });
	// squared distances observed 1; expected: F-P-N against F-L-N over all nine pairs = 0+4+9 + 1+1+4 + 9+1+0 = 29; 1 − 1 × 3 ÷ 29 = 0.8966
	expect(overall).toMatchObject({ kappa: '0.90', word: 'almost perfect' });
	expect(themes[1]).toMatchObject({ name: 'culture', compared: 0, share: '–', kappa: '–', word: 'Nothing to compare yet' });
	expect(differing).toEqual([
		{ number: '1.2', title: 'Criterion 1.2', said: 'Largely achieved', given: 'Partially achieved', remark: 'Said why' }
	]);
});

test('words for a kappa', () => {
	expect([-0.1, 0, 0.2, 0.21, 0.6, 0.75, 1].map(kappaInWords)).toEqual([
		'less than chance would give',
		'slight',
		'slight',
		'fair',
		'moderate',
		'substantial',
		'almost perfect'
	]);
});
