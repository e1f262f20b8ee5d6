import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { leader, otherLeader, teamsAtWork } from '../../../../tests/support/scored-contacts.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { staffSeen } from '../paf-sheets/staff-seen.server.ts';
import { addCourse, allCourses, courseById, saveCourse } from './courses.server.ts';
import { standingOf, type Course } from './due.ts';
import { trainingDueOf, trainingFiltersIn, trainingListed, trainingTable } from './listing.server.ts';
import { keepFirstCourses } from './loading.server.ts';
import { readCourses } from './reading.ts';
import { agreeTraining, recordTraining } from './recording.server.ts';

const today = '2026-11-22';
const yearly: Course = { id: 'c', name: 'Systems', required: true, everyMonths: 12 };
const taken = (takenOn: string | null, dueOn: string | null = null) => ({ courseId: 'c', takenOn, dueOn });

describe('what is due', () => {
	test('is a required course at once until taken, then again so many months after', () => {
		expect(standingOf(yearly, [], today)).toMatchObject({ state: 'overdue', dueOn: null, why: 'required, never taken' });
		expect(standingOf(yearly, [taken('2025-11-21')], today)).toMatchObject({ state: 'overdue', dueOn: '2026-11-21' });
		expect(standingOf(yearly, [taken('2025-11-22')], today)).toMatchObject({ state: 'due soon', dueOn: '2026-11-22' });
		expect(standingOf(yearly, [taken('2026-01-22')], today)).toMatchObject({ state: 'later', dueOn: '2027-01-22' });
		expect(standingOf(yearly, [taken('2024-02-01'), taken('2026-10-01')], today)).toMatchObject({
			dueOn: '2027-10-01',
			lastTaken: '2026-10-01'
		});
	});

	test('goes by the day agreed first, and says so', () => {
		expect(standingOf(yearly, [taken('2026-10-01'), taken(null, '2026-11-30')], today)).toMatchObject({
			dueOn: '2026-11-30',
			state: 'due soon'
		});
		expect(standingOf({ ...yearly, required: false }, [taken(null, '2026-11-01')], today)).toMatchObject({ state: 'overdue' });
	});

	test('is nothing for a course that nobody asked for, and nothing more once taken for good', () => {
		expect(standingOf({ ...yearly, required: false }, [], today)).toBeNull();
		expect(standingOf({ ...yearly, everyMonths: null }, [taken('2020-01-01')], today)).toMatchObject({ state: 'taken', dueOn: null });
	});

	test('a month without that day ends on its last', () => {
		expect(standingOf({ ...yearly, everyMonths: 1 }, [taken('2026-10-31')], today)).toMatchObject({ dueOn: '2026-11-30' });
	});
});

describe('on a database', () => {
	let db: ReturnType<typeof testDatabase>;
	let courseId: string;
	beforeEach(() => {
		db = testDatabase();
		teamsAtWork(db, 2, 2);
		const added = addCourse(db, cast.lead, { name: 'Systems', about: '', required: true, everyMonths: 12 });
		if (!added.ok) throw new Error(added.text);
		courseId = added.id;
	});
	const member = () => staffSeen(db, leader, 'first-1');
	const listed = (query = '', person = leader) => trainingListed(db, person, trainingFiltersIn(new URLSearchParams(query)), today);

	test('taking a course fulfils what was agreed about it', () => {
		agreeTraining(db, leader, member(), { courseId, dueOn: '2026-11-30', oneToOneId: null });
		agreeTraining(db, leader, member(), { courseId, dueOn: '2026-12-10', oneToOneId: null });
		expect(trainingDueOf(db, 'first-1', today)).toMatchObject([{ dueOn: '2026-12-10' }]);
		expect(recordTraining(db, leader, member(), { courseId, takenOn: '2026-11-20', note: '' }, today)).toMatchObject({ ok: true });
		expect(trainingDueOf(db, 'first-1', today)).toMatchObject([{ state: 'later', dueOn: '2027-11-20' }]);
	});

	test('is recorded by the leader of the team, not before it happened', () => {
		const record = (person: typeof leader, takenOn: string) => recordTraining(db, person, member(), { courseId, takenOn, note: '' }, today);
		for (const person of [cast.advisor, cast.manager, otherLeader]) expect(record(person, today)).toMatchObject({ code: 'not-leader' });
		expect(record(leader, '2026-11-23')).toMatchObject({ code: 'future', field: 'takenOn' });
		expect(recordTraining(db, leader, member(), { courseId: 'none', takenOn: today, note: '' }, today)).toMatchObject({
			field: 'courseId'
		});
	});

	test('is listed for those whose people they are, narrowed and sorted', () => {
		recordTraining(db, leader, member(), { courseId, takenOn: '2026-11-20', note: '' }, today);
		expect(listed().map(({ name }) => name)).toEqual(['first advisor 2']);
		expect(listed('state=all&sort=name').map(({ name, state }) => [name, state])).toEqual([
			['Avi Advisor', 'later'],
			['first advisor 2', 'overdue']
		]);
		expect(listed('', cast.manager).length).toBe(3);
		expect(listed('team=second', cast.manager).length).toBe(2);
		for (const person of [cast.lead, cast.advisor, cast.assessor, cast.viewer]) expect(listed('state=all', person)).toEqual([]);
		expect([...trainingTable(listed()).rows]).toHaveLength(1);
	});

	test('a course has a name of its own, and one given no longer is asked of nobody', () => {
		expect(addCourse(db, cast.lead, { name: 'SYSTEMS', about: '', required: false, everyMonths: null })).toMatchObject({
			code: 'twice',
			field: 'name'
		});
		const details = { name: 'Systems', about: '', required: true, everyMonths: 12, retired: true, version: 1 };
		expect(saveCourse(db, cast.lead, courseById(db, courseId), details, today)).toMatchObject({ ok: true });
		expect(listed('state=all')).toEqual([]);
		expect(allCourses(db)).toMatchObject([{ retiredOn: today }]);
		expect(saveCourse(db, cast.lead, courseById(db, courseId), { ...details, retired: false }, today)).toMatchObject({ code: 'stale' });
	});

	test('the courses that come with the program are kept where there are none, and never twice', () => {
		expect(keepFirstCourses(db)).toMatchObject({ ok: true, added: 0 });
		const empty = testDatabase();
		expect(keepFirstCourses(empty)).toMatchObject({ ok: true, added: 12 });
		expect(keepFirstCourses(empty)).toMatchObject({ ok: true, added: 0 });
		expect(allCourses(empty).every(({ required }) => required)).toBe(true);
	});
});

test('a file of courses is refused by line and field', () => {
	const text = readFileSync('seed/training.yaml', 'utf8');
	expect(readCourses(text)).toMatchObject({ ok: true });
	const line = text.split('\n').findIndex((one) => one.includes('everyMonths: 24')) + 1;
	const wrong = readCourses(text.replace('everyMonths: 24', 'everyMonths: often'));
	expect(wrong).toMatchObject({ ok: false, problems: [{ line, field: 'courses → 0 → everyMonths' }] });
	expect(readCourses('')).toMatchObject({ ok: false, problems: [{ line: 1, text: 'The file is empty' }] });
});
