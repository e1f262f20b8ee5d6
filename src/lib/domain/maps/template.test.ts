import { expect, test } from 'vitest';
import { readTemplate } from './template.ts';
import { templates } from './templates.server.ts';

test('the three templates can be read, and hold six to eight stages and twelve to twenty steps with nothing measured', () => {
	const read = templates('seed/journeys');
	expect(read.map(({ id }) => id).sort()).toEqual(['council-home-repair', 'planning-application', 'recruit-and-induct']);
	for (const { stages } of read) {
		const steps = stages.flatMap((stage) => stage.steps);
		expect(stages.length).toBeGreaterThanOrEqual(6);
		expect(stages.length).toBeLessThanOrEqual(8);
		expect(steps.length).toBeGreaterThanOrEqual(12);
		expect(steps.length).toBeLessThanOrEqual(20);
		for (const step of steps)
			expect(step).toMatchObject({
				emotion: null,
				waitingMinutes: null,
				handlingMinutes: null,
				demand: null,
				failureDemand: null,
				quote: ''
			});
	}
});

const text = `id: one
name: One
about: About it
stages:
  - name: First
    steps:
      - does: Rings
        servedBy: tier 9
        demand: 12
      - servedBy: nobody
`;

test('what is wrong is named by file, line and field', () => {
	const read = readTemplate(text, 'one.yaml');
	expect(!read.ok && read.problems).toEqual([
		{
			file: 'one.yaml',
			line: 8,
			field: 'stages 1, steps 1, servedBy',
			text: 'Use one of: nobody, tier 1, tier 2, tier 3, back office, partner'
		},
		{ file: 'one.yaml', line: 9, field: 'stages 1, steps 1, demand', text: 'A template has no such field' },
		{ file: 'one.yaml', line: 10, field: 'stages 1, steps 2, does', text: 'This is missing' }
	]);
	expect(readTemplate('id: [', 'two.yaml')).toMatchObject({ ok: false, problems: [{ file: 'two.yaml', line: 1 }] });
	expect(readTemplate('', 'three.yaml')).toMatchObject({ ok: false });
});
