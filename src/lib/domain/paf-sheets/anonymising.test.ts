import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { aScore, leader, teamsAtWork } from '../../../../tests/support/scored-contacts.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { heldAbout } from '../../exchange/held-about.server.ts';
import { addObjective, objectiveSeen, saveObjective } from '../one-to-ones/objectives.server.ts';
import { startOneToOne } from '../one-to-ones/starting.server.ts';
import { oneToOnes } from '../one-to-ones/tables.ts';
import { staff } from '../organisation/tables.ts';
import { compareSums } from '../paf/rebuilding-sums.server.ts';
import { changePafSettings } from '../paf/settings.server.ts';
import { appeals, interactions, pafAssessments, pafSettings } from '../paf/tables.ts';
import { monthlySheets } from './tables.ts';
import { summaryOf } from '../paf-summaries/summary-reading.server.ts';
import { addCourse } from '../training/courses.server.ts';
import { recordTraining } from '../training/recording.server.ts';
import { trainingRecords } from '../training/tables.ts';
import { anonymiseOld, firstKeptMonth } from './anonymising.server.ts';
import { saveSheet } from './sheet-saving.server.ts';
import { monthsWithSheets } from './sheet-reading.server.ts';
import { staffSeen } from './staff-seen.server.ts';

const today = '2026-11-22';
const now = Date.parse(`${today}T12:00:00Z`);
let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
	db = testDatabase();
	teamsAtWork(db);
});
const member = () => staffSeen(db, leader, 'first-1');
/** Every row of every table as text: what a hand in the file could read. The trail tells who did what, and is kept for ever. */
const everything = () =>
	db.$client
		.prepare<[], string>(`select name from sqlite_master where type = 'table' and name <> 'audit_line'`)
		.pluck()
		.all()
		.map((table) => JSON.stringify(db.$client.prepare(`select * from "${table}"`).all()))
		.join('\n');
const talk = (heldOn: string) => startOneToOne(db, leader, member(), { month: heldOn.slice(0, 7), heldOn }, today);

test('24 months are kept, or as many as the council says', () => {
	expect(firstKeptMonth(today, 24)).toBe('2024-11');
	aScore(db, { staffId: 'first-1', quality: 80, month: '2026-01' });
	expect(anonymiseOld(db, now)).toBe(0);
	changePafSettings(db, cast.lead, { appealDays: 10, chosenCount: false, retentionMonths: 9, version: 1, understood: true });
	expect(db.select().from(pafSettings).get()?.retentionMonths).toBe(9);
	expect(anonymiseOld(db, now)).toBe(1);
	expect(monthsWithSheets(db, 'first-1')).toEqual([]);
});

test('scores and sums stay, and no word or reference tells of the person', () => {
	for (let at = 1; at <= 5; at++)
		for (const quality of [70, 90]) aScore(db, { staffId: `first-${at}`, quality, month: '2024-10', note: `words about first-${at}` });
	const disputed = aScore(db, {
		staffId: 'first-1',
		quality: 40,
		month: '2024-10',
		state: 'rejected',
		selection: 'chosen',
		why: 'words of a reason'
	});
	const decided = { outcome: 'rejected' as const, reasons: 'words of a decision', decidedAt: 2, decidedBy: 'manager' };
	db.insert(appeals)
		.values({ assessmentId: disputed, why: 'words of an appeal', appealedAt: 1, appealedBy: 'advisor', ...decided })
		.run();
	const typed = { escalations: 1, errors: null, compliments: null, complaints: null, note: 'words of a sheet', statistics: [], version: 0 };
	saveSheet(db, leader, member(), '2024-10', typed, today);
	aScore(db, { staffId: 'first-1', quality: 55, month: '2026-10', note: 'still kept' });
	const scores = () => db.$client.prepare('select quality, access from scored_form order by id').all();
	const before = scores();
	const sums = summaryOf(db, { of: 'team', id: 'first' }, '2024-11-01');

	expect(anonymiseOld(db, now)).toBe(5);

	const text = everything();
	expect(text).not.toContain('words about');
	expect(text).not.toContain('words of a');
	expect(text).toContain('still kept');
	expect(scores()).toEqual(before);
	expect(summaryOf(db, { of: 'team', id: 'first' }, '2024-11-01')).toEqual(sums);
	for (const { missing, tooMuch } of compareSums(db)) expect([missing, tooMuch]).toEqual([0, 0]);
	expect(monthsWithSheets(db, 'first-1')).toEqual(['2026-10']);
	expect(db.select().from(monthlySheets).all()).toMatchObject([{ escalations: 1, note: '' }]);
	const old = db.select().from(pafAssessments).where(eq(pafAssessments.month, '2024-10')).all();
	expect(new Set(old.map(({ staffId }) => staffId)).size).toBe(5);
	expect(old.some(({ staffId }) => staffId.startsWith('first-'))).toBe(false);
	const held = [...heldAbout(db, 'advisor')].join('');
	expect(held).toContain('still kept');
	expect(held).not.toContain('2024-10');
	expect(anonymiseOld(db, now + 86_400_000)).toBe(0);
});

test('two months of one person become two strangers, and what was not scored goes', () => {
	aScore(db, { staffId: 'first-1', quality: 80, month: '2024-09' });
	aScore(db, { staffId: 'first-1', quality: 80, month: '2024-10' });
	const place = { teamId: 'first', serviceId: 'repairs', channel: 'phone' as const, month: '2024-10', at: 0, source: 'file' as const };
	db.insert(interactions)
		.values({ ...place, reference: 'never scored', staffId: 'first-1' })
		.run();
	expect(anonymiseOld(db, now)).toBe(2);
	expect(
		new Set(
			db
				.select()
				.from(pafAssessments)
				.all()
				.map(({ staffId }) => staffId)
		).size
	).toBe(2);
	expect(
		db
			.select()
			.from(interactions)
			.all()
			.map(({ reference }) => reference)
			.every((one) => one.startsWith('anonymous-'))
	).toBe(true);
	expect(db.select().from(interactions).all().length).toBe(2);
});

test('old one-to-ones, closed objectives and training taken again go; what is still needed stays', () => {
	const [old, recent] = [talk('2024-10-20'), talk('2026-10-20')];
	if (!old.ok || !recent.ok) throw new Error('not started');
	const objective = { measure: '', dueOn: null, oneToOneId: old.id };
	const closing = addObjective(db, leader, member(), { text: 'Closed long ago', ...objective });
	addObjective(db, leader, member(), { text: 'Still open', ...objective });
	if (!closing.ok) throw new Error(closing.text);
	const closed = { text: 'Closed long ago', measure: '', dueOn: null, state: 'met' as const, outcome: 'Done', version: 1 };
	saveObjective(db, leader, objectiveSeen(db, leader, closing.id), closed, '2024-10-30');
	const course = addCourse(db, cast.lead, { name: 'Keeping safe', about: '', required: true, everyMonths: 12 });
	if (!course.ok) throw new Error(course.text);
	for (const takenOn of ['2022-01-10', '2023-01-10'])
		recordTraining(db, leader, member(), { courseId: course.id, takenOn, note: '' }, today);
	anonymiseOld(db, now);
	expect(
		db
			.select()
			.from(oneToOnes)
			.all()
			.map(({ id }) => id)
	).toEqual([recent.id]);
	expect(everything()).toContain('Still open');
	expect(everything()).not.toContain('Closed long ago');
	expect(
		db
			.select()
			.from(trainingRecords)
			.all()
			.map(({ takenOn }) => takenOn)
	).toEqual(['2023-01-10']);
});

test('whoever left before the time that is kept has no name afterwards; who left since keeps theirs', () => {
	const leave = (id: string, leftOn: string) => db.update(staff).set({ leftOn }).where(eq(staff.id, id)).run();
	leave('first-2', '2024-10-31');
	leave('first-3', '2024-11-01');
	aScore(db, { staffId: 'first-2', quality: 80, month: '2024-10' });
	anonymiseOld(db, now);
	const row = (id: string) => db.select().from(staff).where(eq(staff.id, id)).get();
	expect(row('first-2')).toMatchObject({ name: 'Made anonymous', personId: null, jobTitle: '' });
	expect(row('first-3')).toMatchObject({ name: 'first advisor 3' });
});

test('a released score is never given to anybody else, nor its words changed, by whatever code', () => {
	const id = aScore(db, { staffId: 'first-1', quality: 80 });
	const change = (set: Partial<typeof pafAssessments.$inferInsert>) => () =>
		db.update(pafAssessments).set(set).where(eq(pafAssessments.id, id)).run();
	expect(change({ staffId: 'first-2' })).toThrow('final record');
	expect(change({ sharedNote: 'other words' })).toThrow('final record');
	expect(change({ state: 'acknowledged' })).not.toThrow();
});
