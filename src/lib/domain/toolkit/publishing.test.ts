import { beforeEach, describe, expect, test } from 'vitest';
import { lessonOf } from '#lib/domain/journeys/learning-lessons.server.ts';
import { startJourney } from '#lib/domain/journeys/starting.server.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { lessons } from '#lib/domain/journeys/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { toolkitChanges } from './comparing.ts';
import { parts, type Guidance, type Part } from './document.ts';
import { latestNumber, toolkitOf, toolkitVersions } from './finding.server.ts';
import { keepFirstToolkit } from './loading.server.ts';
import { lessonsWaiting, publishToolkit } from './publishing.server.ts';

let db: Database;
let journey: string;
beforeEach(() => {
	db = testDatabase();
	keepFirstToolkit(db);
	journey = aJourney(db);
	db.insert(lessons)
		.values([
			{ id: 'listen', journeyId: journey, step: 'gather', text: 'Next time, listen for two weeks', notedBy: 'manager', notedAt: 2 },
			{ id: 'sponsor', journeyId: journey, step: 'scope', text: 'Next time, see the sponsor first', notedBy: 'manager', notedAt: 3 }
		])
		.run();
});

const textOf = (guidance: Guidance) => Object.fromEntries(parts.map((part) => [part, guidance[part]])) as Record<Part, string[]>;
const gather = (number = 1) => textOf(toolkitOf(db, number)!.toolkit.steps[1]!);
const longer = () => ({ ...gather(), do: ['Listen for two weeks', ...gather().do.slice(1)] });
const publish = (change = {}) =>
	publishToolkit(db, cast.lead, {
		lessons: ['listen'],
		steps: { gather: longer() },
		why: 'Half a day was too short',
		version: 1,
		...change
	});

describe('the next version of the toolkit', () => {
	test('is made from lessons; the version before stays as it was, and the lessons stand in it', () => {
		const before = JSON.stringify(toolkitOf(db, 1));
		expect(lessonsWaiting(db).map(({ id }) => id)).toEqual(['sponsor', 'listen']);
		expect(publish()).toEqual({ ok: true, number: 2 });
		expect(JSON.stringify(toolkitOf(db, 1))).toBe(before);
		expect(toolkitOf(db, 2)).toMatchObject({ why: 'Half a day was too short', by: cast.lead.name });
		expect(toolkitChanges(toolkitOf(db, 1)!.toolkit, toolkitOf(db, 2)!.toolkit)).toEqual([
			{ step: 'gather', part: 'do', gone: [gather(1).do[0]], added: ['Listen for two weeks'] }
		]);
		expect(lessonOf(db, journey, 'listen')?.takenUpIn).toBe(2);
		expect(lessonsWaiting(db).map(({ id }) => id)).toEqual(['sponsor']);
		expect(toolkitVersions(db).map(({ number }) => number)).toEqual([2, 1]);
	});

	test('holds reviews that begin with it, and no older one', () => {
		const details = { words: 'I want', name: 'Wanting', customer: 'external', lifeEvent: '', aim: '', serviceId: 'repairs' } as const;
		const start = () => {
			const outcome = startJourney(db, cast.manager, { ...details, startOn: '2026-11-01', endOn: '2026-12-01' });
			if (!outcome.ok) throw new Error(outcome.text);
			return outcome.id;
		};
		const earlier = start();
		publish();
		expect([earlier, start()].map((id) => journeySeen(db, cast.lead, id).toolkitNumber)).toEqual([1, 2]);
	});

	test('changes no other step than those its lessons name', () => {
		const scope = { ...textOf(toolkitOf(db, 1)!.toolkit.steps[0]!), do: ['Something else'] };
		expect(publish({ steps: { gather: longer(), scope } }).ok).toBe(true);
		expect(toolkitOf(db, 2)?.toolkit.steps[0]).toEqual(toolkitOf(db, 1)?.toolkit.steps[0]);
	});

	test.each([
		['no lesson', { lessons: [] }, { field: 'lesson' }],
		['a lesson there is not', { lessons: ['listen', 'nonsense'] }, { field: 'lesson' }],
		['a text that says what it said before', { steps: {} }, { code: 'unchanged', field: 'gather.do' }],
		['a part without a line', { steps: { gather: { do: [] } } }, { code: 'empty', field: 'gather.do' }]
	])('is refused for %s, and nothing is published', (_name, change, refusal) => {
		expect(publish(change)).toMatchObject({ ok: false, ...refusal });
		expect(latestNumber(db)).toBe(1);
		expect(lessonOf(db, journey, 'listen')?.takenUpIn).toBeNull();
	});

	test('a lesson is taken up once; who looked at an older version sees both texts', () => {
		publish();
		expect(publish({ version: 2 })).toMatchObject({ ok: false, code: 'taken-up' });
		const scope = { ...textOf(toolkitOf(db, 1)!.toolkit.steps[0]!), do: ['See the sponsor first'] };
		expect(publish({ lessons: ['sponsor'], steps: { scope }, version: 1 })).toMatchObject({
			code: 'stale',
			conflict: { by: cast.lead.name, version: 2, fields: [{ name: 'scope.do', mine: 'See the sponsor first' }] }
		});
		expect(publish({ lessons: ['sponsor'], steps: { scope }, version: 2 })).toEqual({ ok: true, number: 3 });
	});
});
