import { expect, test } from 'vitest';
import { readForm } from '#lib/server/parse-form.ts';
import { launchForm, targetForm } from '#lib/domain/cycles/forms.ts';
import { agreementForm, changesForm, moderationForm, overrideForm, reopeningForm } from './step-forms.ts';

const formOf = (fields: Record<string, string>) => {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	return form;
};
const errorsOf = (...[schema, fields]: [Parameters<typeof readForm>[1], Record<string, string>]) => {
	const read = readForm(formOf(fields), schema);
	return read.ok ? [] : read.errors.map(({ field, text }) => [field, text]);
};

test('what is not chosen or not written is asked for in words', () => {
	expect(errorsOf(overrideForm, { version: '1', reason: '' })).toEqual([
		['level', 'Choose a level'],
		['reason', 'Enter the reason for the panel’s decision']
	]);
	expect(errorsOf(changesForm, { version: '1', text: ' ' })).toEqual([['text', 'Enter what the service should change']]);
	expect(errorsOf(reopeningForm, { version: '1', reason: '' })).toEqual([['reason', 'Enter the reason for reopening']]);
	expect(errorsOf(targetForm, { version: '0', why: 'So', approvedBy: 'Board', byWhen: '2027-03-31' })).toEqual([
		['level', 'Choose a level']
	]);
	expect(errorsOf(launchForm, { startsOn: '2026-04-01', dueOn: '2027-03-31', name: '2026/27', frameworkVersionId: '' })).toEqual([
		['frameworkVersionId', 'Choose a framework'],
		['which', 'Choose which services take part']
	]);
});

test('a panel decision needs its level and its reason only where it is taken', () => {
	const read = readForm(formOf({ version: '3', decision: 'as worked out', level: '', reason: '' }), agreementForm);
	expect(read).toMatchObject({ ok: true, data: { version: 3 } });
	expect(errorsOf(agreementForm, { version: '3', decision: 'panel', level: '', reason: '' })[0]).toEqual(['level', 'Choose a level']);
	const panel = readForm(formOf({ version: '3', decision: 'panel', level: '2', reason: 'Seen' }), agreementForm);
	expect(panel).toMatchObject({ ok: true, data: { panel: { level: 2, reason: 'Seen' } } });
});

test('a moderator’s choice is a rating, or whether not applicable is accepted', () => {
	const said = (choice: string) => {
		const read = readForm(formOf({ version: '0', choice, comment: '' }), moderationForm);
		return read.ok ? [read.data.rating, read.data.notApplicableAccepted] : null;
	};
	expect([said('P'), said('accepted'), said('not accepted'), said('')]).toEqual([
		['P', null],
		[null, true],
		[null, false],
		[null, null]
	]);
});
