import { expect, test } from 'vitest';
import { opened } from './clocks.ts';
import { stepRefusals, type Step } from './step-refusals.ts';
import type { CaseState } from './words.ts';

/* What can be done with a complaint as it stands, and the sentence where it cannot. Stage 1 opened on Monday 1 June 2026: to be
   acknowledged by the 8th, and answered within ten working days of that. */

const first = opened('stage 1', '2026-06-01');
const acknowledged = { ...first, acknowledgedOn: '2026-06-03', dueOn: '2026-06-17' };
const answered = { ...acknowledged, answeredOn: '2026-06-10' };
const possible = (state: CaseState, stage: Parameters<(typeof stepRefusals)['answer']>[1], today = '2026-06-04') =>
	(Object.keys(stepRefusals) as Step[]).filter((step) => stepRefusals[step]({ state, duplicateOfId: null }, stage, today) === null);

test.each([
	['new', 'open', first, ['acknowledgement', 'answer', 'withdrawal', 'original']],
	['acknowledged', 'open', acknowledged, ['answer', 'extension', 'withdrawal', 'original']],
	['extended', 'open', { ...acknowledged, dueFirst: '2026-06-17', dueOn: '2026-06-30' }, ['answer', 'withdrawal', 'original']],
	['informal', 'open', opened('informal', '2026-06-01'), ['answer', 'escalation', 'withdrawal', 'original']],
	['answered', 'answered', answered, ['escalation', 'reopening']],
	['answered at stage 2', 'answered', { ...answered, stage: 'stage 2' as const }, ['reopening']],
	['withdrawn', 'withdrawn', acknowledged, []],
	['a comment', 'noted', null, ['original']]
] as const)('%s', (_, state, stage, steps) => expect(possible(state, stage)).toEqual(steps));

test('what is late goes to stage 2 without an answer, and is not extended any more', () => {
	expect(possible('open', acknowledged, '2026-06-18')).toEqual(['answer', 'escalation', 'withdrawal', 'original']);
	expect(stepRefusals.extension({ state: 'open', duplicateOfId: null }, acknowledged, '2026-06-18')?.text).toBe(
		'The answer was due on 17 June 2026: a late answer cannot be extended'
	);
});

test('what is linked to another one is not linked again', () => {
	expect(stepRefusals.original({ state: 'noted', duplicateOfId: 'one' }, null, '2026-06-04')?.text).toBe(
		'It is linked to another one already'
	);
});
