import { expect, test } from 'vitest';
import { agendaOf } from './agenda.ts';

const facts = { month: '2026-05', quality: '81.4', scores: '4', misses: [], appeals: [], objectives: [], training: [] };
const courses = (many: number) => Array.from({ length: many }, (_, at) => ({ course: `Course ${at + 1}`, dueOn: '2026-07-02' }));

test('an agenda has a point a line, from the sheet to what comes next', () => {
	const lines = agendaOf({
		...facts,
		misses: [{ question: 'Says what happens next', missed: 3, asked: 4 }],
		appeals: [{ number: 12, state: 'changed' }],
		objectives: [{ text: 'Say the next step', dueOn: null }],
		training: courses(1)
	}).split('\n');
	expect(lines).toEqual([
		'How are you, and what went well in May 2026?',
		'The sheet of May 2026: quality 81.4, from 4 scores.',
		'Missed 3 of 4 times: Says what happens next',
		'Appeal on assessment 12: changed.',
		'Objective: Say the next step',
		'Training to take (due 2 July 2026): Course 1',
		'What do you need from me, and what do we aim for next?'
	]);
});

test('a month without scores says so; of many courses the first four are named and the rest counted', () => {
	const agenda = agendaOf({ ...facts, scores: '0', training: courses(7) });
	expect(agenda).toContain('no scores that count');
	expect(agenda).toContain('Course 4');
	expect(agenda).not.toContain('Course 5');
	expect(agenda).toContain('3 more courses are due');
});
