import { beforeEach, expect, test } from 'vitest';
import {
	aFinding,
	aLesson,
	allPresent,
	aMeeting,
	aMember,
	aRecommendation,
	before,
	boardDay,
	decideOn,
	firstItem,
	meetingNow
} from '../../../../tests/support/board.ts';
import { readPdf } from '../../../../tests/support/pdf-text.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { declareInterest, giveView } from '#lib/domain/board/viewing.server.ts';
import { drawPdf } from '../pdf/drawing.server.ts';
import { boardPack } from './board-pack.server.ts';
import { minutesReport } from './minutes-report.server.ts';

let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
	db = testDatabase();
	aMember(db, 'third', 'Thea Third');
	aRecommendation(db);
	aFinding(db);
	aLesson(db);
});

test('the pack holds the agenda, then a paper an item in its order, with the views so far', () => {
	const meeting = aMeeting(db);
	const item = firstItem(db, meeting, 'recommendation');
	giveView(db, cast.member, item, { view: 'support with changes', comment: 'Start in the north', version: 0 }, before);
	giveView(db, cast.chair, item, { view: 'support', comment: '', version: 0 }, before);
	declareInterest(db, cast.chair, item, 'I own the vans');
	const pack = boardPack(db, meeting, before);
	expect(pack.sections.map(({ title }) => title)).toEqual([
		'Agenda',
		'1. Tenants ring again because nobody says when the repair is',
		'2. Text tenants when a slot moves, 1',
		'3. Ask customers before the first workshop'
	]);
	const [agenda, , recommendation] = pack.sections;
	expect(agenda?.blocks[0]).toMatchObject({
		table: { rows: [{ place: 1, kind: 'Finding' }, { place: 2, kind: 'Recommendation' }, { place: 3 }] }
	});
	expect(recommendation?.ownPage).toBe(true);
	const said = JSON.stringify(recommendation?.blocks);
	for (const words of [
		'Bo Member supports with changes: Start in the north',
		'Cleo Chair: view withdrawn, an interest is declared',
		'Cleo Chair declared an interest: I own the vans',
		'How the saving is worked out',
		'1,200 contacts avoided a year by phone'
	])
		expect(said).toContain(words);
});

test('it is drawn as a PDF with contents, a page a paper', async () => {
	const { pages, text } = readPdf(Buffer.from(await drawPdf(boardPack(db, aMeeting(db), before), null)));
	// cover, contents, agenda, the finding, the recommendation with its arithmetic on two, the lesson
	expect(pages).toBe(7);
	expect(text).toContain('Contents');
	expect(text).toContain('Ask customers before the first workshop');
});

test('the minutes hold who was there, each decision, and what happened since', () => {
	const meeting = aMeeting(db);
	allPresent(db, meeting);
	decideOn(db, firstItem(db, meeting, 'recommendation'), { decision: 'accept with changes', changes: 'Only in the north' });
	const minutes = minutesReport(db, meetingNow(db, meeting), boardDay);
	expect(minutes.lead).toBe('1 decision recorded, 2 items not decided.');
	const said = JSON.stringify(minutes.sections);
	for (const words of [
		'Cleo Chair (chair)',
		'Only in the north',
		'Action 1, Morgan Manager: not started, due 31 Jan 2027',
		'Not decided yet.'
	])
		expect(said).toContain(words);
});
