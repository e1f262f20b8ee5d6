import { describe, expect, test } from 'vitest';
import { answersIn, staged, today } from '../../../../tests/support/frameworks.ts';
import { levelOf } from './level.ts';
import { standingsOf } from './standing.ts';

const framework = staged('1.1 1.2 2.1 2.2 3.1 4.1 5.1');
const level = (text: string, of = framework) => levelOf(standingsOf(of, answersIn(text), 'claimed', today), of);

describe('the capability rule', () => {
	test('level 0 while a criterion of level 1 is below L', () => {
		expect(level('1.1:F 1.2:P 2.1:F 2.2:F 3.1:F 4.1:F 5.1:F')).toBe(0);
	});
	test('at the level itself L is enough', () => {
		expect(level('1.1:L 1.2:L')).toBe(1);
	});
	test('below the level F is needed', () => {
		expect(level('1.1:L 1.2:F 2.1:F 2.2:F')).toBe(1);
		expect(level('1.1:F 1.2:F 2.1:L 2.2:L')).toBe(2);
	});
	test('a gap two levels down holds back every level above', () => {
		expect(level('1.1:F 1.2:F 2.1:L 2.2:F 3.1:F 4.1:F 5.1:F')).toBe(2);
	});
	test('all F but L at the top is level 5', () => {
		expect(level('1.1:F 1.2:F 2.1:F 2.2:F 3.1:F 4.1:F 5.1:L')).toBe(5);
	});
});

describe('a level none of whose criteria applies is passed through', () => {
	test('in between', () => {
		expect(level('1.1:F 1.2:F 2.1:NA 2.2:NA 3.1:L')).toBe(3);
	});
	test('but not past a gap below it', () => {
		expect(level('1.1:L 1.2:F 2.1:NA 2.2:NA 3.1:F')).toBe(1);
	});
	test('at the foot and at the top', () => {
		expect(level('1.1:NA 1.2:NA 2.1:L 2.2:L')).toBe(2);
		expect(level('1.1:F 1.2:F 2.1:F 2.2:F 3.1:F 4.1:F 5.1:NA')).toBe(5);
	});
	test('one criterion that does not apply leaves the rest to decide', () => {
		expect(level('1.1:NA 1.2:L')).toBe(1);
		expect(level('1.1:NA 1.2:P')).toBe(0);
	});
	test('where nothing applies at all, nothing has been rated', () => {
		expect(level('1.1:NA 1.2:NA 2.1:NA 2.2:NA 3.1:NA 4.1:NA 5.1:NA')).toBe(0);
	});
});

describe('the thresholds belong to the framework', () => {
	test('stricter: F at the level too', () => {
		const strict = staged('1.1 2.1', { thresholds: { atLevel: 'F', below: 'F' } });
		expect(level('1.1:L 2.1:F', strict)).toBe(0);
		expect(level('1.1:F 2.1:L', strict)).toBe(1);
	});
	test('milder: L below is enough', () => {
		const mild = staged('1.1 2.1 3.1', { thresholds: { atLevel: 'L', below: 'L' }, levels: framework.levels?.slice(0, 3) });
		expect(level('1.1:L 2.1:L 3.1:L', mild)).toBe(3);
	});
	test('a mild threshold below does not make up for a level that was never attained', () => {
		const mild = staged('1.1 2.1', { thresholds: { atLevel: 'L', below: 'P' } });
		expect(level('1.1:P 2.1:F', mild)).toBe(0);
	});
	test('none written means those of ISO/IEC 33020', () => {
		const silent = staged('1.1 2.1', { thresholds: undefined, levels: framework.levels?.slice(0, 2) });
		expect(level('1.1:F 2.1:L', silent)).toBe(2);
		expect(level('1.1:L 2.1:F', silent)).toBe(1);
	});
});
