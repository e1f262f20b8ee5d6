import { describe, expect, test } from 'vitest';
import { answersIn, compliance, rubric, staged, today } from '../../../../tests/support/frameworks.ts';
import { standingsOf } from './standing.ts';
import { themeProfile } from './theme-profile.ts';

const framework = staged('1.1 2.1:culture 2.2 3.1 3.2:culture 4.1:analytics 5.1:analytics 5.2');
const profile = (text: string, of = framework) => themeProfile(of, standingsOf(of, answersIn(text), 'claimed', today));
const level = (theme: string, text: string, of = framework) => profile(text, of).find(({ id }) => id === theme)?.level;

test('the level rule on the theme alone, whatever the other themes say', () => {
	expect(level('strategy', '1.1:F 2.2:F 3.1:L 2.1:N')).toBe(3);
	expect(level('strategy', '1.1:L 2.2:F 3.1:F')).toBe(1);
	expect(level('strategy', '1.1:P 2.2:F 3.1:F')).toBe(0);
});

test('levels in between where the theme has none are passed through', () => {
	// strategy has no criterion at level 4
	expect(level('strategy', '1.1:F 2.2:F 3.1:F 5.2:N')).toBe(4);
	expect(level('strategy', '1.1:F 2.2:F 3.1:F 5.2:L')).toBe(5);
});

describe('a theme that starts above level 1', () => {
	test('has no level until it attains the one where it starts', () => {
		expect(level('analytics', '4.1:P 5.1:F')).toBeNull();
		expect(level('analytics', '4.1:L 5.1:N')).toBe(4);
		expect(level('analytics', '4.1:F 5.1:L')).toBe(5);
	});
	test('wherever it starts', () => {
		expect(level('culture', '2.1:P 3.2:F')).toBeNull();
		expect(level('culture', '2.1:L 3.2:F')).toBe(2);
	});
});

test('no theme reaches a level beyond its last', () => {
	expect(level('culture', '2.1:F 3.2:F')).toBe(3);
});

test('what does not apply is passed through; a theme with nothing that applies has no level', () => {
	expect(level('strategy', '1.1:F 2.2:NA 3.1:L')).toBe(3);
	expect(profile('2.1:NA 3.2:NA').find(({ id }) => id === 'culture')).toEqual({
		id: 'culture',
		level: null,
		worth: 0,
		met: 0,
		applicable: 0
	});
});

test('worth is the mean of the criteria that apply', () => {
	// culture: (⅔ + ⅓) ÷ 2 = ½
	expect(profile('2.1:L 3.2:P').find(({ id }) => id === 'culture')).toMatchObject({ worth: 0.5, met: 1, applicable: 2 });
});

test('a rubric theme has its lowest aspect, a compliance theme no level', () => {
	expect(profile('1:4 2:2', rubric('1 2'))).toEqual([{ id: 'strategy', level: 2, worth: 0.5, met: 1, applicable: 2 }]);
	expect(profile('1:plus', compliance('1'))).toEqual([{ id: 'strategy', level: null, worth: 1, met: 1, applicable: 1 }]);
});
