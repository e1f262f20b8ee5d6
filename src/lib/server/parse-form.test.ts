import * as v from 'valibot';
import { expect, test } from 'vitest';
import { day, line, optionalDay, tick, version } from './fields.ts';
import { readForm } from './parse-form.ts';

const schema = v.strictObject({
	title: line('a title', 'Title', 12),
	due: day('the due date'),
	review: optionalDay('the review date'),
	urgent: tick,
	version
});

function form(fields: Record<string, string>) {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.append(name, value);
	return data;
}
const good = {
	title: '  Text  tenants ',
	'due-day': '3',
	'due-month': 'March',
	'due-year': '2027',
	version: '4',
	submission: 's1',
	as: 'p1'
};

test('a form is read, its dates put together and the machinery left out', () => {
	expect(readForm(form(good), schema)).toMatchObject({
		ok: true,
		submission: 's1',
		autosave: false,
		data: { title: 'Text tenants', due: '2027-03-03', review: '', urgent: false, version: 4 }
	});
});

test('what is wrong names its field once, with a sentence to act on, and keeps what was typed', () => {
	const read = readForm(form({ ...good, title: 'Far too long a title', 'due-day': '31', 'due-month': '2' }), schema);
	expect(read).toMatchObject({ ok: false, values: { title: 'Far too long a title', 'due-day': '31' } });
	expect(!read.ok && read.errors.map((error) => error.field)).toEqual(['title', 'due']);
});

test('a field nobody asked for is refused, not dropped', () => {
	expect(readForm(form({ ...good, role: 'administrator' }), schema).ok).toBe(false);
});
