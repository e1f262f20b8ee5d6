import { expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { write } from '#lib/server/database.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import type { Scorecard } from './card.ts';
import { completeForm, formOf, publishedCards, saveFormAnswers, startForm } from './forms.server.ts';
import { formAnswers, scorecardVersions, scoredForms } from './tables.ts';

const card: Scorecard = {
	id: 'desk',
	name: 'At the desk',
	version: '1.0',
	use: 'PAF',
	channel: 'face to face',
	about: 'About',
	source: 'Own',
	passMark: 70,
	bands: [{ id: 'all', name: 'all', from: 0 }],
	sections: [
		{
			id: 'A',
			name: 'Welcome',
			weight: 1,
			questions: [
				{ id: 'A1', text: 'Greets', weight: 1, type: 'yes-no', scored: 'quality' },
				{ id: 'A2', text: 'Says sorry', weight: 1, type: 'yes-no', scored: 'quality', onlyIf: { question: 'A1', is: ['no'] } },
				{ id: 'A3', text: 'Identity', weight: 1, type: 'yes-no', scored: 'quality', critical: true }
			]
		}
	]
};

function began() {
	const db = testDatabase();
	const { id } = db
		.insert(scorecardVersions)
		.values({
			scorecard: 'desk',
			number: '1.0',
			name: card.name,
			use: 'PAF',
			channel: 'face to face',
			state: 'published',
			document: card,
			sha256: 'x',
			publishedAt: 1
		})
		.returning({ id: scorecardVersions.id })
		.get();
	const form = write(db, (tx) => startForm(tx, cast.assessor, id));
	const save = (given: Parameters<typeof saveFormAnswers>[3], version: number, who = cast.assessor) =>
		write(db, (tx) => saveFormAnswers(tx, who, form, given, version));
	return { db, form, save, complete: () => write(db, (tx) => completeForm(tx, cast.assessor, form)) };
}

test('answers come a few at a time; what is not given, and a note that is not sent, stay', () => {
	const { db, form, save } = began();
	expect(save({ A1: { value: 'yes', note: 'By name' } }, 1)).toEqual({ ok: true, version: 2 });
	expect(save({ A3: { value: 'yes' }, A1: { value: 'no' } }, 2)).toEqual({ ok: true, version: 3 });
	expect(formOf(db, form)?.answers.A1).toEqual({ value: 'no', notApplicable: false, note: 'By name' });
	expect(formOf(db, form)?.score.unanswered).toEqual(['A2']);
});

test('a stale save is refused with both answers', () => {
	const { save } = began();
	save({ A1: { value: 'yes' } }, 1);
	expect(save({ A1: { value: 'no' } }, 1, cast.manager)).toMatchObject({
		ok: false,
		code: 'stale',
		conflict: { by: 'Ada Assessor', version: 2, fields: [{ name: 'q-A1', label: 'A1 Greets', theirs: 'yes', mine: 'no' }] }
	});
});

test('an incomplete form is refused with what waits; complete, it keeps its scores and the worth of each answer, and changes no more', () => {
	const { db, form, save, complete } = began();
	save({ A1: { value: 'yes' }, A2: { value: 'no' } }, 1);
	expect(complete()).toMatchObject({ ok: false, code: 'incomplete', text: 'Answer A3', field: 'q-A3' });
	save({ A3: { value: 'no' } }, 2);
	expect(complete()).toMatchObject({ ok: true, score: { failed: ['A3'] } });
	expect(db.select().from(scoredForms).where(eq(scoredForms.id, form)).get()).toMatchObject({
		quality: 0,
		qualityBefore: 5000,
		access: null,
		failed: ['A3']
	});
	const worths = db
		.select({ question: formAnswers.question, worth: formAnswers.worth })
		.from(formAnswers)
		.orderBy(formAnswers.question)
		.all();
	expect(worths).toEqual([
		{ question: 'A1', worth: 1 },
		{ question: 'A2', worth: null },
		{ question: 'A3', worth: 0 }
	]);
	expect(complete()).toMatchObject({ ok: false, code: 'complete' });
	expect(save({ A3: { value: 'yes' } }, 4)).toMatchObject({ ok: false, code: 'complete' });
});

test('an answer outside its scale changes nothing and names its question', () => {
	const { db, form, save } = began();
	expect(save({ A1: { value: 'yes' }, A3: { value: 'perhaps' } }, 1)).toMatchObject({ ok: false, code: 'outside-scale', field: 'q-A3' });
	expect(formOf(db, form)?.answers).toEqual({});
});

test('published scorecards of a use and channel', () => {
	const { db } = began();
	expect(publishedCards(db, 'PAF', 'face to face').map(({ name }) => name)).toEqual(['At the desk']);
	expect(publishedCards(db, 'mystery shopping')).toEqual([]);
});
