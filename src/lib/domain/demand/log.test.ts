import { beforeEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { channelCosts } from '#lib/domain/contact-costs/tables.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { mapStages, mapSteps, maps } from '#lib/domain/maps/tables.ts';
import { at } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import { queriesOf } from '../../../../tests/support/counting.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { planOfList } from '../../../../tests/support/list-plan.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { correctContact, removeContact, returnContact } from './correcting.server.ts';
import { demandSummaryOf, typesUsed } from './counting.server.ts';
import { filtersIn, queryOf } from './filters.ts';
import { contactOf, lastNoted, removedWords } from './finding.server.ts';
import type { ContactTyped } from './forms.ts';
import { contactsListed, everyContact } from './listing.server.ts';
import { noteContact } from './noting.server.ts';
import { contacts } from './tables.ts';

const today = '2026-11-22';
let db: Database;
let id: string;
let step: string;

beforeEach(() => {
	db = testDatabase();
	id = aJourney(db);
	step = aStep(id, 'as-is');
});

function aStep(journeyId: string, kind: 'as-is' | 'to-be'): string {
	const map = db.insert(maps).values({ journeyId, kind }).returning({ id: maps.id }).get().id;
	const stage = db.insert(mapStages).values({ mapId: map, position: 1, name: 'Wait' }).returning({ id: mapStages.id }).get().id;
	const values = { mapId: map, stageId: stage, position: 1, does: 'Rings to ask when' };
	return db.insert(mapSteps).values(values).returning({ id: mapSteps.id }).get().id;
}

const journey = () => journeySeen(db, cast.manager, id);
const contact: ContactTyped = {
	words: 'Where is my repair?',
	kind: 'failure',
	type: 'Where is it?',
	channel: 'phone',
	predictable: true,
	heardOn: '2026-11-20',
	stepId: ''
};

function note(more: Partial<ContactTyped> = {}): string {
	const outcome = noteContact(db, cast.manager, journey(), { ...contact, ...more }, today);
	if (!outcome.ok) throw new Error(outcome.text);
	return outcome.id;
}
const listed = (query = '') => contactsListed(db, id, filtersIn(new URLSearchParams(query)), {});
const wordsOf = (query = '') => listed(query).rows.map(({ words }) => words);

test('a contact is noted with one audit line, and gives the next its channel, day and step', () => {
	const noted = note({ stepId: step });
	expect(contactOf(db, id, noted)).toMatchObject({ ...contact, stepId: step, notedBy: 'manager', version: 1 });
	expect(db.select().from(auditLines).where(eq(auditLines.thingId, noted)).all()).toHaveLength(1);
	expect(lastNoted(db, id, noted)).toEqual({ channel: 'phone', heardOn: '2026-11-20', stepId: step, words: 'Where is my repair?' });
	expect(lastNoted(db, aJourney(db), noted)).toBeNull();
});

test.each([
	[{ heardOn: '2026-11-23' }, 'in-future'],
	[{ stepId: 'nowhere' }, 'unknown-step']
])('%o is refused as %s, and nothing is written', (more, code) => {
	expect(noteContact(db, cast.manager, journey(), { ...contact, ...more }, today)).toMatchObject({ ok: false, code });
	expect(db.select().from(contacts).all()).toEqual([]);
});

test('a step of the to-be map or of another journey is none of this log', () => {
	const steps = [aStep(id, 'to-be'), aStep(aJourney(db), 'as-is')];
	for (const stepId of steps)
		expect(noteContact(db, cast.manager, journey(), { ...contact, stepId }, today)).toMatchObject({ code: 'unknown-step' });
});

test('the log of a finished review is kept as it is', () => {
	const noted = note();
	db.update(journeys).set({ state: 'finished' }).run();
	expect(noteContact(db, cast.manager, journey(), contact, today)).toMatchObject({ code: 'closed' });
	expect(correctContact(db, cast.manager, journey(), noted, { ...contact, version: 1 }, today)).toMatchObject({ code: 'closed' });
	expect(removeContact(db, cast.manager, journey(), noted, 1)).toMatchObject({ code: 'closed' });
});

test('a contact is put right from the version that was seen; a stale save shows both texts', () => {
	const noted = note();
	const right = { ...contact, words: 'When do you come?', stepId: step, version: 1 };
	expect(correctContact(db, cast.manager, journey(), noted, right, today)).toEqual({ ok: true, version: 2 });
	expect(correctContact(db, cast.manager, journey(), noted, { ...right, version: 2 }, today)).toEqual({ ok: true, version: 2 });
	const late = correctContact(db, cast.lead, journey(), noted, { ...contact, kind: 'value', version: 1 }, today);
	expect(late).toMatchObject({
		code: 'stale',
		conflict: {
			version: 2,
			by: 'Morgan Manager',
			fields: [
				{ label: 'What the customer said', theirs: 'When do you come?', mine: 'Where is my repair?' },
				{ label: 'Value or failure', theirs: 'Failure', mine: 'Value' },
				{ label: 'Step', theirs: 'Rings to ask when', mine: 'none' }
			]
		}
	});
	expect(contactOf(db, id, noted).words).toBe('When do you come?');
});

test('a removed contact counts nowhere until it is brought back', () => {
	const noted = note();
	expect(removeContact(db, cast.manager, journey(), noted, 7)).toMatchObject({ code: 'changed' });
	expect(removeContact(db, cast.manager, journey(), noted, 1)).toMatchObject({ ok: true });
	expect([listed().count, demandSummaryOf(db, id).all.all, typesUsed(db, id)]).toEqual([0, 0, []]);
	expect(() => contactOf(db, id, noted)).toThrow();
	expect(removedWords(db, id, noted)).toBe('Where is my repair?');
	expect(returnContact(db, cast.manager, journey(), noted)).toMatchObject({ ok: true });
	expect([listed().count, removedWords(db, id, noted)]).toEqual([1, null]);
});

test('the list is narrowed by kind, channel, step, predictable and words, the last noted first', () => {
	at(1_000, () => note({ words: 'One', stepId: step }));
	at(2_000, () => note({ words: 'Two', kind: 'value', channel: 'web', predictable: null, heardOn: '2026-11-21' }));
	at(3_000, () => note({ words: '100% of them', type: 'Late', predictable: false, heardOn: '2026-11-18' }));
	expect(wordsOf()).toEqual(['100% of them', 'Two', 'One']);
	expect(wordsOf('order=ascending')).toEqual(['One', 'Two', '100% of them']);
	expect(wordsOf('sort=heard')).toEqual(['Two', 'One', '100% of them']);
	expect(wordsOf('kind=failure')).toEqual(['100% of them', 'One']);
	expect(wordsOf('channel=web')).toEqual(['Two']);
	expect(wordsOf(`step=${step}`)).toEqual(['One']);
	expect(wordsOf('step=none')).toEqual(['100% of them', 'Two']);
	expect(wordsOf('predictable=no')).toEqual(['100% of them']);
	expect(wordsOf('words=0%25')).toEqual(['100% of them']);
	expect(wordsOf('words=late')).toEqual(['100% of them']);
	expect(queryOf(filtersIn(new URLSearchParams('kind=failure&sort=heard&order=ascending&words=late')))).toBe(
		'?kind=failure&words=late&sort=heard&order=ascending'
	);
});

test('pages of fifty go on and back, each contact once, also where many were noted in one moment', () => {
	at(5_000, () => Array.from({ length: 119 }, (_, i) => note({ words: `Contact ${i}` })));
	const filters = filtersIn(new URLSearchParams());
	const first = contactsListed(db, id, filters, {});
	const second = contactsListed(db, id, filters, { after: first.next ?? '' });
	const third = contactsListed(db, id, filters, { after: second.next ?? '' });
	expect([first.rows.length, second.rows.length, third.rows.length, third.next, first.count]).toEqual([50, 50, 19, null, 119]);
	expect(contactsListed(db, id, filters, { before: second.rows[0]?.id }).rows).toEqual(first.rows);
	const every = [...everyContact(db, id, filters)].map((one) => one.id);
	expect(every).toEqual([...first.rows, ...second.rows, ...third.rows].map((one) => one.id));
	expect(new Set(every).size).toBe(119);
});

test('the summary is counted by the database, in as many queries however long the log is', () => {
	db.insert(channelCosts).values({ channel: 'phone', pence: 490 }).run();
	for (let day = 11; day <= 20; day++) note({ heardOn: `2026-11-${day}`, stepId: step, type: day % 2 ? 'Where is it?' : 'where is it?' });
	note({ kind: 'value', type: 'I want a repair' });
	const { all, failures, steps } = demandSummaryOf(db, id);
	// 10 × 365 ÷ 10 days = 365 contacts at £4.90
	expect([all, failures.map(({ type, yearly, cost }) => [type, yearly, cost])]).toEqual([
		{ value: 1, failure: 10, all: 11 },
		[['Where is it?', 365, 178_850]]
	]);
	expect(steps.map(({ step, all }) => [step, all])).toEqual([
		['1. Rings to ask when', 10],
		['Of no step', 1]
	]);
	expect(queriesOf(db, () => demandSummaryOf(db, id))).toBe(7);
	expect(typesUsed(db, id)).toEqual(['Where is it?', 'I want a repair']);
});

test.each([
	['', 'contact_by_noting'],
	['sort=heard&order=ascending', 'contact_by_journey']
])('the list with “%s” reads an index and sorts nothing', (query, index) => {
	const plan = planOfList(db, () => listed(query));
	expect(plan).toContain(index);
	expect(plan).not.toContain('TEMP B-TREE');
});
