import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contactStandards } from '#lib/domain/standards/tables.ts';
import { loadStandards } from '#lib/domain/standards/loading.server.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { questionsOf } from './asked.ts';
import { publishedCards } from './forms.server.ts';
import { loadScorecard } from './loading.server.ts';
import { loadOfferedScorecards, scorecardsOffered } from './offering.server.ts';
import { readScorecard } from './reading.ts';
import { scoreOf } from './scoring.ts';
import { scorecardVersions } from './tables.ts';

const { lead } = cast;
const files = readdirSync('seed/scorecards');
const shipped = files.map((file) => {
	const read = readScorecard(readFileSync(`seed/scorecards/${file}`, 'utf8'), file);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return read.card;
});

test('the shipped scorecards are loaded with one call, and again changes nothing', () => {
	const db = testDatabase();
	expect(scorecardsOffered(db)).toMatchObject({ problems: [], offers: shipped.map(({ id }) => ({ id })) });
	expect(loadOfferedScorecards(db, lead)).toMatchObject({ ok: true, ids: { length: 7 } });
	expect(loadOfferedScorecards(db, lead)).toMatchObject({ ok: true, ids: [] });
	const channels = (use: 'PAF' | 'mystery shopping') => publishedCards(db, use).map(({ channel }) => channel);
	expect(channels('mystery shopping').sort()).toEqual(['email', 'face to face', 'letter', 'phone', 'web']);
	expect(channels('PAF').sort()).toEqual(['face to face', 'phone']);
});

test('the standards are loaded once, and every question tests one of them on its own channel', () => {
	const db = testDatabase();
	expect(loadStandards(db, lead)).toMatchObject({ ok: true, added: 31 });
	expect(loadStandards(db, lead)).toMatchObject({ ok: true, added: 0 });
	const standards = db.select().from(contactStandards).all();
	expect(new Set(standards.map(({ channel }) => channel)).size).toBe(7);
	const channelOf = new Map(standards.map(({ number, channel }) => [number, channel]));
	for (const card of shipped)
		for (const { id, type, standard } of questionsOf(card))
			if (type !== 'text') expect(channelOf.get(standard ?? ''), `${card.id} ${id}`).toBe(card.channel);
});

test('every scored question has guidance and an example of a good and a poor contact', () => {
	for (const card of shipped)
		for (const question of questionsOf(card).filter(({ type }) => type !== 'text'))
			expect([question.guidance, question.good, question.poor].every(Boolean), `${card.id} ${question.id}`).toBe(true);
});

test.each(shipped.map((card) => [card.id, card] as const))('%s scores 100 at its best', (_, card) => {
	const best = questionsOf(card).map((question) => {
		const choice = question.choices?.find(({ worth }) => worth === 1)?.id;
		return [question.id, { value: question.type === 'number' ? '0' : (choice ?? 'yes') }] as const;
	});
	const score = scoreOf(card, Object.fromEntries(best));
	expect([score.complete, score.quality?.score, score.access?.score, score.quality?.band?.id]).toEqual([true, 100, 100, 'outstanding']);
});

test('a published version never changes: a file of its number with another text is refused, and the row is final', () => {
	const db = testDatabase();
	const [card] = shipped;
	if (!card) throw new Error('there are scorecards');
	const loaded = loadScorecard(db, lead, card);
	expect(loadScorecard(db, lead, card)).toEqual(loaded);
	expect(loadScorecard(db, lead, { ...card, about: 'Other' })).toMatchObject({ ok: false, code: 'version-taken' });
	expect(loadScorecard(db, lead, { ...card, about: 'Other' }, 'draft')).toMatchObject({ ok: false, code: 'version-taken' });
	expect(() => db.update(scorecardVersions).set({ name: 'Other' }).run()).toThrow(/final record/);
});

test('a file loaded as a draft takes the place of the draft of its number', () => {
	const db = testDatabase();
	const [card] = shipped;
	if (!card) throw new Error('there are scorecards');
	const draft = { ...card, version: '1.1' };
	const first = loadScorecard(db, lead, draft, 'draft');
	expect(loadScorecard(db, lead, { ...draft, name: 'Better' }, 'draft')).toEqual(first);
	expect(db.select().from(scorecardVersions).all()).toMatchObject([{ name: 'Better', state: 'draft', version: 2, publishedAt: null }]);
});
