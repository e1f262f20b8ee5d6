import { describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { anAssessment } from '../../../../tests/support/assessments.ts';
import { staged, today } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { people } from '../access/tables.ts';
import { auditLines } from '../audit/tables.ts';
import { answer } from './answering.server.ts';
import { can } from '../access/can.ts';
import { comment, commentsOn, openCommentsIn, resolveComment } from './commenting.server.ts';
import { criterionSeen } from './finding.server.ts';
import { colleaguesNamed, endHandover, handedOverIn, handOver } from './handing-over.server.ts';

const hidden = expect.objectContaining({ status: 404 });

function begun(status: 'draft' | 'submitted' = 'draft') {
	const db = testDatabase();
	const id = anAssessment(db, staged('1.1 1.2'), 'repairs', today, { status, submittedOn: today });
	const asked = { assessmentId: id, criterion: '1.1', personId: 'colleague' };
	return { db, id, asked };
}

describe('handing over', () => {
	test('lets the colleague see and answer that criterion, and nothing else', () => {
		const { db, id, asked } = begun();
		expect(handOver(db, cast.manager, { ...asked, note: 'Please' })).toMatchObject({ ok: true });
		const seen = criterionSeen(db, cast.colleague, id, '1.1');
		expect([can(cast.colleague, 'answer', seen.thing), can(cast.colleague, 'hand over', seen.thing)]).toEqual([true, false]);
		expect(can(cast.colleague, 'answer', seen.assessment.thing)).toBe(false);
		const typed = { criterion: '1.1', rating: 'F', comment: '', version: 1 };
		expect(answer(db, cast.colleague, seen.assessment, typed, today)).toMatchObject({ ok: true });
		expect(() => criterionSeen(db, cast.colleague, id, '1.2')).toThrow(hidden);
	});

	test('ends when it is given back or taken back, and each leaves its audit line', () => {
		const { db, id, asked } = begun();
		handOver(db, cast.manager, { ...asked, note: '' });
		endHandover(db, cast.colleague, asked);
		expect(handedOverIn(db, id)).toEqual([]);
		expect(() => criterionSeen(db, cast.colleague, id, '1.1')).toThrow(hidden);
		handOver(db, cast.manager, { ...asked, note: 'Once more' });
		expect(handedOverIn(db, id)).toMatchObject([{ criterion: '1.1', name: 'Col League', note: 'Once more' }]);
		endHandover(db, cast.manager, asked);
		endHandover(db, cast.manager, asked);
		expect(
			db
				.select({ what: auditLines.what })
				.from(auditLines)
				.where(eq(auditLines.thingId, id))
				.all()
				.map(({ what }) => what)
		).toEqual([
			'handed criterion 1.1 to Col League',
			'gave criterion 1.1 back',
			'handed criterion 1.1 to Col League',
			'took criterion 1.1 back'
		]);
	});

	test('is refused to oneself, to somebody who has left, to nobody, and once submitted', () => {
		const { db, asked } = begun();
		db.update(people).set({ deactivatedAt: 1 }).where(eq(people.id, 'advisor')).run();
		const to = (personId: string) => handOver(db, cast.manager, { ...asked, personId, note: '' });
		expect(to('manager')).toMatchObject({ code: 'self' });
		expect(to('advisor')).toMatchObject({ code: 'unknown-person' });
		expect(to('nobody')).toMatchObject({ code: 'unknown-person' });
		const late = begun('submitted');
		expect(handOver(late.db, cast.manager, { ...late.asked, note: '' })).toMatchObject({ code: 'frozen' });
	});

	test('finds colleagues by part of their name, whatever signs are in it', () => {
		const { db } = begun();
		expect(colleaguesNamed(db, cast.manager, 'leag').map(({ name }) => name)).toEqual(['Col League']);
		expect(colleaguesNamed(db, cast.manager, 'morgan')).toEqual([]);
		expect(colleaguesNamed(db, cast.manager, '%')).toEqual([]);
		expect(colleaguesNamed(db, cast.manager, ' ')).toEqual([]);
	});
});

describe('comments', () => {
	const place = (id: string) => ({ assessmentId: id, criterion: '1.1' });

	test('are open until resolved, and can be opened again', () => {
		const { db, id } = begun();
		const said = comment(db, cast.assessor, place(id), 'Which survey?');
		comment(db, cast.manager, place(id), 'The one of May');
		if (!said.ok) throw new Error(said.text);
		expect(openCommentsIn(db, id)).toEqual(new Map([['1.1', 2]]));
		resolveComment(db, cast.manager, place(id), said.id, true);
		expect(commentsOn(db, place(id))).toMatchObject([
			{ text: 'Which survey?', by: 'Ada Assessor', resolvedBy: 'Morgan Manager' },
			{ text: 'The one of May', resolvedBy: null }
		]);
		resolveComment(db, cast.manager, place(id), said.id, false);
		expect(openCommentsIn(db, id).get('1.1')).toBe(2);
	});

	test('of another criterion are not touched', () => {
		const { db, id } = begun();
		const said = comment(db, cast.assessor, place(id), 'Which survey?');
		if (!said.ok) throw new Error(said.text);
		expect(resolveComment(db, cast.manager, { assessmentId: id, criterion: '1.2' }, said.id, true)).toMatchObject({ code: 'unknown' });
		expect(openCommentsIn(db, id).get('1.1')).toBe(1);
	});
});
