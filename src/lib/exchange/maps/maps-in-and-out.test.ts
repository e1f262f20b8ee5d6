import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aMap, aStep, looking, stagesOf } from '../../../../tests/support/maps.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { channels } from '#lib/domain/journeys/channels.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import type { JourneyMap } from '#lib/domain/maps/map.ts';
import { addStage } from '#lib/domain/maps/adding.server.ts';
import { saveStep } from '#lib/domain/maps/saving.server.ts';
import { startMap, type NewStage } from '#lib/domain/maps/starting.server.ts';
import { mostDemand, stepFieldNames, type StepFields } from '#lib/domain/maps/step-fields.ts';
import { evidencings, servers } from '#lib/domain/maps/step-words.ts';
import { undo } from '#lib/domain/maps/undoing.server.ts';
import type { Database } from '#lib/server/database.ts';
import { applyImport } from '../applying.server.ts';
import { checkFile } from '../checking.server.ts';
import { importInto, type ImportSeen } from '../finding-imports.server.ts';
import { keepCheck } from '../keeping-checks.server.ts';
import { startImport } from '../starting.server.ts';
import { writeCsv } from '../writing-csv.ts';
import { writeXlsx } from '../writing-xlsx.ts';
import { mapJson } from './map-json.ts';
import { mapTable } from './map-table.ts';
import { lossesOf, mermaidOf } from './mermaid.ts';
import { wrongInText } from './reading-mermaid.ts';

const today = '2026-11-22';
const patience = 120_000;
const bytesOf = (text: string) => new TextEncoder().encode(text);

const ways = {
	map: { file: 'map.csv', out: (map: JourneyMap) => Promise.resolve(bytesOf([...writeCsv(mapTable(map, 'Repair'))].join(''))) },
	xlsx: { file: 'map.xlsx', out: async (map: JourneyMap) => new Uint8Array(await writeXlsx([mapTable(map, 'Repair')])) },
	'map-json': {
		file: 'map.json',
		out: (map: JourneyMap) => Promise.resolve(bytesOf(mapJson(map, { name: 'Repair', words: 'I want it' })))
	},
	'map-mermaid': { file: 'map.mmd', out: (map: JourneyMap) => Promise.resolve(bytesOf(mermaidOf(map, 'I want it'))) }
};
type Way = keyof typeof ways;

type Checked = { refused: string } | { found: ImportSeen; apply: () => ReturnType<typeof applyImport> };

async function check(db: Database, mapId: string, kind: Way, bytes: Uint8Array): Promise<Checked> {
	const about = { kind: kind === 'xlsx' ? 'map' : kind, into: mapId, name: ways[kind].file };
	const started = startImport(db, cast.manager, about);
	if (!started.ok) throw new Error(started.text);
	const checked = await checkFile(db, { ...about, bytes, today });
	if (!checked.ok) return { refused: checked.text };
	keepCheck(db, started.id, checked.checked);
	const found = importInto(db, mapId, started.id);
	return { found, apply: () => applyImport(db, cast.manager, started.id, today) };
}

const problemsOf = async (map: ReturnType<typeof aMap>, kind: Way, text: string) => {
	const checked = await check(map.db, map.mapId, kind, bytesOf(text));
	return 'refused' in checked ? checked.refused : checked.found.problems?.map(({ row, column, text }) => [row, column, text]);
};
const changesOf = async (map: ReturnType<typeof aMap>, kind: Way, text: string) => {
	const checked = await check(map.db, map.mapId, kind, bytesOf(text));
	if ('refused' in checked) return [checked.refused];
	return [...(checked.found.problems ?? []), ...(checked.found.changes ?? [])].map(({ text }) => text);
};

/** What a map says, without ids and versions. */
const content = (map: JourneyMap, fields: readonly (keyof StepFields)[] = stepFieldNames) =>
	map.stages.map(({ name, who, steps }) => ({
		name,
		...(fields === stepFieldNames ? { who } : {}),
		steps: steps.map((step) => Object.fromEntries(fields.map((field) => [field, step[field]])))
	}));

const word = fc.constantFrom(
	'Rings',
	'the council',
	'=1+1',
	'+44 20',
	"'tis",
	'a: b; c #1',
	'“why?”',
	'title deeds',
	'x,y',
	'é ü',
	'-2',
	'<b>',
	'_x0041_',
	'100%'
);
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const lines = fc.array(phrase, { maxLength: 3 }).map((all) => all.join('\n'));
const someStep = fc
	.record({
		does: phrase,
		wants: lines,
		channel: fc.constantFrom(null, ...channels),
		servedBy: fc.constantFrom(...servers),
		backstage: lines,
		systems: phrase,
		emotion: fc.constantFrom(null, -2, -1, 0, 1, 2),
		quote: lines,
		waitingMinutes: fc.option(fc.nat(50_000)),
		handlingMinutes: fc.option(fc.nat(50_000)),
		momentOfTruth: fc.boolean(),
		demand: fc.integer({ min: 1000, max: mostDemand }),
		failureDemand: fc.option(fc.nat(1000)),
		painPoints: lines,
		evidenced: fc.constantFrom(...evidencings)
	})
	.map((fields) => ({ ...fields, fromStepId: null }));
const someMap = fc.array(fc.record({ name: phrase, who: fc.oneof(phrase, fc.constant('')), steps: fc.array(someStep, { maxLength: 4 }) }), {
	minLength: 1,
	maxLength: 4
});
const withSteps = someMap.filter((stages) => stages.some(({ steps }) => steps.length));

describe('out and in again', () => {
	const db = testDatabase();
	const begin = (stages: NewStage[]) => {
		const journey = journeySeen(db, cast.manager, aJourney(db));
		const outcome = startMap(db, cast.manager, journey, 'as-is', { from: 'by hand', stages });
		if (!outcome.ok) throw new Error(outcome.text);
		return { mapId: outcome.mapId, ...looking(db, journey, 'as-is') };
	};

	test.each(['map', 'xlsx', 'map-json'] as const)(
		'by %s changes nothing in the map itself, and makes the same of an empty one',
		async (kind) => {
			await fc.assert(
				fc.asyncProperty(withSteps, async (stages) => {
					const [map, other] = [begin(stages), begin([])];
					const file = await ways[kind].out(map.now());
					const again = await check(db, map.mapId, kind, file);
					expect('found' in again && again.found).toMatchObject({ counts: { problems: 0, added: 0, changed: 0 } });
					const checked = await check(db, other.mapId, kind, file);
					expect('apply' in checked && checked.apply()).toMatchObject({ ok: true });
					expect(content(other.now())).toEqual(content(map.now()));
				}),
				{ numRuns: kind === 'xlsx' ? 8 : 20 }
			);
		},
		patience
	);

	test(
		'by Mermaid keeps stages, steps, who serves and how it feels',
		async () => {
			await fc.assert(
				fc.asyncProperty(withSteps, async (stages) => {
					const [map, other] = [begin(stages), begin([])];
					const file = await ways['map-mermaid'].out(map.now());
					const again = await check(db, map.mapId, 'map-mermaid', file);
					expect('found' in again && again.found.problems).toEqual([]);
					const checked = await check(db, other.mapId, 'map-mermaid', file);
					expect('apply' in checked && checked.apply()).toMatchObject({ ok: true });
					const known = content(map.now(), ['does', 'servedBy', 'emotion']).map((stage) => ({
						...stage,
						steps: stage.steps.map((step) => ({ ...step, emotion: step.emotion ?? 0 }))
					}));
					expect(content(other.now(), ['does', 'servedBy', 'emotion'])).toEqual(known);
				}),
				{ numRuns: 20 }
			);
		},
		patience
	);

	test('by Mermaid leaves the map it came from as it is', async () => {
		const map = begin([{ name: 'Report', who: 'x', steps: [aStep('a', { wants: 'Heat', demand: 5 }), aStep('b: c', { emotion: -2 })] }]);
		const checked = await check(db, map.mapId, 'map-mermaid', bytesOf(mermaidOf(map.now(), 'I want it')));
		expect('found' in checked && checked.found).toMatchObject({ counts: { problems: 0, added: 0, changed: 0, same: 2 } });
	});
});

describe('a file that is brought in', () => {
	test('is one change, which undo takes back', async () => {
		const map = aMap({ Report: 'ab', Visit: 'c' });
		const text = 'Stage,What the customer does,Channel\nVisit,c,phone\nVisit,new,web\nReport,b,\n';
		const checked = await check(map.db, map.mapId, 'map', bytesOf(text));
		expect('found' in checked && checked.found.changes?.map(({ row, text }) => [row, text])).toEqual([
			[2, 'Changes step “c”: Channel from nothing to “phone”'],
			[3, 'Adds step “new” to stage “Visit”'],
			[0, 'Removes step “a”']
		]);
		expect(map.inShort()).toBe('Report ab, Visit c');
		expect('apply' in checked && checked.apply()).toMatchObject({ ok: true });
		expect(map.inShort()).toBe('Report b, Visit cnew');
		undo(map.db, cast.manager, map.journey, 'as-is');
		expect(map.inShort()).toBe('Report ab, Visit c');
	});

	test('names every problem by row and column, and nothing is done', async () => {
		const map = aMap({ Report: 'ab' });
		const head = 'Stage,What the customer does,Waiting time,Demand,Failure demand,Emotion\n';
		const text = `${head}Visit,a,-5,,,\nReport,b,,100,120%,3\nReport,,9 min,,,\nReport,c,,10,11,\n`;
		expect(await problemsOf(map, 'map', text)).toEqual([
			[2, 'Waiting time', 'Waiting time must not be negative'],
			[3, 'Emotion', 'Emotion must be a whole number from −2 to +2'],
			[3, 'Failure demand', 'Failure demand cannot be more than 100% of the demand'],
			[4, 'What the customer does', 'Enter what the customer does'],
			[5, 'Failure demand', 'Failure demand cannot be more than the demand of 10 contacts a year']
		]);
		expect(await problemsOf(map, 'map', 'Stage,What the customer does\nVisit,a\n')).toEqual([
			[2, 'Stage', 'There is no stage “Visit” in this map: “Report”. Put the name right, or add the stage to the map first']
		]);
		expect(map.inShort()).toBe('Report ab');
	});

	test('that would write over what somebody changed since is not applied', async () => {
		const map = aMap({ Report: 'ab' });
		const file = await ways.map.out(map.now());
		saveStep(map.db, cast.colleague, map.journey, map.id('a'), { wants: 'Heat' }, 1);
		expect(await problemsOf(map, 'map', new TextDecoder().decode(file))).toEqual([
			[2, 'Version', expect.stringContaining('Somebody changed this step after the file was made')]
		]);
	});

	test('is checked anew where the map changed between check and apply', async () => {
		const map = aMap({ Report: 'ab' });
		const checked = await check(map.db, map.mapId, 'map', bytesOf('Stage,What the customer does\nReport,a\n'));
		addStage(map.db, cast.colleague, map.journey, 'as-is', { name: 'Visit' });
		saveStep(map.db, cast.colleague, map.journey, map.id('b'), { does: 'bb' }, 1);
		expect('apply' in checked && checked.apply()).toMatchObject({ ok: false, code: 'changed-since' });
		expect(map.inShort()).toBe('Report abb, Visit');
	});

	test('of a review that is over is refused', async () => {
		const map = aMap({ Report: 'a' });
		map.db.$client.prepare("update journey set state = 'finished'").run();
		expect(await problemsOf(map, 'map', 'Stage,What the customer does\nReport,b\n')).toEqual([
			[0, '', 'The map cannot be changed: this review is over']
		]);
	});
});

describe('JSON', () => {
	const map = aMap(stagesOf({ Report: 'a' }));
	const file = (more: object) => JSON.stringify({ format: 'golden-thread-journey-map', formatVersion: 1, stages: [], ...more });

	test('of another schema version, of something else or broken is refused with a sentence', async () => {
		expect(await problemsOf(map, 'map-json', file({ formatVersion: 2 }))).toBe(
			'The file is of version 2 of the map format, and only version 1 can be read'
		);
		expect(await problemsOf(map, 'map-json', '{"a":1}')).toContain('The file is not a map');
		expect(await problemsOf(map, 'map-json', '{')).toContain('The file is not JSON');
	});

	test('tells what is wrong by its place', async () => {
		const stages = [{ name: 'Report', steps: [{ does: 'a', channel: 'pigeon', demand: '5', smell: 'good' }] }];
		expect(await problemsOf(map, 'map-json', file({ stages }))).toEqual([
			[0, 'stages 1 steps 1 channel', expect.stringContaining('one of: web')],
			[0, 'stages 1 steps 1 demand', 'This must be a number or null'],
			[0, 'stages 1 steps 1 smell', 'The schema has no such field']
		]);
	});

	test('refuses what does not fit together, and a map with no steps', async () => {
		const steps = [{ does: 'a', emotion: 3, waitingMinutes: -1, demand: 5 }];
		expect(await problemsOf(map, 'map-json', file({ stages: [{ name: 'Report', steps }] }))).toEqual([
			[1, 'Emotion', 'Emotion must be a whole number from −2 to +2'],
			[1, 'Waiting time', 'Waiting time must not be negative']
		]);
		for (const stages of [[], [{ name: 'Report', steps: [] }]])
			expect(await problemsOf(map, 'map-json', file({ stages }))).toEqual([
				[0, '', 'There are no steps in the file. A map needs at least one']
			]);
	});

	test('has a schema that knows the same fields as the program', () => {
		const schema = JSON.parse(readFileSync('static/schemas/journey-map-1.json', 'utf8')) as { $defs: { step: { properties: object } } };
		expect(Object.keys(schema.$defs.step.properties).sort()).toEqual([...stepFieldNames, 'id', 'version', 'fromStepId'].sort());
	});
});

describe('Mermaid', () => {
	const map = aMap({ Report: 'a', Visit: 'b' });

	test('errors of syntax are named by line and reason', async () => {
		expect(await problemsOf(map, 'map-mermaid', 'graph TD\n A-->B')).toEqual([
			[1, '', 'Line 1: the text must begin with “journey”, and this is “graph TD”']
		]);
		const text = 'journey\n  title x\n  a: 3: Me\n  section Report\n    a: 7: Me\n    b\n    c: d: 3: Me\n    : 3\n  section\n';
		expect(await problemsOf(map, 'map-mermaid', text)).toEqual([
			[3, '', expect.stringContaining('Line 3: the task “a: 3: Me” stands before the first section')],
			[5, '', 'Line 5: the score of “a” must be a whole number from 0 to 5, and is “7”'],
			[6, '', expect.stringContaining('Line 6: “b” is no task')],
			[7, '', expect.stringContaining('too many colons')],
			[8, '', expect.stringContaining('Line 8')],
			[9, '', 'Line 9: a section needs a name']
		]);
		expect(wrongInText(text)).toMatch(/^Line 3: .+\. Line 5: .+\. Line 8.+ 1 more like these$/);
		expect(wrongInText('journey\n  section Report\n    a: 3: Me\n')).toBeNull();
		expect(await problemsOf(map, 'map-mermaid', '\n%% nothing\n')).toEqual([[0, '', 'The text is empty. It must begin with “journey”']]);
	});

	test('comments, titles and other actors are passed over, and what is lost is named', async () => {
		const text =
			'---\ntitle: x\n---\n%% mine\njourney\n title My day\n section Report\n  a: 5: Me, Tier 1, Cat\n section New\n  b: 0: nobody # note\n';
		expect(await changesOf(map, 'map-mermaid', text)).toEqual([
			'Changes step “a”: Who serves from “nobody” to “tier 1”; Emotion from nothing to “2”',
			'Changes step “b”: Emotion from nothing to “-2”; stage from “Visit” to “New”',
			'Adds stage “New”',
			'Removes stage “Visit”'
		]);
		const checked = await check(map.db, map.mapId, 'map-mermaid', bytesOf(text));
		expect('found' in checked && checked.found.notes?.join(' ')).toContain('The actor “Cat”');
	});

	test('names what it cannot hold', () => {
		const { now } = aMap([
			{ name: 'Report', who: 'Customer', steps: [aStep('a', { channel: 'phone', demand: 5 }), aStep('b', { emotion: 1 })] }
		]);
		expect(lossesOf(now())).toEqual([
			'Channel of one step',
			'Demand of one step',
			'That the emotion of one step is not known: the text gives a score of 3, as for neither good nor bad',
			'Who is there, of one stage'
		]);
	});

	test('is written as Mermaid reads it', () => {
		const { now } = aMap([
			{ name: 'Report: it', who: '', steps: [aStep('Rings; waits', { emotion: -2, servedBy: 'tier 1' }), aStep('Title')] }
		]);
		expect(mermaidOf(now(), 'I want a repair')).toBe(
			'journey\n    title I want a repair\n    section Report#58; it\n      Rings#59; waits: 0: Customer, tier 1\n      #84;itle: 3: Customer\n'
		);
	});
});
