import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { someOfStepSchema, stepSchema } from './forms.ts';

const read = (more: Record<string, string>) => v.safeParse(stepSchema, { does: 'Rings', ...more }, { abortPipeEarly: true });
const saidOf = (more: Record<string, string>) => read(more).issues?.map(({ path, message }) => [path?.[0]?.key, message]);

describe('a step as it is typed', () => {
	test('is read however it is written', () => {
		expect(
			read({ channel: 'sms', emotion: '−2', waitingMinutes: '2 weeks', demand: '9,200', failureDemand: '22.8 %', momentOfTruth: 'Yes' })
		).toMatchObject({
			success: true,
			output: {
				channel: 'SMS',
				emotion: -2,
				waitingMinutes: 20_160,
				handlingMinutes: null,
				demand: 9200,
				failureDemand: { percent: 22.8 },
				momentOfTruth: true,
				servedBy: 'nobody',
				evidenced: 'none'
			}
		});
		expect(read({ emotion: 'very good' }).output).toMatchObject({ emotion: 2 });
		expect(read({ emotion: '-0' }).output).toMatchObject({ emotion: 0 });
	});

	test.each([
		[{ does: ' ' }, ['does', 'Enter what the customer does']],
		[{ does: 'x'.repeat(301) }, ['does', 'What the customer does must be 300 characters or fewer']],
		[{ waitingMinutes: '-5 min' }, ['waitingMinutes', 'Waiting time must not be negative']],
		[{ emotion: '3' }, ['emotion', 'Emotion must be a whole number from −2 to +2']],
		[{ emotion: '1.5' }, ['emotion', 'Emotion must be a whole number from −2 to +2']],
		[{ demand: '10', failureDemand: '120%' }, ['failureDemand', 'Failure demand cannot be more than 100% of the demand']],
		[{ demand: '10', failureDemand: '11' }, ['failureDemand', 'Failure demand cannot be more than the demand of 10 contacts a year']],
		[{ failureDemand: '30%' }, ['failureDemand', 'Enter the demand as well: failure demand is a part of it']],
		[{ demand: '-1' }, ['demand', 'Demand must be a whole number of contacts a year, 0 or more']],
		[{ channel: 'pigeon' }, ['channel', expect.stringContaining('web, phone')]],
		[{ servedBy: 'tier 9' }, ['servedBy', expect.stringContaining('tier 1')]],
		[{ momentOfTruth: 'perhaps' }, ['momentOfTruth', 'Moment of truth must be yes or no']]
	])('%j is refused', (typed, [field, text]) => expect(saidOf(typed as Record<string, string>)).toEqual([[field, text]]));

	test('some fields alone leave the others out', () => {
		expect(v.parse(someOfStepSchema, { wants: 'Heat' })).toEqual({ wants: 'Heat' });
	});
});
