import { describe, expect, test } from 'vitest';
import { statuses } from '#lib/domain/assessments/status.ts';
import { acts, notOnTheWay, statusAfter } from './way.ts';

test('the straight way runs from draft to agreed', () => {
	expect(statusAfter('submit', 'draft')).toBe('submitted');
	expect(statusAfter('moderate', 'submitted')).toBe('in moderation');
	expect(statusAfter('finish moderation', 'in moderation')).toBe('moderated');
	expect(statusAfter('agree', 'moderated')).toBe('agreed');
});

test('changes go back to the service, which submits again', () => {
	for (const status of ['submitted', 'in moderation', 'moderated'] as const)
		expect(statusAfter('request changes', status)).toBe('changes requested');
	expect(statusAfter('submit', 'changes requested')).toBe('submitted');
});

describe('what is agreed', () => {
	test('can only be overridden or reopened', () => {
		expect(acts.filter((act) => statusAfter(act, 'agreed'))).toEqual(['override', 'reopen']);
		expect(statusAfter('reopen', 'agreed')).toBe('draft');
	});

	test('comes from nowhere but a moderated assessment', () => {
		const before = statuses.filter((status) => acts.some((act) => statusAfter(act, status) === 'agreed'));
		expect(before).toEqual(['moderated', 'agreed']);
	});
});

test('nothing is moderated before it is submitted', () => {
	expect(statusAfter('moderate', 'draft')).toBeNull();
	expect(statusAfter('moderate', 'changes requested')).toBeNull();
	expect(notOnTheWay('moderate', 'draft').text).toContain('“draft”');
});
