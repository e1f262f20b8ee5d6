import { describe, expect, test } from 'vitest';
import { formState } from './form-state.ts';

const initial = { title: 'Text tenants when a slot moves', services: ['repairs'], due: '2026-11-30' };

describe('the state of a form', () => {
	test('is what is stored before the first try', () => {
		expect(formState(null, initial)('title')).toEqual({ name: 'title', id: 'title', value: initial.title, error: undefined });
	});
	test('keeps what was typed, with its error, after a failed try', () => {
		const f = formState({ values: { title: '' }, errors: [{ field: 'title', text: 'Enter a title' }] }, initial);
		expect(f('title')).toMatchObject({ value: '', error: 'Enter a title' });
		expect(f.errors).toHaveLength(1);
	});
	test('keeps what is stored for a field that was not in the form', () => {
		expect(formState({ values: { title: 'x' } }, initial)('due').value).toBe('2026-11-30');
	});
	test('no box ticked is an empty list, one is a list of one', () => {
		expect(formState({ values: {} }, initial)('services').value).toEqual([]);
		expect(formState({ values: { services: 'lettings' } }, initial)('services').value).toEqual(['lettings']);
		expect(formState({ values: { services: 'lettings\nrepairs' } }, initial)('services').value).toEqual(['lettings', 'repairs']);
	});
	test('a date keeps its three texts and takes the error of any of them', () => {
		const values = { 'due-day': '31', 'due-month': '11', 'due-year': '2026' };
		const f = formState({ values, errors: [{ field: 'due-day', text: 'The due date must be a real date' }] }, initial);
		expect(f.date('due')).toEqual({
			name: 'due',
			id: 'due',
			value: { day: '31', month: '11', year: '2026' },
			error: 'The due date must be a real date'
		});
		expect(formState(null, initial).date('due').value).toBe('2026-11-30');
	});
});
