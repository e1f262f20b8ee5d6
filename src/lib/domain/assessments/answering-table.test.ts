import { describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { anAssessment, evidenceFor } from '../../../../tests/support/assessments.ts';
import { queriesOf } from '../../../../tests/support/counting.ts';
import { compliance, rubric, staged, thirtyOne, today } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { readForm } from '#lib/server/parse-form.ts';
import type { Database } from '#lib/server/database.ts';
import { evidence } from '../evidence/tables.ts';
import { agreeTheRest } from '#lib/domain/moderation/agreeing-the-rest.server.ts';
import { agree } from '#lib/domain/moderation/agreeing.server.ts';
import { answer } from './answering.server.ts';
import { answerRows } from './answering-table.server.ts';
import { answerTable, markOf } from './answer-table.server.ts';
import { answersCheck } from './answers-check.server.ts';
import { criterionPage } from './criterion-page.server.ts';
import { assessmentSeen, criterionSeen } from './finding.server.ts';
import { finishModeration } from '#lib/domain/moderation/finishing-moderation.server.ts';
import { handOver } from './handing-over.server.ts';
import { resultPage } from './result-page.server.ts';
import { submit } from '#lib/domain/moderation/submitting.server.ts';
import { answers, assessments } from './tables.ts';
import { tableForm } from './table-form.ts';
import { taskListOf } from './task-list.server.ts';

const model = staged('1.1 1.2 2.1');

const versionOf = (db: Database, id: string) =>
	db.select({ version: assessments.version }).from(assessments).where(eq(assessments.id, id)).get()?.version ?? 0;

function drawn() {
	const db = testDatabase();
	const id = anAssessment(db, model, 'repairs', today, {
		answered: { '1.1': { rating: 'P', comment: 'Begun' }, '1.2': { rating: 'F', toConfirm: true }, '2.1': {} }
	});
	const seen = assessmentSeen(db, cast.manager, id);
	/** The page as it was drawn, with some fields changed. */
	const page = (changed: Record<string, string>) => {
		const form = new FormData();
		for (const row of answerTable(db, cast.manager, seen).groups.flatMap(({ rows }) => rows)) {
			form.set(`version-${row.number}`, String(row.version));
			form.set(`was-${row.number}`, row.was);
			if (row.rating) form.set(`rating-${row.number}`, row.rating);
			form.set(`comment-${row.number}`, row.comment);
		}
		return (also: Record<string, string> = changed) => {
			for (const [name, value] of Object.entries(also)) form.set(name, value);
			const read = readForm(form, tableForm);
			if (!read.ok) throw new Error(read.errors[0]?.text);
			return answerRows(db, cast.manager, seen, read.data.rows, { confirming: read.data.confirming, asYouGo: false, today });
		};
	};
	const other = (criterion: string, rating: string, version: number) =>
		answer(db, cast.colleague, seen, { criterion, rating, comment: 'Theirs', version }, today);
	const stored = () =>
		Object.fromEntries(
			db
				.select()
				.from(answers)
				.where(eq(answers.assessmentId, id))
				.all()
				.map((row) => [row.criterion, row])
		);
	return { db, id, seen, page, other, stored };
}

describe('saving the dense page', () => {
	test('saves the rows that were changed and no others', () => {
		const { page, stored } = drawn();
		expect(page({ 'rating-1.1': 'L', 'comment-2.1': 'Soon' })()).toMatchObject({
			ok: true,
			saved: [{ criterion: '1.1' }, { criterion: '2.1' }],
			clashes: [],
			answered: 1,
			total: 3
		});
		expect(stored()['1.1']).toMatchObject({ rating: 'L', comment: 'Begun', version: 2 });
		expect(stored()['2.1']).toMatchObject({ rating: null, comment: 'Soon' });
		expect(stored()['1.2']).toMatchObject({ toConfirm: true, version: 1 });
	});

	test('a clash on one row keeps the others and shows both texts', () => {
		const { page, other, stored } = drawn();
		const save = page({ 'rating-1.1': 'L', 'rating-2.1': 'P' });
		other('1.1', 'N', 1);
		expect(save()).toMatchObject({
			ok: true,
			saved: [{ criterion: '2.1' }],
			clashes: [
				{
					criterion: '1.1',
					conflict: {
						by: 'Col League',
						version: 2,
						fields: [
							{ name: 'rating', theirs: 'Not achieved', mine: 'Largely achieved' },
							{ name: 'comment', theirs: 'Theirs', mine: 'Begun' }
						]
					}
				}
			]
		});
		expect(stored()['1.1']).toMatchObject({ rating: 'N', comment: 'Theirs' });
		expect(stored()['2.1']).toMatchObject({ rating: 'P' });
	});

	test('a row that somebody else saved and this person did not touch is left alone', () => {
		const { page, other, stored } = drawn();
		const save = page({ 'rating-2.1': 'P' });
		other('1.1', 'N', 1);
		expect(save()).toMatchObject({ saved: [{ criterion: '2.1' }], clashes: [] });
		expect(stored()['1.1']).toMatchObject({ rating: 'N' });
	});

	test('confirms what was carried over only when asked', () => {
		const { page, stored } = drawn();
		expect(page({ 'rating-1.1': 'F', confirm: 'all' })()).toMatchObject({ ok: true, answered: 2 });
		expect(stored()['1.2']).toMatchObject({ toConfirm: false });
		expect(stored()['1.1']).toMatchObject({ rating: 'F' });
	});

	test('names the row that holds an answer it cannot', () => {
		const { page, stored } = drawn();
		expect(page({ 'rating-2.1': 'Z' })()).toMatchObject({ ok: false, field: 'rating-2.1' });
		expect(stored()['2.1']?.rating).toBeNull();
	});

	test('a comment that is too long is refused by its row', () => {
		const form = new FormData();
		form.set('version-1.1', '1');
		form.set('comment-1.1', 'x'.repeat(4001));
		expect(readForm(form, tableForm)).toMatchObject({ ok: false, errors: [{ field: 'comment-1.1' }] });
	});

	test('blanks and line ends of another machine are no change', () => {
		const form = new FormData();
		form.set('version-1.1', '1');
		form.set('comment-1.1', 'One\r\ntwo ');
		const read = readForm(form, tableForm);
		const row = read.ok ? read.data.rows[0] : undefined;
		expect(markOf(row?.rating ?? null, row?.comment ?? '')).toBe(markOf(null, 'One\ntwo'));
	});
});

describe('the pages of an assessment', () => {
	const inFull = (framework: typeof model) => {
		const db = testDatabase();
		const best = framework.kind === 'rubric' ? '5' : framework.kind === 'compliance' ? 'plus' : 'F';
		const answered = Object.fromEntries(framework.criteria.map(({ number }) => [number, { rating: best, comment: `On ${number}` }]));
		const id = anAssessment(db, framework, 'repairs', today, { answered });
		evidenceFor(
			db,
			id,
			framework.criteria.map(({ number }) => number)
		);
		return { db, id, seen: assessmentSeen(db, cast.manager, id), first: framework.criteria[0]?.number ?? '' };
	};
	const reads = (framework: typeof model) => {
		const { db, id, seen, first } = inFull(framework);
		return {
			taskList: queriesOf(db, () => taskListOf(db, cast.manager, seen, today, 'level')),
			criterion: queriesOf(db, () => criterionPage(db, cast.manager, criterionSeen(db, cast.manager, id, first), today)),
			result: queriesOf(db, () => resultPage(db, seen, today)),
			check: queriesOf(db, () => answersCheck(db, seen, today)),
			table: queriesOf(db, () => answerTable(db, cast.manager, seen))
		};
	};

	test('take as many queries for 31 criteria as for three', () => {
		expect(reads(staged(thirtyOne))).toEqual(reads(model));
	});

	test('a save takes as many queries in an assessment of 31 criteria as in one of three', () => {
		const counted = (framework: typeof model) => {
			const { db, seen, first } = inFull(framework);
			let version = 1;
			return queriesOf(db, () => {
				const outcome = answer(db, cast.manager, seen, { criterion: first, rating: version % 2 ? 'N' : 'F', comment: '', version }, today);
				if (outcome.ok) version = outcome.version;
			});
		};
		expect(counted(staged(thirtyOne))).toBe(counted(model));
	});

	test.each([
		['staged', model, 'Gold', 'Gold'],
		['rubric', rubric('1 2 3'), 'Level 5 Renewing', 'Level 5 Renewing'],
		['compliance', compliance('1 2 3'), 'Met', 'Met']
	] as const)('hold for a %s framework', (_kind, framework, headline, word) => {
		const { db, id, seen, first } = inFull(framework);
		const result = resultPage(db, seen, today);
		expect(result).toMatchObject({ headline, answered: framework.criteria.length, ahead: [] });
		expect(result.results[1]).toMatchObject({ basis: 'evidenced', word, shown: true });
		expect(result.results[2]).toMatchObject({ basis: 'agreed', shown: false, explained: null });
		expect(taskListOf(db, cast.manager, seen, today, 'theme')).toMatchObject({ next: null, answered: framework.criteria.length });
		expect(answersCheck(db, seen, today)).toMatchObject({ ready: true, missing: [], toCheck: [] });
		const page = criterionPage(db, cast.manager, criterionSeen(db, cast.manager, id, first), today);
		expect(page.choices.map(({ value }) => value)).toContain(page.answer.rating);
		expect(page.mayAnswer).toBe(true);
	});

	test('a task waits for its colleague, and the next one is one that is not in other hands', () => {
		const { db, seen } = inFull(model);
		db.update(answers).set({ rating: null }).where(eq(answers.assessmentId, seen.id)).run();
		expect(taskListOf(db, cast.manager, seen, today, 'level').next).toBe('1.1');
		handOver(db, cast.manager, { assessmentId: seen.id, criterion: '1.1', personId: 'colleague', note: '' });
		const list = taskListOf(db, cast.manager, seen, today, 'level');
		expect(list.next).toBe('1.2');
		expect(list.bands[0]?.groups[0]?.tasks[0]).toMatchObject({ number: '1.1', state: 'todo', note: { text: 'With Col League' } });
	});

	test('an agreed assessment shows what was agreed, whatever happens to its evidence afterwards', () => {
		const { db, id } = inFull(model);
		submit(db, cast.manager, { id, version: 1 }, today);
		agreeTheRest(db, cast.assessor, { id, version: versionOf(db, id) }, today);
		finishModeration(db, cast.assessor, { id, version: versionOf(db, id) }, today);
		const agreed = agree(db, cast.manager, { id, version: versionOf(db, id) }, today);
		expect(agreed).toMatchObject({ ok: true });
		const before = resultPage(db, assessmentSeen(db, cast.manager, id), today);
		expect(before.headline).toBe('Gold');
		db.update(evidence).set({ effectiveFrom: '2020-01-01', effectiveTo: '2020-12-31' }).run();
		expect(resultPage(db, assessmentSeen(db, cast.manager, id), today)).toEqual(before);
	});
});
