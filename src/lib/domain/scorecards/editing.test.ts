import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { questionsOf } from './asked.ts';
import type { GivenAnswers, Question, Scorecard } from './card.ts';
import { withQuestion } from './changing-questions.ts';
import { copyCard } from './copying.server.ts';
import { draftParts, partShown, withPart } from './draft-parts.ts';
import { newPlace, placeOf } from './draft-places.ts';
import { questionForm, questionShown } from './draft-questions.ts';
import { removeQuestion, savePart, saveQuestion } from './editing.server.ts';
import { explain } from './explaining.ts';
import { publishedCards } from './forms.server.ts';
import { loadOfferedScorecards } from './offering.server.ts';
import { placeOfProblem } from './problem-places.ts';
import { publish } from './publishing.server.ts';
import { readable } from './readable.ts';
import { checkScorecard, readScorecard } from './reading.ts';
import { scoreOf } from './scoring.ts';
import { cardById, draftToEdit } from './seeing.server.ts';
import { startCard } from './starting.server.ts';

const { lead, administrator } = cast;

const shipped = readdirSync('seed/scorecards').map((file) => {
	const read = readScorecard(readFileSync(`seed/scorecards/${file}`, 'utf8'), file);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return [read.card.id, read.card] as const;
});

function drafted() {
	const db = testDatabase();
	loadOfferedScorecards(db, lead);
	const copied = copyCard(db, lead, publishedCards(db, 'PAF', 'phone')[0]?.id ?? '', '1.1');
	if (!copied.ok) throw new Error(copied.text);
	const { id } = copied;
	const card = () => draftToEdit(db, id).document;
	const shown = (question: string) => questionShown(card(), placeOf(card(), question)!);
	const problems = () => {
		const checked = checkScorecard(card());
		return checked.ok ? [] : checked.problems.map(({ path, text }) => [placeOfProblem(card(), path), text]);
	};
	return { db, id, card, shown, problems };
}
const questionIn = (card: Scorecard, id: string) => questionsOf(card).find((question) => question.id === id);
const order = (card: Scorecard) => card.sections.map(({ questions }) => questions.map(({ id }) => id).join(' '));

test.each(shipped)('%s: saving what stands changes nothing, part by part and question by question', (_id, card) => {
	for (const part of draftParts) expect(withPart(card, part, partShown(card, part))).toEqual({ document: card, faults: [] });
	for (const { id } of questionsOf(card)) {
		const place = placeOf(card, id)!;
		const { document, faults } = withQuestion(card, place, questionShown(card, place));
		expect(faults).toEqual([]);
		expect(JSON.stringify(document)).toBe(JSON.stringify(card));
	}
	expect(readable(card)).toEqual(card);
});

test('a question is added, changed, moved to another section and taken out, each with its audit line', () => {
	const { db, id, card, shown } = drafted();
	const [first, , b] = card().sections;
	const before = order(card());
	const place = newPlace(card(), 'B')!;
	const fresh = questionShown(card(), place);
	expect(fresh).toMatchObject({ type: 'yes-no', weight: '1', place: `B/${b?.questions.at(-1)?.id}` });
	expect(
		saveQuestion(db, lead, id, 1, null, {
			...fresh,
			text: ' Was  it\r\nkind? ',
			type: 'choice',
			'choice-0': 'Yes, very',
			'choice-worth-0': '1'
		})
	).toMatchObject({ ok: true });
	const added = questionIn(card(), fresh.id ?? '');
	expect(added).toEqual({
		id: fresh.id,
		text: 'Was  it\nkind?',
		weight: 1,
		type: 'choice',
		scored: 'quality',
		choices: [{ id: 'yes-very', name: 'Yes, very', worth: 1 }]
	});
	const rows = { 'choice-1': 'A little', 'choice-worth-1': '0.5', 'choice-place-1': '1', 'choice-2': 'No', 'choice-worth-2': '0' };
	saveQuestion(db, lead, id, 2, fresh.id ?? '', { ...shown(fresh.id ?? ''), ...rows, place: 'X/' });
	expect(questionIn(card(), fresh.id ?? '')?.choices?.map((choice) => choice.id)).toEqual(['a-little', 'yes-very', 'no']);
	expect(order(card())).toEqual([`${fresh.id} ${before[0]}`, ...before.slice(1)]);
	expect(removeQuestion(db, lead, id, 3, first?.questions[0]?.id ?? '')).toMatchObject({ ok: true });
	expect(order(card())[0]).toBe([fresh.id, ...(before[0] ?? '').split(' ').slice(1)].join(' '));
	const lines = db.select().from(auditLines).all().slice(-3);
	expect(lines.map(({ what }) => what.replace(/^.*: /, ''))).toEqual([
		`new question ${fresh.id}`,
		`question ${fresh.id}`,
		`removed question ${first?.questions[0]?.id}`
	]);
	expect(Object.keys(lines[1]?.change ?? {}).sort()).toEqual(['order', `question ${fresh.id}`]);
	expect(lines[2]?.change).toHaveProperty([`question ${first?.questions[0]?.id}`, 'to'], null);
});

test('a condition follows a question that is renamed, and is reported when that one is taken out', () => {
	const { db, id, card, shown, problems } = drafted();
	const waits = placeOf(card(), 'B2')!;
	const typed = { ...questionShown(card(), waits), 'only-if': 'B1' };
	expect(
		questionForm(card(), waits, typed)
			.groups.flatMap(({ fields }) => fields)
			.find(({ name }) => name === 'only-is[]')?.options
	).toEqual([
		{ value: 'yes', label: 'Yes' },
		{ value: 'no', label: 'No' }
	]);
	saveQuestion(db, lead, id, 1, 'B2', typed);
	expect(problems()).toEqual([['questions/B2#only-is[]', 'The list of answers is empty']]);
	saveQuestion(db, lead, id, 2, 'B2', { ...shown('B2'), 'only-is[]': '\nyes\nnever' });
	expect(questionIn(card(), 'B2')?.onlyIf).toEqual({ question: 'B1', is: ['yes'] });
	saveQuestion(db, lead, id, 3, 'B1', { ...shown('B1'), id: 'B0' });
	expect(questionIn(card(), 'B2')?.onlyIf?.question).toBe('B0');
	expect(problems()).toEqual([]);
	removeQuestion(db, lead, id, 4, 'B0');
	expect(problems()).toEqual([['questions/B2#only-if', 'There is no question B0. Name an earlier question']]);
	expect(publish(db, lead, id, 5)).toMatchObject({ ok: false, code: 'unfinished' });
	saveQuestion(db, lead, id, 5, 'B2', { ...shown('B2'), 'only-if': '' });
	expect(questionIn(card(), 'B2')).not.toHaveProperty('onlyIf');
	expect(publish(db, lead, id, 6)).toMatchObject({ ok: true });
	expect(saveQuestion(db, lead, id, 7, 'B2', {})).toMatchObject({ ok: false, code: 'not-a-draft' });
	expect(savePart(db, lead, id, 7, 'about', {})).toMatchObject({ ok: false, code: 'not-a-draft' });
});

test('a question keeps only what its kind of answer has; bands stand in order, the one without an end last', () => {
	const { db, id, card, shown } = drafted();
	saveQuestion(db, lead, id, 1, 'B1', {
		...shown('B1'),
		type: 'number',
		unit: 'rings',
		'band-to-0': '',
		'band-worth-0': '0',
		'band-to-1': '5',
		'band-worth-1': '0.5',
		'band-to-2': '3',
		'band-worth-2': '1'
	});
	expect(questionIn(card(), 'B1')).toMatchObject({
		type: 'number',
		unit: 'rings',
		critical: true,
		bands: [{ upTo: 3, worth: 1 }, { upTo: 5, worth: 0.5 }, { worth: 0 }]
	});
	saveQuestion(db, lead, id, 2, 'B1', { ...shown('B1'), type: 'text' });
	expect(questionIn(card(), 'B1')).toMatchObject({ type: 'text', weight: 0 });
	for (const field of ['bands', 'unit', 'critical']) expect(questionIn(card(), 'B1')).not.toHaveProperty(field);
});

test.each([
	[{ id: 'A1' }, 'id', /used by another/],
	[{ id: 'a1' }, 'id', /used by another/],
	[{ id: '' }, 'id', /such as A2/],
	[{ id: '1 b' }, 'id', /such as A2/],
	[{ weight: 'much' }, 'weight', /must be a number/],
	[{ type: 'colour' }, 'type', /from the list/],
	[{ type: 'choice', 'choice-0': 'Met', 'choice-worth-0': 'all' }, 'choice-worth-0', /must be a number/]
])('%j cannot be kept, and the sentence stands at its field', (wrong, field, text) => {
	const { db, id, shown, card } = drafted();
	const stands = card();
	expect(saveQuestion(db, lead, id, 1, 'B1', { ...shown('B1'), ...wrong } as Record<string, string>)).toMatchObject({
		ok: false,
		field,
		text: expect.stringMatching(text)
	});
	expect(card()).toEqual(stands);
});

test('sections are added, moved, renamed and taken out with their questions; bands are put in order', () => {
	const { db, id, card, problems } = drafted();
	const sections = card().sections;
	const last = sections.length;
	const shown = partShown(card(), 'sections');
	savePart(db, lead, id, 1, 'sections', {
		...shown,
		'place-1': '1',
		'remove-2': 'yes',
		[`name-${last}`]: 'Closing',
		[`weight-${last}`]: '5'
	});
	const letters = sections.map((section) => section.id);
	expect(
		card()
			.sections.map((section) => section.id)
			.slice(0, 2)
	).toEqual([letters[1], letters[0]]);
	expect(card().sections.map(({ name }) => name)).not.toContain(sections[2]?.name);
	expect(card().sections.at(-1)).toEqual({ id: 'E', name: 'Closing', weight: 5, questions: [] });
	expect(problems()).toContainEqual(['sections/E/new-question', 'The list of questions is empty']);
	expect(savePart(db, lead, id, 2, 'sections', { ...partShown(card(), 'sections'), 'id-0': letters[0] ?? '' })).toMatchObject({
		ok: false,
		code: 'unreadable'
	});
	const bands = card().bands.length;
	savePart(db, lead, id, 2, 'bands', { ...partShown(card(), 'bands'), [`name-${bands}`]: 'Nearly', [`from-${bands}`]: '60' });
	expect(card().bands.map(({ from }) => from)).toEqual([...card().bands.map(({ from }) => from)].sort((a, b) => a - b));
	expect(card().bands.find(({ name }) => name === 'Nearly')).toEqual({ id: 'nearly', name: 'Nearly', from: 60 });
});

test('the name and number of a draft are those of its list; a number that is taken is refused', () => {
	const { db, id } = drafted();
	const typed = { ...partShown(draftToEdit(db, id).document, 'about'), name: 'Calls', number: '2.0', passMark: '' };
	expect(savePart(db, lead, id, 1, 'about', { ...typed, number: '1.0' })).toMatchObject({
		ok: false,
		code: 'number-taken',
		field: 'number'
	});
	expect(savePart(db, lead, id, 1, 'about', typed)).toMatchObject({ ok: true });
	expect(cardById(db, id)).toMatchObject({ name: 'Calls', number: '2.0', version: 2 });
	expect(readable(draftToEdit(db, id).document).passMark).toBe(0);
});

test('a stale save shows both texts and changes nothing', () => {
	const { db, id, shown, card } = drafted();
	const mine = shown('B1');
	saveQuestion(db, lead, id, 1, 'B1', { ...mine, guidance: 'Hers', good: mine.good?.replaceAll('\n', '\r\n') ?? '' });
	expect(saveQuestion(db, administrator, id, 1, 'B1', { ...mine, guidance: 'His' })).toMatchObject({
		ok: false,
		code: 'stale',
		conflict: { by: lead.name, version: 2, fields: [{ name: 'guidance', label: 'How to judge it', theirs: 'Hers', mine: 'His' }] }
	});
	expect(questionIn(card(), 'B1')?.guidance).toBe('Hers');
});

const anyText = fc.oneof(
	fc.constant(''),
	fc.constantFrom('yes-no', 'choice', 'number', 'text', 'B1', 'A/', '1', '-4', '1e9', '0.123456789', 'NaN'),
	fc.string()
);
const anyAnswer = fc.constantFrom('yes', 'no', 'met', '3', '');

test('whatever is typed into a question, the draft can be shown, tried and explained, and scores 0 to 100', () => {
	const card = shipped.find(([id]) => id === 'paf-telephone')![1];
	const place = placeOf(card, 'B2')!;
	const names = [
		'text',
		'type',
		'weight',
		'scored',
		'unit',
		'only-if',
		'only-is[]',
		'place',
		'choice-0',
		'choice-worth-0',
		'choice-1',
		'choice-worth-1',
		'band-to-0',
		'band-worth-0',
		'band-to-1',
		'band-worth-1'
	];
	const typing = fc.dictionary(fc.constantFrom(...names), anyText);
	fc.assert(
		fc.property(typing, fc.dictionary(fc.constantFrom(...questionsOf(card).map(({ id }) => id)), anyAnswer), (typed, values) => {
			const { document, faults } = withQuestion(card, place, { ...questionShown(card, place), ...typed });
			const shown = readable(faults.length ? card : document);
			expect(new Set(questionsOf(shown).map(({ id }: Question) => id)).size).toBe(questionsOf(card).length);
			const answers: GivenAnswers = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }]));
			for (const part of [scoreOf(shown, answers).quality, scoreOf(shown, answers).access])
				if (part) expect(part.beforeCritical >= 0 && part.beforeCritical <= 100).toBe(true);
			expect(explain(shown, answers).critical).not.toBe('');
		}),
		{ numRuns: 300 }
	);
});

test('a scorecard is started empty, written part by part and published; a second of its name gets an id of its own', () => {
	const db = testDatabase();
	const start = () => {
		const started = startCard(db, lead, { name: 'Messages', use: 'PAF', channel: 'SMS' });
		if (!started.ok) throw new Error(started.text);
		return started.id;
	};
	const [id, second] = [start(), start()];
	expect([id, second].map((one) => cardById(db, one)?.scorecard)).toEqual(['messages', 'messages-2']);
	const card = () => draftToEdit(db, id).document;
	const places = () => {
		const checked = checkScorecard(card());
		return checked.ok ? [] : checked.problems.map(({ path }) => placeOfProblem(card(), path));
	};
	expect(places().sort()).toEqual([
		'about#about',
		'about#passMark',
		'about#source',
		'bands#name-0',
		'sections#name-0',
		'sections/A/new-question'
	]);
	expect(scoreOf(readable(card()), {})).toMatchObject({ complete: true, quality: null });
	savePart(db, lead, id, 1, 'about', { ...partShown(card(), 'about'), about: 'For text messages', source: 'Own', passMark: '70' });
	savePart(db, lead, id, 2, 'bands', { 'name-0': 'All', 'from-0': '0' });
	savePart(db, lead, id, 3, 'sections', { ...partShown(card(), 'sections'), 'name-0': 'Words' });
	saveQuestion(db, lead, id, 4, null, { ...questionShown(card(), newPlace(card(), 'A')!), text: 'Is it clear?' });
	expect(places()).toEqual([]);
	expect(publish(db, lead, id, 5)).toMatchObject({ ok: true });
	expect(publishedCards(db, 'PAF', 'SMS').map((one) => one.id)).toEqual([id]);
});
