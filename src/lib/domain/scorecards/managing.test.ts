import { expect, test } from 'vitest';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { copyCard, proposedNumber } from './copying.server.ts';
import { filtersIn, queryOf } from './filters.ts';
import { publishedCards } from './forms.server.ts';
import { cardsSeen, otherVersions } from './listing.server.ts';
import { loadScorecard } from './loading.server.ts';
import { loadOfferedScorecards } from './offering.server.ts';
import { deleteDraft, publish, putBack, withdraw } from './publishing.server.ts';
import { questionsTable } from './questions-table.ts';
import { readScorecard } from './reading.ts';
import { cardById, cardSeen, draftToEdit, publishedToManage } from './seeing.server.ts';
import { asYaml } from './writing.ts';

const { lead, manager, viewer } = cast;
const all = filtersIn(new URLSearchParams());

function loaded() {
	const db = testDatabase();
	loadOfferedScorecards(db, lead);
	const id = publishedCards(db, 'PAF', 'phone')[0]?.id ?? '';
	const copied = copyCard(db, lead, id, '1.1');
	if (!copied.ok) throw new Error(copied.text);
	return { db, id, draft: copied.id };
}
const notFound = expect.objectContaining({ status: 404 });

test('a copy is a draft that only who manages scorecards sees, and is never used to score', () => {
	const { db, id, draft } = loaded();
	expect(proposedNumber(db, 'paf-telephone')).toBe('1.2');
	expect(copyCard(db, lead, id, '1.1')).toMatchObject({ ok: false, code: 'number-taken', field: 'number' });
	expect(cardSeen(db, lead, draft).state).toBe('draft');
	expect(() => cardSeen(db, manager, draft)).toThrow(notFound);
	expect(() => cardSeen(db, viewer, id)).toThrow(notFound);
	expect(() => draftToEdit(db, id)).toThrow(notFound);
	expect(() => publishedToManage(db, draft)).toThrow(notFound);
	expect(otherVersions(db, manager, { id, scorecard: 'paf-telephone' })).toEqual([]);
	expect(cardsSeen(db, lead, all)).toHaveLength(8);
	expect(cardsSeen(db, manager, all)).toHaveLength(7);
	expect(publishedCards(db, 'PAF', 'phone').map((card) => card.id)).toEqual([id]);
});

test('copy, download, change, upload, publish: the draft takes the text of the file', () => {
	const { db, draft } = loaded();
	const text = asYaml(cardById(db, draft)!.document).replace('passMark: 70', 'passMark: 75');
	const read = readScorecard(text, 'mine.yaml');
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	expect(loadScorecard(db, lead, read.card, 'draft')).toMatchObject({ ok: true, id: draft });
	expect(publish(db, lead, draft, 1)).toMatchObject({ ok: false, code: 'changed' });
	expect(publish(db, lead, draft, 2)).toMatchObject({ ok: true });
	expect(cardById(db, draft)).toMatchObject({ state: 'published', number: '1.1', document: { passMark: 75 } });
	expect(publish(db, lead, draft, 3)).toMatchObject({ ok: false, code: 'not-a-draft' });
	expect(withdraw(db, lead, draft, 3)).toMatchObject({ ok: true });
	expect(withdraw(db, lead, draft, 3)).toMatchObject({ ok: false, code: 'changed' });
	expect(putBack(db, lead, draft, 4)).toMatchObject({ ok: true });
	expect(deleteDraft(db, lead, draft, 5)).toMatchObject({ ok: false, code: 'not-a-draft' });
	expect(db.select().from(auditLines).all().at(-1)?.what).toMatch(/^put scorecard back into use .* 1\.1$/);
});

test('a draft is deleted for good', () => {
	const { db, draft } = loaded();
	expect(deleteDraft(db, lead, draft, 2)).toMatchObject({ ok: false, code: 'changed' });
	expect(deleteDraft(db, lead, draft, 1)).toMatchObject({ ok: true });
	expect(cardById(db, draft)).toBeUndefined();
});

test('the list is narrowed and sorted as its address says', () => {
	const { db } = loaded();
	const names = (query: string) =>
		cardsSeen(db, lead, filtersIn(new URLSearchParams(query))).map(({ channel, number }) => `${channel} ${number}`);
	expect(names('use=PAF')).toEqual(['face to face 1.0', 'phone 1.1', 'phone 1.0']);
	expect(names('state=draft&sort=nothing')).toEqual(['phone 1.1']);
	expect(names('use=mystery+shopping&sort=channel&order=descending')[0]).toBe('web 1.0');
	expect(queryOf(filtersIn(new URLSearchParams('channel=face+to+face&sort=name')))).toBe('?channel=face+to+face');
});

test('a scorecard written and read again is the same, and its table has a row a question', () => {
	const { db } = loaded();
	for (const { id, questions } of cardsSeen(db, lead, all)) {
		const { document } = cardById(db, id)!;
		expect(readScorecard(asYaml(document), 'x.yaml')).toEqual({ ok: true, card: document });
		expect(questionsTable(document).rows).toHaveLength(questions);
	}
	const { rows } = questionsTable(cardById(db, publishedCards(db, 'PAF', 'phone')[0]!.id)!.document);
	expect(rows.find(({ id }) => id === 'B1')).toMatchObject({ answers: 'Yes 1, No 0', tests: 'P8\nWe keep what we know about you safe' });
});
