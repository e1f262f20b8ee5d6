import { expect, test } from 'vitest';
import { changesInWords, fieldsInWords, thingInWords } from './line-in-words.ts';

const asha = '3e57c774-1fec-41a9-b12a-f90db4e62095';
const step = '89602bee-c21d-42de-b000-e1885d9a96fe';
const names = new Map([[asha, 'Asha Bell']]);
const line = (thingId: string, change = {}) => ({ thing: 'persona', thingId, change });

test('ids are names, moments and dates are words, pence are pounds', () => {
	expect(
		changesInWords(
			{
				ownerId: { from: null, to: asha },
				agreedAt: { from: null, to: 1765112400000 },
				dueOn: { from: '2026-11-21', to: '2026-12-01' },
				costPence: { from: null, to: 640000 },
				agreedIndex: { from: null, to: 363 },
				members: { from: [], to: [asha, step] },
				payrollNumber: { from: null, to: '1765112400000' }
			},
			names
		)
	).toEqual([
		{ field: 'Owner', from: 'nothing', to: 'Asha Bell' },
		{ field: 'Agreed at', from: 'nothing', to: '7 December 2025, 13:00' },
		{ field: 'Due on', from: '21 November 2026', to: '1 December 2026' },
		{ field: 'Cost', from: 'nothing', to: '£6,400.00' },
		{ field: 'Agreed index', from: 'nothing', to: '3.63' },
		{ field: 'Members', from: 'nothing', to: 'Asha Bell, one that is gone' },
		{ field: 'Payroll number', from: 'nothing', to: '1765112400000' }
	]);
});

test('a row of a picture is told by its own name and by what it says, not by where it is kept', () => {
	const held = { stageId: asha, position: 1048576, does: 'Rings the council', wants: '', momentOfTruth: false, demand: 40 };
	const change = { [`step ${step}`]: { from: null, to: held } };
	expect(changesInWords(change, names)).toEqual([
		{ field: 'Step “Rings the council”', from: 'nothing', to: 'Stage: Asha Bell; Does: Rings the council; Demand: 40' }
	]);
	expect(fieldsInWords(change, names)).toBe('Step “Rings the council”');
});

test('what a line was done to has its name of today, else the one it had then, else none', () => {
	expect(thingInWords(line(`${asha} 1.1`), names)).toBe('Asha Bell, 1.1');
	expect(thingInWords(line(step, { name: { from: 'Tenant', to: null } }), names)).toBe('Tenant');
	expect(thingInWords(line(step), names)).toBe('');
	expect(thingInWords({ thing: 'council', thingId: '1', change: {} }, names)).toBe('');
});
