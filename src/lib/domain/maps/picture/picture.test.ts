import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JourneyMap, MapStep } from '../map.ts';
import { emptyStep } from '../step-fields.ts';
import { columnsIn, columnsOf, emptyStagesOf, type Column } from './columns.ts';
import { pathOf, pointsOf } from './curve.ts';
import { hatching, type Drawing } from './drawing.ts';
import { lanesOf, saidPlainly, type LaneName } from './lanes.ts';
import { papers, roomOn } from './papers.ts';
import { evenParts, inParts, stepsIn } from './parts.ts';
import { sheetsOf } from './sheets.ts';
import { wholePicture } from './whole-picture.ts';
import { stepList } from './step-list.ts';
import { escaped, svgText } from './svg-text.ts';
import { textWidth } from './text-width.ts';
import { wrapped } from './wrapping.ts';

const step = (id: string, more: Partial<MapStep> = {}): MapStep => ({
	...emptyStep,
	id,
	does: `Does ${id}`,
	fromStepId: null,
	version: 1,
	...more
});
const map = (kind: 'as-is' | 'to-be', stages: Record<string, MapStep[]>): JourneyMap => ({
	id: kind,
	kind,
	stages: Object.entries(stages).map(([name, steps]) => ({ id: `${kind} ${name}`, name, who: '', version: 1, steps }))
});
const asIs = map('as-is', { Report: [step('rings'), step('explains')], Wait: [step('waits', { emotion: -2 })], Close: [step('rates')] });
const toBe = map('to-be', {
	Report: [step('rings 2', { does: 'Does rings', fromStepId: 'rings' }), step('gets text')],
	Wait: [step('waits 2', { fromStepId: 'waits', does: 'Does waits', emotion: 0 })],
	Close: []
});
const heading = { words: '“I want a repair”', beneath: 'As-is map' };
const told = ({ number, asIs: is, toBe: be, fate }: Column) => [number, is?.id, be?.id, fate];

describe('the columns', () => {
	test('hold each step of both maps once, a step to be with the one it was made from', () => {
		expect(columnsOf(asIs, toBe).map(({ name, columns }) => [name, columns.map(told)])).toEqual([
			[
				'Report',
				[
					[1, 'rings', 'rings 2', 'as it was'],
					[null, undefined, 'gets text', 'new'],
					[2, 'explains', undefined, 'taken away']
				]
			],
			['Wait', [[3, 'waits', 'waits 2', 'changed']]],
			['Close', [[4, 'rates', undefined, 'taken away']]]
		]);
	});
	test('of one map alone say nothing of change, and count its steps', () => {
		expect(columnsOf(null, toBe).flatMap(({ columns }) => columns.map(told))).toEqual([
			[1, undefined, 'rings 2', null],
			[2, undefined, 'gets text', null],
			[3, undefined, 'waits 2', null]
		]);
		expect(emptyStagesOf(null, toBe)).toEqual(['Close']);
		expect(columnsOf(null, null)).toEqual([]);
	});
	test('of a step split in two: the second stands beside the first as new', () => {
		const split = map('to-be', { Report: [step('a', { fromStepId: 'rings' }), step('b', { fromStepId: 'rings' })] });
		expect(columnsOf(asIs, split)[0]?.columns.map(told)).toEqual([
			[1, 'rings', 'a', 'changed'],
			[null, undefined, 'b', 'new'],
			[2, 'explains', undefined, 'taken away']
		]);
	});
	test('in parts hold every column once and in order, whatever the map and however few stand side by side', () => {
		const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 });
		fc.assert(
			fc.property(sizes, fc.integer({ min: 1, max: 9 }), (stages, most) => {
				const one = map(
					'as-is',
					Object.fromEntries(stages.map((n, s) => [`s${s}`, Array.from({ length: n }, (_, i) => step(`${s} ${i}`))]))
				);
				const parts = inParts(columnsOf(one, null), most).map((part) => part.flatMap(({ columns }) => columns));
				expect(parts.flat().map(({ number }) => number)).toEqual(parts.flat().map((_, i) => i + 1));
				expect(parts.flat()).toHaveLength(stages.reduce((sum, n) => sum + n, 0));
				expect(parts.every((part) => part.length > 0 && part.length <= most)).toBe(true);
			})
		);
	});
});

describe('the curve', () => {
	// +2 at the top, 100; −2 at the bottom, 300: each level is 50
	const frame = { x: (column: number) => column * 10, top: 100, height: 200 };
	test('stands on what was felt, worked by hand', () => {
		expect(pointsOf([2, -1, 0, -2], frame).map(({ x, y }) => [x, y])).toEqual([
			[0, 100],
			[10, 250],
			[20, 200],
			[30, 300]
		]);
		expect(pathOf(pointsOf([2, -1], frame))).toBe('M0 100C5 100 5 250 10 250');
	});
	test('is broken where a step’s feeling is not known, and goes on where this way has no step', () => {
		expect(pathOf(pointsOf([1, null, 1], frame))).toBe('M0 150M20 150');
		expect(pathOf(pointsOf([1, undefined, 1], frame))).toBe('M0 150C10 150 10 150 20 150');
		expect(pathOf([])).toBe('');
	});
});

describe('the lanes', () => {
	const cellsOf = (name: LaneName, columns: Column[]) =>
		lanesOf(columns)
			.find((lane) => lane.name === name)
			?.cells.map(({ lines }) => lines.map(({ pieces, tone }) => `${tone}: ${pieces.map(({ text }) => text).join('')}`));
	const columns = columnsOf(asIs, toBe).flatMap((group) => group.columns);
	test('say what would stand there instead, and what is new or taken away', () => {
		expect(cellsOf('in words', columns)?.[3]).toEqual(['plain: −2 very bad', 'to-be: To-be: 0 neither']);
		expect(cellsOf('does', columns)?.slice(0, 3)).toEqual([
			['plain: Does rings'],
			['plain: Does gets text', 'to-be: New in to-be'],
			['plain: Does explains', 'to-be: Taken away in to-be']
		]);
	});
	test('say which steps are moved, and no other', () => {
		const before = map('as-is', { Report: ['a', 'b', 'c', 'd', 'e'].map((id) => step(id)), Visit: [step('f')] });
		const from = (id: string) => step(`${id} 2`, { does: `Does ${id}`, fromStepId: id });
		const after = map('to-be', { Report: ['a', 'd', 'e', 'c'].map(from), Visit: ['f', 'b'].map(from) });
		const does = cellsOf(
			'does',
			columnsOf(before, after).flatMap((group) => group.columns)
		);
		expect(does).toEqual([
			['plain: Does a'],
			['plain: Does b', 'to-be: Moved in to-be: to stage “Visit”'],
			['plain: Does c', 'to-be: Moved in to-be: after “Does e”'],
			['plain: Does d'],
			['plain: Does e'],
			['plain: Does f']
		]);
		const first = map('to-be', { Report: ['f', 'a', 'b', 'c', 'd', 'e'].map(from) });
		expect(columnsOf(before, first)[1]?.columns[0]?.moved).toEqual({ stage: null, after: null });
	});
	test('tell not measured from none', () => {
		expect(saidPlainly(step('x', { waitingMinutes: 0, handlingMinutes: null }))).toMatchObject({ waits: '0', handled: 'not measured' });
		expect(saidPlainly(step('x', { demand: 9200, failureDemand: 2100 })).demand).toBe('2,100 of 9,200');
		expect(saidPlainly(step('x', { demand: 0, failureDemand: 0 })).demand).toBe('0 of 0');
	});
	test('leave out what the customer wants where no step says it', () => {
		expect(lanesOf(columns).map(({ name }) => name)).not.toContain('wants');
		const wanting = columnsOf(map('as-is', { A: [step('x', { wants: 'A date' })] }), null).flatMap((group) => group.columns);
		expect(cellsOf('wants', wanting)).toEqual([['plain: A date']]);
	});
});

describe('lines', () => {
	const ofText = (text: string, width: number, most?: number) =>
		wrapped([{ text }], width, 10, most).map((line) => line.map((piece) => piece.text).join(''));
	test('are as wide as the type says: “Waits” is 786 + 504 + 246 + 338 + 419 thousandths', () => {
		expect(textWidth('Waits', 1000)).toBe(786 + 504 + 246 + 338 + 419);
		expect(textWidth('é', 1000)).toBe(textWidth('e', 1000));
	});
	test('break at words, cut a word that is too long, and end in … where there are too many', () => {
		expect(ofText('one two three', 40)).toEqual(['one two', 'three']);
		expect(ofText('abcdefghij', 20).join('')).toBe('abcdefghij');
		expect(ofText('one two three four five', 40, 2)).toEqual(['one two', 'three…']);
		expect(ofText('', 40)).toEqual([]);
	});
	test('keep every letter and never grow too wide, whatever is written', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const lines = ofText(text, 60);
				expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
				expect(lines.every((line) => [...line].length === 1 || textWidth(line, 10) <= 60.001)).toBe(true);
			})
		);
	});
});

const textsIn = ({ items }: Drawing) =>
	items.flatMap((item) => (item.kind === 'text' ? [item.lines.map((line) => line.map(({ text }) => text).join('')).join(' ')] : []));

describe('on paper', () => {
	const many = map(
		'as-is',
		Object.fromEntries(
			Array.from({ length: 12 }, (_, s) => [
				`Stage ${s}`,
				Array.from({ length: 10 }, (_n, i) =>
					step(`step ${s}·${i} end`, {
						quote: 'A long sentence of theirs. '.repeat(12),
						painPoints: 'Slow\nUnclear\nRepeated',
						emotion: (i % 5) - 2
					})
				)
			])
		)
	);
	/** How much smaller a sheet is drawn than it is laid out. */
	const shrunk = ({ width, height }: Drawing, on: (typeof papers)[number]) =>
		Math.min(roomOn(on).width / width, roomOn(on).height / height);
	const sizesIn = ({ items }: Drawing) => items.flatMap((item) => (item.kind === 'text' && item.lines.length ? [item.size] : []));
	test.each(papers)('the sheets of %s together hold each step once, each whole on one, in type of 7 points or more', (on) => {
		const sheets = sheetsOf(columnsOf(many, null), heading, roomOn(on));
		const texts = sheets.flatMap(textsIn);
		for (const { does } of many.stages.flatMap(({ steps }) => steps)) expect(texts.filter((text) => text === does)).toEqual([does]);
		for (const sheet of sheets) expect(Math.min(...sizesIn(sheet)) * shrunk(sheet, on)).toBeGreaterThanOrEqual(6.99);
		// nothing is cut: every line of the long quote is there, and no sheet goes on on another
		expect(texts.filter((text) => text.includes('continued'))).toEqual([]);
		expect(sheets.length).toBeLessThanOrEqual(on === 'A3' ? 12 : 24);
	});
	test('a step too high for any sheet goes on on the next, lane by lane', () => {
		const words = (line: string) => Array.from({ length: 12 }, () => line).join('\n');
		const high = step('high', {
			...{ does: 'Does it', wants: 'x '.repeat(600), backstage: 'y '.repeat(900), systems: 'z '.repeat(300) },
			...{ quote: 'q '.repeat(600), painPoints: words('It hurts') }
		});
		const sheets = sheetsOf(columnsOf(map('as-is', { A: [high, high] }), null), heading, { width: 500, height: 300 });
		expect(sheets.length).toBeGreaterThan(1);
		expect(sheets.flatMap(textsIn).filter((text) => text.includes('continued'))).toHaveLength(sheets.length - 1);
		for (const sheet of sheets) expect(sheet.width).toBeCloseTo(500 / (7 / 9));
	});
	test('parts are as even as can be', () => {
		const of = (...sizes: number[]) =>
			columnsOf(
				map('as-is', Object.fromEntries(sizes.map((n, s) => [`s${s}`, Array.from({ length: n }, (_, i) => step(`${s} ${i}`))]))),
				null
			);
		const sizes = (groups: ReturnType<typeof of>, most: number) => evenParts(groups, most).map((part) => columnsIn(part).length);
		expect(sizes(of(14), 8)).toEqual([7, 7]);
		expect(sizes(of(9), 8)).toEqual([5, 4]);
		expect(sizes(of(3, 2, 3, 2, 3, 1), 6)).toEqual([5, 5, 4]);
		expect(sizes(of(2), 8)).toEqual([2]);
		expect(sizes(of(), 8)).toEqual([]);
	});
	test('a map without steps is a sheet that says so, not an error', () => {
		expect(sheetsOf([], heading, roomOn('A4')).map(textsIn)).toEqual([['“I want a repair”', 'As-is map · no steps yet']]);
		expect(svgText(wholePicture([], heading))).toContain('I want a repair');
		expect(stepsIn([])).toBe('no steps yet');
	});
	test('hatching stays inside its bar', () => {
		const item = hatching(10, 20, 30, 8, 3, '#000');
		if (item.kind !== 'path') throw new Error('A hatching is a path');
		const points = [...item.d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
		expect(points.length).toBeGreaterThan(20);
		expect(points.every(([x = 0, y = 0]) => x >= 10 && x <= 40 && y >= 20 && y <= 28)).toBe(true);
	});
});

describe('the SVG', () => {
	const wicked = '</text><script>alert(1)</script><image href="https://x.example/a.png" onload=\'x()\'/>&amp; \u0000\ud800';
	const hostile = map('as-is', {
		[wicked]: [
			step('x', {
				does: wicked,
				wants: wicked,
				backstage: wicked,
				systems: wicked,
				quote: wicked,
				painPoints: wicked,
				emotion: 1,
				demand: 3
			})
		]
	});
	const svg = svgText(wholePicture(columnsOf(hostile, null), { words: wicked, beneath: wicked }));
	test('says whatever is written in the map and does none of it', () => {
		const elements = new Set([...svg.matchAll(/<\/?([a-zA-Z]+)/g)].map(([, name]) => name));
		expect([...elements].sort()).toEqual(['circle', 'desc', 'path', 'rect', 'svg', 'text', 'title', 'tspan']);
		const withoutText = svg.replaceAll(/>[^<]*</g, '><');
		expect(withoutText).not.toMatch(/\son\w+=|href|url\(|style=|javascript/i);
		expect(withoutText.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
		expect(svg).toContain('&lt;script&gt;');
	});
	test('holds no sign that XML forbids', () => {
		expect(escaped('a\u0000b\ud800c\u0008\t<&>"\'')).toBe('abc\t&lt;&amp;&gt;&quot;&#39;');
		expect(svg).not.toMatch(/[^\t\n\r\P{Cc}]/u);
	});
});

test('the list of steps says everything the picture shows, uncut', () => {
	const long = 'A very long sentence of theirs. '.repeat(14).trim();
	const [stage] = stepList(
		map('as-is', { Report: [step('x', { quote: long, momentOfTruth: true, emotion: 2, channel: 'SMS', servedBy: 'tier 2' })] })
	);
	const words = stage?.steps[0]?.facts.map(({ label, value }) => `${label}: ${value}`);
	expect(words).toContain(`In the customer’s words: ‘${long}’`);
	expect(words).toContain('Feels: +2 very good, a moment of truth');
	expect(words).toContain('Channel and who serves: SMS, tier 2');
});
