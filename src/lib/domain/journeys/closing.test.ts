import { beforeEach, describe, expect, test } from 'vitest';
import { findings } from '#lib/domain/findings/tables.ts';
import { maps, mapStages, mapSteps } from '#lib/domain/maps/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { abandonReview, finishReview, reopenReview } from './closing.server.ts';
import { journeySeen } from './finding.server.ts';
import { addLesson, changeLesson, lessonsOf, removeLesson } from './learning-lessons.server.ts';
import { lessons } from './tables.ts';

let db: Database;
let id: string;
beforeEach(() => {
	db = testDatabase();
	id = aJourney(db, { team: ['manager'] });
});
const journey = () => journeySeen(db, cast.lead, id);
const today = '2026-11-22';

function ready() {
	db.insert(maps).values({ id: 'map', journeyId: id, kind: 'as-is' }).run();
	db.insert(mapStages).values({ id: 'stage', mapId: 'map', position: 1, name: 'Report' }).run();
	db.insert(mapSteps).values({ mapId: 'map', stageId: 'stage', position: 1, does: 'Rings' }).run();
	db.insert(findings)
		.values({
			what: 'Nobody rings back',
			serviceId: 'repairs',
			source: 'journey',
			sourceId: id,
			journeyId: id,
			foundBy: 'manager',
			foundAt: 0
		})
		.run();
	addLesson(db, cast.manager, id, { step: 'gather', text: 'Listen first' });
}

describe('closing a review', () => {
	test('it cannot be finished with nothing in it, and the refusal says what is missing', () => {
		expect(finishReview(db, cast.manager, journey(), 1, today)).toMatchObject({
			ok: false,
			text: 'This review cannot be finished yet. The as-is map has no step. Nothing is found yet. No lesson is written down'
		});
		expect(journey().state).toBe('open');
	});

	test('it is finished, opened again with a reason, and abandoned with one', () => {
		ready();
		expect(finishReview(db, cast.manager, journey(), 1, today).ok).toBe(true);
		expect(journey()).toMatchObject({ state: 'finished', closedOn: today, version: 2 });
		expect(finishReview(db, cast.manager, journey(), 2, today)).toMatchObject({ code: 'closed' });
		expect(reopenReview(db, cast.manager, journey(), { reason: '', version: 2 })).toMatchObject({ field: 'reason' });
		expect(reopenReview(db, cast.manager, journey(), { reason: 'A survey came in', version: 2 }).ok).toBe(true);
		expect(journey()).toMatchObject({ state: 'open', closedOn: null, closedReason: null });
		expect(abandonReview(db, cast.manager, journey(), { reason: '  ', version: 3 }, today)).toMatchObject({ field: 'reason' });
		expect(abandonReview(db, cast.manager, journey(), { reason: 'The service moves', version: 3 }, today).ok).toBe(true);
		expect(journey()).toMatchObject({ state: 'abandoned', closedReason: 'The service moves' });
	});

	test('a stale closing says how the review stands', () => {
		ready();
		const before = journey();
		finishReview(db, cast.manager, before, 1, today);
		expect(abandonReview(db, cast.lead, before, { reason: 'Why not', version: 1 }, today)).toMatchObject({
			code: 'stale',
			conflict: { fields: [{ theirs: 'Finished', mine: 'Abandoned' }] }
		});
	});
});

describe('lessons learned', () => {
	const lesson = { step: 'gather', text: 'Listen first' } as const;
	const add = () => {
		const added = addLesson(db, cast.manager, id, lesson);
		if (!added.ok) throw new Error(added.text);
		return added.id;
	};

	test('are noted, changed and removed, of a finished review too', () => {
		ready();
		finishReview(db, cast.manager, journey(), 1, today);
		const one = add();
		expect(changeLesson(db, cast.manager, id, { ...lesson, text: 'Listen for two weeks', id: one, version: 1 }).ok).toBe(true);
		expect(changeLesson(db, cast.lead, id, { ...lesson, text: 'Listen for a day', id: one, version: 1 })).toMatchObject({
			code: 'stale',
			conflict: { fields: [{ theirs: 'Listen for two weeks', mine: 'Listen for a day' }] }
		});
		expect(removeLesson(db, cast.manager, id, one).ok).toBe(true);
		expect(lessonsOf(db, id).map(({ text }) => text)).toEqual(['Listen first']);
	});

	test('once taken up by the toolkit they stay', () => {
		const one = add();
		db.update(lessons).set({ takenUpIn: 2 }).run();
		expect(changeLesson(db, cast.manager, id, { ...lesson, text: 'Other', id: one, version: 1 })).toMatchObject({ code: 'taken-up' });
		expect(removeLesson(db, cast.manager, id, one)).toMatchObject({ code: 'taken-up' });
		expect(lessonsOf(db, id)).toHaveLength(1);
	});
});
